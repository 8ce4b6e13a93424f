package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Holds;

/** {@code POST records/holds/{id}/confirm}: lifts a hold that another archivist asked to have lifted. */
public final class HoldConfirmPost extends JsonWebScript {

    private final Holds holds;

    /** Creates it. */
    public HoldConfirmPost(WebScriptSupport support, Holds holds) {
        super(support);
        this.holds = holds;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return holds.confirmLift(request.path("id"));
    }
}
