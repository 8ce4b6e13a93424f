package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.insats.casefile.StandIns;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST stand-ins/end}: a stand-in ends today, in all cases of a unit. */
public final class StandInsEndPost extends JsonWebScript {

    private final StandIns standIns;

    /** Creates it. */
    public StandInsEndPost(WebScriptSupport support, StandIns standIns) {
        super(support);
        this.standIns = standIns;
    }

    @Override
    protected Object handle(JsonRequest request) {
        JsonNode body = request.body();
        return Map.of(
                "cases",
                StandInsPost.casesOf(standIns.end(
                        body.path("unit").asText(),
                        body.path("absent").asText(),
                        body.path("userName").asText())));
    }
}
