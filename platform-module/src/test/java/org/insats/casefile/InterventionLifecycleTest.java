package org.insats.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class InterventionLifecycleTest {

    @Test
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                InterventionLifecycle.TABLE,
                InterventionAction.class,
                """
                PLANNED    GRANT                 GRANTED
                PLANNED    ORDER                 ORDERED
                PLANNED    END_UNSTARTED         ENDED
                GRANTED    END_UNSTARTED         ENDED
                WITHDRAWN  END_UNSTARTED         ENDED
                DECLINED   END_UNSTARTED         ENDED
                GRANTED    GRANT                 GRANTED
                GRANTED    ORDER                 ORDERED
                GRANTED    START                 RUNNING
                ORDERED    GRANT                 ORDERED
                ORDERED    START                 RUNNING
                ORDERED    WITHDRAW              WITHDRAWN
                ORDERED    DECLINE               DECLINED
                WITHDRAWN  GRANT                 WITHDRAWN
                WITHDRAWN  ORDER                 ORDERED
                DECLINED   GRANT                 DECLINED
                DECLINED   ORDER                 ORDERED
                RUNNING    GRANT                 RUNNING
                RUNNING    ORDER                 RUNNING
                RUNNING    END                   ENDING
                ENDING     FINISH_DOCUMENTATION  DOCUMENTED
                ENDING     CLOSE_BY_CASE_WORKER  ENDED
                DOCUMENTED CLOSE                 ENDED
                """);
    }

    @Test
    @Covers({"END-22", "BR-91"})
    void thePerformerSideClosesOnlyWhatIsDocumented() {
        assertThat(InterventionLifecycle.TABLE.allows(InterventionState.ENDING, InterventionAction.CLOSE))
                .isFalse();
        assertThat(InterventionLifecycle.TABLE.allows(InterventionState.RUNNING, InterventionAction.CLOSE))
                .isFalse();
    }
}
