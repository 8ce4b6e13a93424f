package org.insats.situation;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class SituationLifecyclesTest {

    @Test
    @Covers({"TMP-02", "TMP-03", "TMP-04", "TMP-06"})
    void aTemporaryInterventionIsDiscussedAndPrioritisedBeforeItIsGranted() {
        WholeTable.holds(
                TemporaryLifecycle.TABLE,
                TemporaryAction.class,
                """
                NEED_SEEN   DISCUSS     DISCUSSED
                DISCUSSED   PRIORITISE  PRIORITISED
                NEED_SEEN   CONSENT     NEED_SEEN
                DISCUSSED   CONSENT     DISCUSSED
                PRIORITISED CONSENT     PRIORITISED
                GRANTED     CONSENT     GRANTED
                ORDERED     CONSENT     ORDERED
                PRIORITISED GRANT       GRANTED
                GRANTED     ORDER       ORDERED
                ORDERED     ORDER_FALLS GRANTED
                ORDERED     START       RUNNING
                GRANTED     CONVERT     CONVERTED
                ORDERED     CONVERT     CONVERTED
                RUNNING     CONVERT     CONVERTED
                RUNNING     END         ENDED
                GRANTED     END         ENDED
                """);
    }

    @Test
    @Covers({"TMP-20", "TMP-30", "TMP-31"})
    void aPlacementIsCoordinatedBeforeThePositionAndAnInvestigationAsksForItAtOnce() {
        WholeTable.holds(
                CoordinationLifecycle.TABLE,
                CoordinationAction.class,
                """
                DRAFT                          ASK_POSITION       UNDER_INVESTIGATION
                UNDER_INVESTIGATION            CONTINUE           CONTINUES_DURING_INVESTIGATION
                UNDER_INVESTIGATION            END                ENDING
                DRAFT                          PLAN_PLACEMENT     PLACEMENT_PLANNED
                PLACEMENT_PLANNED              GATHER_INFORMATION INFORMATION_GATHERED
                INFORMATION_GATHERED           COORDINATE         COORDINATED
                COORDINATED                    CONTINUE           CONTINUES
                COORDINATED                    END                ENDING
                DRAFT                          NOTE_INFORMATION   DRAFT
                DRAFT                          SHARE              DRAFT
                UNDER_INVESTIGATION            NOTE_INFORMATION   UNDER_INVESTIGATION
                UNDER_INVESTIGATION            SHARE              UNDER_INVESTIGATION
                CONTINUES_DURING_INVESTIGATION NOTE_INFORMATION   CONTINUES_DURING_INVESTIGATION
                CONTINUES_DURING_INVESTIGATION SHARE              CONTINUES_DURING_INVESTIGATION
                PLACEMENT_PLANNED              NOTE_INFORMATION   PLACEMENT_PLANNED
                PLACEMENT_PLANNED              SHARE              PLACEMENT_PLANNED
                INFORMATION_GATHERED           NOTE_INFORMATION   INFORMATION_GATHERED
                INFORMATION_GATHERED           SHARE              INFORMATION_GATHERED
                COORDINATED                    NOTE_INFORMATION   COORDINATED
                COORDINATED                    SHARE              COORDINATED
                CONTINUES                      NOTE_INFORMATION   CONTINUES
                CONTINUES                      SHARE              CONTINUES
                ENDING                         NOTE_INFORMATION   ENDING
                ENDING                         SHARE              ENDING
                """);
    }
}
