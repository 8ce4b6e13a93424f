package org.insats.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import org.springframework.extensions.webscripts.AbstractWebScript;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;
import org.springframework.extensions.webscripts.WebScriptResponse;

/** What the test web scripts share: JSON in, JSON out. */
abstract class TestWebScript extends AbstractWebScript {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public final void execute(WebScriptRequest req, WebScriptResponse res) throws IOException {
        ObjectNode answer = JSON.createObjectNode();
        answer(req, answer);
        res.setContentType("application/json;charset=UTF-8");
        res.getOutputStream().write(JSON.writeValueAsBytes(answer));
    }

    abstract void answer(WebScriptRequest request, ObjectNode answer) throws IOException;

    static JsonNode body(WebScriptRequest request) throws IOException {
        try {
            JsonNode body = JSON.readTree(request.getContent().getContent());
            if (body != null && body.isObject()) {
                return body;
            }
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new WebScriptException(400, "Send a JSON object", e);
        }
        throw new WebScriptException(400, "Send a JSON object");
    }

    static void describe(MovableClock clock, ObjectNode answer) {
        answer.put("instant", clock.instant().toString());
        answer.put(
                "date",
                LocalDate.ofInstant(clock.instant(), MovableClock.SWEDEN).toString());
        answer.put("offsetSeconds", clock.offset().toSeconds());
        answer.put("moved", !clock.offset().isZero());
    }
}
