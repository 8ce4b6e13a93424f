package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Disposals;

/** {@code GET records/disposals/{number}}: a disposal with its files. */
public final class DisposalGet extends JsonWebScript {

    private final Disposals disposals;

    /** Creates it. */
    public DisposalGet(WebScriptSupport support, Disposals disposals) {
        super(support);
        this.disposals = disposals;
    }

    @Override
    protected boolean isReadOnly() {
        return true;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return DisposalJson.whole(disposals.get(request.path("number")));
    }
}
