package org.insats.accesslog.web;

import org.insats.accesslog.ExceptionalAccess;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST cases/{caseNumber}/exceptional-access}: access to a case for a written reason, for a time. */
public final class ExceptionalAccessPost extends JsonWebScript {

    private final ExceptionalAccess access;

    /** Creates it. */
    public ExceptionalAccessPost(WebScriptSupport support, ExceptionalAccess access) {
        super(support);
        this.access = access;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Reply.Json.created(GrantJson.of(access.ask(
                request.path("caseNumber"), request.body().path("reason").asText(""))));
    }
}
