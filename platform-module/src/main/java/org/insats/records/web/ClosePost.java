package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Closing;

/** {@code POST cases/{caseNumber}/close}: closes a file. */
public final class ClosePost extends JsonWebScript {

    private final Closing closing;

    /** Creates it. */
    public ClosePost(WebScriptSupport support, Closing closing) {
        super(support);
        this.closing = closing;
    }

    @Override
    protected Object handle(JsonRequest request) {
        closing.close(request.path("caseNumber"), request.body().path("reasons"));
        return Map.of("state", "CLOSED");
    }
}
