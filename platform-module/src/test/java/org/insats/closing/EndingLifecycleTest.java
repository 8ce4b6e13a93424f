package org.insats.closing;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class EndingLifecycleTest {

    @Test
    @Covers({"END-20", "END-21", "END-22", "END-26", "END-09", "BR-91"})
    void theStepsComeInOrderAndNothingElse() {
        WholeTable.holds(
                EndingLifecycle.TABLE,
                EndingAction.class,
                """
                DRAFT                DISCUSS              DRAFT
                DRAFT                INTERRUPT            DRAFT
                DRAFT                INFORM_PLACEMENT_WORKER DRAFT
                ENDED_BY_CASE_WORKER INFORM_PLACEMENT_WORKER ENDED_BY_CASE_WORKER
                DRAFT                DISPUTE              DISPUTED
                DISPUTED             JOIN                 DISPUTED
                DISPUTED             SETTLE               DRAFT
                DRAFT                WITHDRAW             WITHDRAWN
                DISPUTED             JOIN                 DISPUTED
                DISPUTED             WITHDRAW             WITHDRAWN
                DRAFT                CONTINUE_FOR_PARENTS WITHDRAWN
                DRAFT                REPORT_BACK          DRAFT
                ENDED_BY_CASE_WORKER REPORT_BACK          ENDED_BY_CASE_WORKER
                DOCUMENTED           REPORT_BACK          DOCUMENTED
                DRAFT                INTERRUPT            DRAFT
                DRAFT                INFORM_PLACEMENT_WORKER DRAFT
                ENDED_BY_CASE_WORKER INFORM_PLACEMENT_WORKER ENDED_BY_CASE_WORKER
                DRAFT                END                  ENDED_BY_CASE_WORKER
                DRAFT                END_UNSTARTED        CLOSED
                ENDED_BY_CASE_WORKER FINISH_DOCUMENTATION DOCUMENTED
                DOCUMENTED           CLOSE                CLOSED
                ENDED_BY_CASE_WORKER CLOSE_INTERVENTION   CLOSED
                """);
    }
}
