package org.insats.accesslog.web;

import org.insats.accesslog.ExceptionalAccess;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST exceptional-access/{exceptionId}/end}: ends an exceptional access before its time. */
public final class ExceptionalAccessEndPost extends JsonWebScript {

    private final ExceptionalAccess access;

    /** Creates it. */
    public ExceptionalAccessEndPost(WebScriptSupport support, ExceptionalAccess access) {
        super(support);
        this.access = access;
    }

    @Override
    protected Object handle(JsonRequest request) {
        String id = request.path("exceptionId");
        if (!id.matches("\\d{1,15}")) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
        }
        return GrantJson.of(access.end(Long.parseLong(id)));
    }
}
