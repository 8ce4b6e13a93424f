package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.insats.casefile.StandIns;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.web.JsonRequest;
import org.insats.platform.web.JsonWebScript;
import org.insats.platform.web.Reply;
import org.insats.platform.web.WebScriptSupport;

/** {@code POST stand-ins}: somebody stands in for a case worker in all their cases of a unit, from a day to a day. */
public final class StandInsPost extends JsonWebScript {

    private final StandIns standIns;

    /** Creates it. */
    public StandInsPost(WebScriptSupport support, StandIns standIns) {
        super(support);
        this.standIns = standIns;
    }

    @Override
    protected Object handle(JsonRequest request) {
        JsonNode body = request.body();
        List<String> numbers = standIns.set(
                body.path("unit").asText(),
                new StandIns.Absence(
                        body.path("absent").asText(),
                        body.path("userName").asText(),
                        day(body, "from"),
                        day(body, "until")));
        return Reply.Json.created(Map.of("cases", casesOf(numbers)));
    }

    static List<Map<String, String>> casesOf(List<String> numbers) {
        return numbers.stream().map(number -> Map.of("caseNumber", number)).toList();
    }

    private static LocalDate day(JsonNode body, String field) {
        return LawDate.parse(body.path(field).asText())
                .orElseThrow(() -> Refusal.rule("STAND-IN").onField(field).violation());
    }
}
