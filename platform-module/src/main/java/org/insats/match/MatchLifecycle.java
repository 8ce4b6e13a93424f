package org.insats.match;

import static org.insats.match.MatchState.AGREED;
import static org.insats.match.MatchState.CONSENTED;
import static org.insats.match.MatchState.DISCUSSED;
import static org.insats.match.MatchState.FAMILY_MEETING_HELD;
import static org.insats.match.MatchState.PROPOSED;
import static org.insats.match.MatchState.REJECTED;
import static org.insats.match.MatchState.SEARCHING;
import static org.insats.match.MatchState.VISITED;

import java.util.EnumSet;
import org.insats.platform.StateMachine;

/**
 * The life of a match, requirements 4.3. One table serves every routine: where families are not asked, the match is agreed on
 * after the discussion (MAT-09). A rejected match stays as it is; the search goes on in a new record.
 */
public final class MatchLifecycle {

    /** The table. */
    public static final StateMachine<MatchState, MatchAction> TABLE = StateMachine.of(
                    MatchState.class, MatchAction.class, SEARCHING)
            .allow(SEARCHING, MatchAction.PROPOSE, PROPOSED, "MAT-01")
            .note(EnumSet.of(PROPOSED, DISCUSSED, VISITED), MatchAction.CONTACT, "MAT-04")
            .allow(PROPOSED, MatchAction.DISCUSS, DISCUSSED, "MAT-02")
            .allow(DISCUSSED, MatchAction.VISIT, VISITED, "MAT-03")
            .note(EnumSet.range(DISCUSSED, CONSENTED), MatchAction.PRESENT, "MAT-05")
            .allow(EnumSet.of(DISCUSSED, VISITED), MatchAction.MEET, FAMILY_MEETING_HELD, "MAT-06")
            .note(EnumSet.range(DISCUSSED, AGREED), MatchAction.ANSWER, "MAT-07, CON-26")
            .allow(FAMILY_MEETING_HELD, MatchAction.CONSENT, CONSENTED, "MAT-07")
            .allow(EnumSet.of(DISCUSSED, VISITED), MatchAction.AGREE, AGREED, "MAT-09")
            .allow(CONSENTED, MatchAction.AGREE, AGREED, "MAT-08")
            .allow(EnumSet.range(PROPOSED, AGREED), MatchAction.REJECT, REJECTED, "MAT-10")
            .note(EnumSet.of(AGREED), MatchAction.SETTLE, "STA-37, BR-38")
            .build();

    private MatchLifecycle() {}
}
