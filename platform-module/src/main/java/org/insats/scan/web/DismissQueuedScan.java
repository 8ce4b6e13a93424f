package org.insats.scan.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/** {@code POST insats/v1/scans/queue/{id}/dismiss}: takes a scan out of the queue unfiled, with a {@code reason}. */
public final class DismissQueuedScan extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public DismissQueuedScan(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected Object handle(JsonRequest request) {
        scans.dismiss(request.path("id"), request.body().path("reason").asText(""));
        return Map.of("id", request.path("id"));
    }
}
