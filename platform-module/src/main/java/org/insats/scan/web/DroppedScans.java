package org.insats.scan.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.scan.ScanService;

/** {@code GET insats/v1/scans/inbox}: the folder for scans and the files that people dropped in it, without their names. */
public final class DroppedScans extends JsonWebScript {

    private final ScanService scans;

    /** Creates it. */
    public DroppedScans(WebScriptSupport support, ScanService scans) {
        super(support);
        this.scans = scans;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of("folder", scans.dropFolder(), "items", scans.dropped());
    }
}
