package org.insats.report.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.Reports;

/** {@code GET reports}: the units whose reports the user may see as their manager, and the month of today. */
public final class ReportsGet extends JsonWebScript {

    private final Reports reports;

    /** Creates it. */
    public ReportsGet(WebScriptSupport support, Reports reports) {
        super(support);
        this.reports = reports;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of("units", reports.units(), "month", reports.thisMonth().toString());
    }
}
