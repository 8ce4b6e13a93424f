package org.insats.testsupport;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.springframework.extensions.webscripts.WebScriptRequest;

/** {@code POST /insats/test/clock/reset}. */
public final class ClockResetPost extends TestWebScript {

    private final MovableClock clock;

    /** @param clock the clock that Insats goes by */
    public ClockResetPost(MovableClock clock) {
        super();
        this.clock = clock;
    }

    @Override
    void answer(WebScriptRequest request, ObjectNode answer) {
        clock.reset();
        describe(clock, answer);
    }
}
