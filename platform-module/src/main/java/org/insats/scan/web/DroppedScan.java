package org.insats.scan.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/** {@code GET insats/v1/scans/inbox/{id}/content}: bytes of a dropped file, never shown in a browser. */
public final class DroppedScan extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public DroppedScan(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return new Reply(
                200,
                "application/octet-stream",
                scans.droppedContent(request.path("id")),
                Map.of("Content-Disposition", "attachment; filename=\"scan\""));
    }
}
