package org.insats.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeadlineLifecycleTest {

    @Test
    @Covers("DLC-11")
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                DeadlineLifecycle.TABLE,
                DeadlineAction.class,
                """
                PENDING  RECOMPUTE    PENDING
                PENDING  REMIND       DUE_SOON
                PENDING  MARK_OVERDUE OVERDUE
                PENDING  MEET         MET
                PENDING  MEET_LATE    MET_LATE
                PENDING  CANCEL       CANCELLED
                PENDING  SUPERSEDE    SUPERSEDED
                DUE_SOON RECOMPUTE    PENDING
                DUE_SOON MARK_OVERDUE OVERDUE
                DUE_SOON MEET         MET
                DUE_SOON MEET_LATE    MET_LATE
                DUE_SOON CANCEL       CANCELLED
                DUE_SOON SUPERSEDE    SUPERSEDED
                OVERDUE  RECOMPUTE    PENDING
                OVERDUE  MEET         MET
                OVERDUE  MEET_LATE    MET_LATE
                OVERDUE  CANCEL       CANCELLED
                OVERDUE  SUPERSEDE    SUPERSEDED
                """);
    }

    @ParameterizedTest
    @EnumSource(names = {"MET", "MET_LATE", "CANCELLED", "SUPERSEDED"})
    @Covers("DLC-11")
    void whatIsSettledStaysSettled(DeadlineState state) {
        assertThat(DeadlineLifecycle.TABLE.isFinal(state)).isTrue();
        assertThat(DeadlineLifecycle.OPEN).doesNotContain(state);
    }
}
