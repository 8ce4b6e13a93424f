package org.insats.scan.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/** {@code GET insats/v1/scans/queue/{id}/preview}: the picture of a scan that waits, as JPEG. */
public final class ScanPreview extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public ScanPreview(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return new Reply(200, "image/jpeg", scans.preview(request.path("id")), Map.of());
    }
}
