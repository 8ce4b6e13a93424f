package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Holds;

/** {@code POST records/holds}: puts a hold on a file. */
public final class HoldsPost extends JsonWebScript {

    private final Holds holds;

    /** Creates it. */
    public HoldsPost(WebScriptSupport support, Holds holds) {
        super(support);
        this.holds = holds;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Reply.Json.created(holds.put(
                request.body().path("caseNumber").asText(""),
                request.body().path("reason").asText("").strip()));
    }
}
