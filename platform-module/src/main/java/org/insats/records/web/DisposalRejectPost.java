package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code POST records/disposals/{number}/reject}: rejects a proposal of somebody else. */
public final class DisposalRejectPost extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public DisposalRejectPost(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return DisposalJson.whole(disposals.reject(request.path("number")));
    }
}
