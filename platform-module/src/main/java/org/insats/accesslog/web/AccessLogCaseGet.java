package org.insats.accesslog.web;

import java.util.Optional;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.Entry;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/cases/{caseNumber}}: who looked at a case or at a contractor's file (CON-118). */
public final class AccessLogCaseGet extends EntryListScript {

    /** Creates it. */
    public AccessLogCaseGet(WebScriptSupport support, AccessReports reports) {
        super(support, reports);
    }

    @Override
    protected Page<Entry> page(JsonRequest request, Optional<String> after, int size) {
        return reports().ofCase(request.path("caseNumber"), span(request), after, size);
    }
}
