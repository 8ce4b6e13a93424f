package org.insats.match;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MatchLifecycleTest {

    @Test
    @Covers({"DOC-ENUM-25", "DOC-MAT-09"})
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                MatchLifecycle.TABLE,
                MatchAction.class,
                """
                SEARCHING           PROPOSE PROPOSED
                PROPOSED            CONTACT PROPOSED
                PROPOSED            DISCUSS DISCUSSED
                PROPOSED            REJECT  REJECTED
                DISCUSSED           CONTACT DISCUSSED
                DISCUSSED           VISIT   VISITED
                DISCUSSED           PRESENT DISCUSSED
                DISCUSSED           MEET    FAMILY_MEETING_HELD
                DISCUSSED           ANSWER  DISCUSSED
                DISCUSSED           AGREE   AGREED
                DISCUSSED           REJECT  REJECTED
                VISITED             CONTACT VISITED
                VISITED             PRESENT VISITED
                VISITED             MEET    FAMILY_MEETING_HELD
                VISITED             ANSWER  VISITED
                VISITED             AGREE   AGREED
                VISITED             REJECT  REJECTED
                FAMILY_MEETING_HELD PRESENT FAMILY_MEETING_HELD
                FAMILY_MEETING_HELD ANSWER  FAMILY_MEETING_HELD
                FAMILY_MEETING_HELD CONSENT CONSENTED
                FAMILY_MEETING_HELD REJECT  REJECTED
                CONSENTED           PRESENT CONSENTED
                CONSENTED           ANSWER  CONSENTED
                CONSENTED           AGREE   AGREED
                CONSENTED           REJECT  REJECTED
                AGREED              ANSWER  AGREED
                AGREED              REJECT  REJECTED
                AGREED              SETTLE  AGREED
                """);
    }

    @ParameterizedTest
    @EnumSource(names = {"PROPOSED", "DISCUSSED", "VISITED", "FAMILY_MEETING_HELD", "CONSENTED", "AGREED"})
    @Covers("MAT-10")
    void aMatchMayFallAtEveryStep(MatchState state) {
        assertThat(MatchLifecycle.TABLE.next(state, MatchAction.REJECT)).contains(MatchState.REJECTED);
    }
}
