package org.insats.extension;

import org.insats.platform.WholeTable;
import org.junit.jupiter.api.Test;

class ExtensionLifecycleTest {

    @Test
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                ExtensionLifecycle.TABLE,
                ExtensionAction.class,
                """
                CONSIDERED       CONSENT               CONSIDERED
                INVESTIGATION    CONSENT               INVESTIGATION
                CONSIDERED       INVESTIGATE           INVESTIGATION
                CONSIDERED       CONTINUE              DECIDED_CONTINUE
                INVESTIGATION    CONTINUE              DECIDED_CONTINUE
                CONSIDERED       DECIDE_NOT_TO_EXTEND  DECIDED_NOT_EXTEND
                INVESTIGATION    DECIDE_NOT_TO_EXTEND  DECIDED_NOT_EXTEND
                DECIDED_CONTINUE SEND_ORDER            ORDER_SENT
                DECIDED_CONTINUE SEND_COPY             COPIES_SENT
                COPIES_SENT      SEND_COPY             COPIES_SENT
                DECIDED_CONTINUE PROLONG_RESOURCE      DECIDED_CONTINUE
                COPIES_SENT      REGISTER_AGREEMENT    NEW_AGREEMENT
                DECIDED_CONTINUE COMPLETE              COMPLETED
                ORDER_SENT       COMPLETE              COMPLETED
                COPIES_SENT      COMPLETE              COMPLETED
                NEW_AGREEMENT    COMPLETE              COMPLETED
                """);
    }
}
