package org.insats.closing;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class EndingLifecycleTest {

    @Test
    @Covers({"END-20", "END-21", "END-22", "BR-91"})
    void theThreeStepsComeInOrderAndNothingElse() {
        WholeTable.holds(
                EndingLifecycle.TABLE,
                EndingAction.class,
                """
                DRAFT                END                  ENDED_BY_CASE_WORKER
                ENDED_BY_CASE_WORKER FINISH_DOCUMENTATION DOCUMENTED
                DOCUMENTED           CLOSE                CLOSED
                """);
    }
}
