package org.insats.followup;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class FollowUpLifecycleTest {

    @Test
    @Covers("DOC-ENUM-37")
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                FollowUpLifecycle.TABLE,
                FollowUpAction.class,
                """
                PLANNED     BOOK        BOOKED
                PLANNED     CANCEL      CANCELLED
                BOOKED      RESCHEDULE  RESCHEDULED
                BOOKED      PREPARE     PREPARED
                BOOKED      HOLD        HELD
                BOOKED      CANCEL      CANCELLED
                PREPARED    RESCHEDULE  RESCHEDULED
                PREPARED    HOLD        HELD
                PREPARED    CANCEL      CANCELLED
                RESCHEDULED RESCHEDULE  RESCHEDULED
                RESCHEDULED PREPARE     PREPARED
                RESCHEDULED HOLD        HELD
                RESCHEDULED CANCEL      CANCELLED
                HELD        DOCUMENT    DOCUMENTED
                """);
    }
}
