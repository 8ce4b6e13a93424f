package org.insats.scan.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/** {@code POST insats/v1/scans/inbox/{id}/taken}: takes a dropped file out of the folder, once the register of scans has it. */
public final class TakeDroppedScan extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public TakeDroppedScan(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected Object handle(JsonRequest request) {
        scans.taken(request.path("id"));
        return Map.of("id", request.path("id"));
    }
}
