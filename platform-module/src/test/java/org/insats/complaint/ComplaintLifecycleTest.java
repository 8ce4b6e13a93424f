package org.insats.complaint;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class ComplaintLifecycleTest {

    @Test
    @Covers({"DOC-ENUM-39", "CMP-01", "CMP-02", "CMP-04"})
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                ComplaintLifecycle.TABLE,
                ComplaintAction.class,
                """
                RECEIVED         FORWARD                FORWARDED
                FORWARDED        JUDGE_SERIOUS          SERIOUS
                FORWARDED        HANDLE                 HANDLED
                SERIOUS          START_SEPARATE_ROUTINE SEPARATE_ROUTINE
                SEPARATE_ROUTINE HANDLE                 HANDLED
                """);
    }
}
