package org.insats.records.web;

import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Holds;

/** {@code POST records/holds/{id}/lift}: asks for a hold to be lifted; it lies on until another archivist confirms. */
public final class HoldLiftPost extends JsonWebScript {

    private final Holds holds;

    /** Creates it. */
    public HoldLiftPost(WebScriptSupport support, Holds holds) {
        super(support);
        this.holds = holds;
    }

    @Override
    protected Object handle(JsonRequest request) {
        return holds.askToLift(
                request.path("id"), request.body().path("reason").asText("").strip());
    }
}
