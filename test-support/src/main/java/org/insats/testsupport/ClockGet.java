package org.insats.testsupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.extensions.webscripts.WebScriptRequest;

/** {@code GET /insats/test/clock}. */
public final class ClockGet extends TestWebScript {

    private final MovableClock clock;

    /** @param clock the clock that Insats goes by */
    public ClockGet(MovableClock clock) {
        super();
        this.clock = clock;
    }

    @Override
    void answer(WebScriptRequest request, ObjectNode answer) {
        describe(clock, answer);
    }
}
