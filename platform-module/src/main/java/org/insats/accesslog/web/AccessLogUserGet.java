package org.insats.accesslog.web;

import java.util.Optional;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.Entry;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/users/{userName}}: what a person looked at (CON-118). */
public final class AccessLogUserGet extends EntryListScript {

    /** Creates it. */
    public AccessLogUserGet(WebScriptSupport support, AccessReports reports) {
        super(support, reports);
    }

    @Override
    protected Page<Entry> page(JsonRequest request, Optional<String> after, int size) {
        return reports().ofUser(request.path("userName"), span(request), after, size);
    }
}
