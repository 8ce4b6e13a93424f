package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code POST records/disposals/{number}/exclude}: excludes a file from a proposal, with a reason. */
public final class DisposalExcludePost extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public DisposalExcludePost(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return DisposalJson.whole(disposals.exclude(
                request.path("number"),
                request.body().path("caseNumber").asText(""),
                request.body().path("reason").asText("").strip()));
    }
}
