package org.insats.accesslog.web;

import java.util.Optional;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.Entry;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/without-role}: looks at cases by people without a role in them (CON-118). */
public final class AccessLogWithoutRoleGet extends EntryListScript {

    /** Creates it. */
    public AccessLogWithoutRoleGet(WebScriptSupport support, AccessReports reports) {
        super(support, reports);
    }

    @Override
    protected Page<Entry> page(JsonRequest request, Optional<String> after, int size) {
        return reports().withoutRole(request.parameter("unit"), span(request), after, size);
    }
}
