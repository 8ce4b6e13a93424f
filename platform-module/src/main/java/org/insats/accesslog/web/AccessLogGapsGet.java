package org.insats.accesslog.web;

import java.util.Optional;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.Entry;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/gaps}: where entries may be missing, for administrators and archivists (CON-118). */
public final class AccessLogGapsGet extends EntryListScript {

    /** Creates it. */
    public AccessLogGapsGet(WebScriptSupport support, AccessReports reports) {
        super(support, reports);
    }

    @Override
    protected Page<Entry> page(JsonRequest request, Optional<String> after, int size) {
        return reports().gaps(span(request), after, size);
    }
}
