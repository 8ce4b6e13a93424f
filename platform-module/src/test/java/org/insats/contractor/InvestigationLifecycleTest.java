package org.insats.contractor;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class InvestigationLifecycleTest {

    @Test
    @Covers({"DOC-ENUM-27", "INV-10", "INV-11", "INV-12"})
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                InvestigationLifecycle.TABLE,
                InvestigationAction.class,
                """
                PROPOSED     INFORM          INFORMED
                PROPOSED     INTERVIEW       INTERVIEWING
                PROPOSED     NOTE_EXTRACT    PROPOSED
                PROPOSED     ABANDON         ABANDONED
                PROPOSED     EXEMPT          EXEMPT
                INFORMED     APPLY           APPLIED
                INFORMED     INTERVIEW       INTERVIEWING
                INFORMED     NOTE_EXTRACT    INFORMED
                INFORMED     NOTE_REFERENCE  INFORMED
                INFORMED     CHECK_IVO       INFORMED
                INFORMED     CHECK           CHECKS
                INFORMED     ABANDON         ABANDONED
                APPLIED      INTERVIEW       INTERVIEWING
                APPLIED      NOTE_EXTRACT    APPLIED
                APPLIED      NOTE_REFERENCE  APPLIED
                APPLIED      ABANDON         ABANDONED
                INTERVIEWING INTERVIEW       INTERVIEWING
                INTERVIEWING INTERVIEW_CHILD INTERVIEWING
                INTERVIEWING NOTE_EXTRACT    INTERVIEWING
                INTERVIEWING NOTE_REFERENCE  INTERVIEWING
                INTERVIEWING CHECK           CHECKS
                INTERVIEWING ABANDON         ABANDONED
                CHECKS       INTERVIEW_CHILD CHECKS
                CHECKS       NOTE_EXTRACT    CHECKS
                CHECKS       NOTE_REFERENCE  CHECKS
                CHECKS       CHECK_IVO       CHECKS
                CHECKS       ANALYSE         ANALYSIS
                CHECKS       ABANDON         ABANDONED
                ANALYSIS     APPROVE         APPROVED
                ANALYSIS     REJECT          NOT_APPROVED
                ANALYSIS     ABANDON         ABANDONED
                """);
    }
}
