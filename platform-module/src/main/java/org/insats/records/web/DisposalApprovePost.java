package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code POST records/disposals/{number}/approve}: approves a proposal of somebody else; the job carries it out. */
public final class DisposalApprovePost extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public DisposalApprovePost(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return DisposalJson.whole(disposals.approve(request.path("number")));
    }
}
