package org.insats.scan.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.QueuedScan;
import org.insats.scan.ScanService;

/** {@code GET insats/v1/scans/queue}: what waits for a registrar. */
public final class ScanQueue extends JsonWebScript {

    private static final int PRESET_SIZE = 50;
    private static final int LARGEST_SIZE = 200;

    private final ScanService scans;

    /** Creates it. */
    public ScanQueue(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        int size = request.size(PRESET_SIZE, LARGEST_SIZE);
        List<QueuedScan> page = scans.queue(request.parameter("after"), size);
        Map<String, Object> answer = new HashMap<>();
        answer.put("items", page);
        answer.put("next", page.size() < size ? null : page.get(page.size() - 1).key());
        return answer;
    }
}
