package org.insats.records.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.WebScriptSupport;
import org.insats.records.Simulation;

/** {@code POST retention/simulation}: what would become of the files at the end of a year under a rule set. */
public final class SimulationPost extends JsonWebScript {

    private static final int FILES = 200;

    private final Simulation simulation;

    /** Creates it. */
    public SimulationPost(WebScriptSupport support, Simulation simulation) {
        super(support);
        this.simulation = simulation;
    }

    @Override
    protected Object handle(JsonRequest request) {
        int year = request.body().path("year").asInt();
        if (year < 1900 || year > 2999) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "year", "1900-2999")
                    .onField("year")
                    .violation();
        }
        return simulation.run(
                Optional.of(request.body().path("rules")).filter(JsonNode::isObject),
                year,
                Optional.of(request.body().path("after").asText("")).filter(text -> !text.isEmpty()),
                FILES);
    }
}
