package org.insats.accesslog.web;

import java.util.Map;
import org.insats.accesslog.ExceptionalAccess;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code GET access-log/exceptions}: exceptional accesses to cases that the user answers for, newest first. */
public final class AccessLogExceptionsGet extends JsonWebScript {

    private final ExceptionalAccess access;

    /** Creates it. */
    public AccessLogExceptionsGet(WebScriptSupport support, ExceptionalAccess access) {
        super(support);
        this.access = access;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Map.of(
                "items",
                access.list(request.parameter("unit"), request.size(100, 500)).stream()
                        .map(GrantJson::of)
                        .toList());
    }
}
