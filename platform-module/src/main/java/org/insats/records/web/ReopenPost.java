package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Closing;

/** {@code POST cases/{caseNumber}/reopen}: opens a closed file again, with a reason. */
public final class ReopenPost extends JsonWebScript {

    private final Closing closing;

    /** Creates it. */
    public ReopenPost(WebScriptSupport support, Closing closing) {
        super(support);
        this.closing = closing;
    }

    @Override
    protected Object handle(JsonRequest request) {
        closing.reopen(
                request.path("caseNumber"),
                request.body().path("reason").asText("").strip());
        return Map.of("state", "OPEN");
    }
}
