package org.insats.report.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.report.Reports;

/** {@code POST reports/rebuild}, by an administrator: has all cases counted anew into new counters, by the report job. */
public final class ReportsRebuildPost extends JsonWebScript {

    private final Reports reports;

    /** Creates it. */
    public ReportsRebuildPost(WebScriptSupport support, Reports reports) {
        super(support);
        this.reports = reports;
    }

    @Override
    protected Object handle(JsonRequest request) {
        reports.rebuild();
        return new Reply.Json(202, Map.of("rebuilding", true));
    }
}
