package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code POST records/disposals}: proposes to destroy what may be destroyed of a unit and year. */
public final class DisposalsPost extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public DisposalsPost(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return Reply.Json.created(DisposalJson.whole(disposals.propose(
                request.body().path("unit").asText(""),
                request.body().path("year").asInt())));
    }
}
