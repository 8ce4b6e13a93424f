package org.insats.agreement;

import org.insats.platform.WholeTable;
import org.junit.jupiter.api.Test;

class AgreementLifecycleTest {

    @Test
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                AgreementLifecycle.TABLE,
                AgreementAction.class,
                """
                DRAFT       ESTABLISH ESTABLISHED
                ESTABLISHED RENEW     ESTABLISHED
                ESTABLISHED REPLACE   REPLACED
                ESTABLISHED TERMINATE CLOSED
                """);
    }
}
