package org.insats.records.web;

import java.util.Map;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Verdicts;

/** {@code PUT documents/{id}/ground}: says what a document is about, so that a mixed file can be split (RET-83). */
public final class GroundPut extends JsonWebScript {

    private final Verdicts verdicts;

    /** Creates it. */
    public GroundPut(WebScriptSupport support, Verdicts verdicts) {
        super(support);
        this.verdicts = verdicts;
    }

    @Override
    protected Object handle(JsonRequest request) {
        verdicts.sort(request.path("id"), request.body().path("ground").asText(""));
        return Map.of("ground", request.body().path("ground").asText());
    }
}
