package org.insats.testsupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.extensions.webscripts.WebScriptException;
import org.springframework.extensions.webscripts.WebScriptRequest;

/** {@code POST /insats/test/clock} with one of {@code instant}, {@code date} and {@code advanceDays}. */
public final class ClockPost extends TestWebScript {

    private final MovableClock clock;

    /** @param clock the clock that Insats goes by */
    public ClockPost(MovableClock clock) {
        super();
        this.clock = clock;
    }

    @Override
    void answer(WebScriptRequest request, ObjectNode answer) throws IOException {
        JsonNode body = body(request);
        try {
            if (body.hasNonNull("instant")) {
                clock.moveTo(Instant.parse(body.get("instant").asText()));
            } else if (body.hasNonNull("date")) {
                clock.moveTo(LocalDate.parse(body.get("date").asText()));
            } else if (body.path("advanceDays").canConvertToInt()) {
                clock.advanceDays(body.get("advanceDays").intValue());
            } else {
                throw new WebScriptException(400, "Send instant, date (yyyy-mm-dd) or advanceDays (a whole number)");
            }
        } catch (DateTimeException e) {
            throw new WebScriptException(400, "Not a date or instant of ISO 8601", e);
        }
        describe(clock, answer);
    }
}
