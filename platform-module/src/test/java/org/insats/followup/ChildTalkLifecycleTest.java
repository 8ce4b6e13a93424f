package org.insats.followup;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class ChildTalkLifecycleTest {

    @Test
    @Covers("DOC-ENUM-38")
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                ChildTalkLifecycle.TABLE,
                ChildTalkAction.class,
                """
                NOT_ASSESSED       OFFER             OFFERED
                OFFERED            DECLINE           DECLINED_BY_CHILD
                OFFERED            ACCEPT            ACCEPTED
                ACCEPTED           INFORM_GUARDIANS  GUARDIANS_INFORMED
                GUARDIANS_INFORMED INFORM_GUARDIANS  GUARDIANS_INFORMED
                GUARDIANS_INFORMED HOLD              HELD
                NOT_ASSESSED       FIND_UNSUITABLE   NOT_SUITABLE
                OFFERED            FIND_UNSUITABLE   NOT_SUITABLE
                ACCEPTED           FIND_UNSUITABLE   NOT_SUITABLE
                GUARDIANS_INFORMED FIND_UNSUITABLE   NOT_SUITABLE
                """);
    }
}
