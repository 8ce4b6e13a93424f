package org.insats.startup;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class StartUpLifecycleTest {

    @Test
    @Covers("DOC-ENUM-36")
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                StartUpLifecycle.TABLE,
                StartUpAction.class,
                """
                NOT_BOOKED     BOOK            BOOKED
                NOT_BOOKED     CANCEL          CANCELLED
                BOOKED         REBOOK          REBOOKED
                BOOKED         HOLD_ROLE_TALK  ROLE_TALK_HELD
                BOOKED         HOLD            HELD
                BOOKED         CANCEL          CANCELLED
                ROLE_TALK_HELD REBOOK          REBOOKED
                ROLE_TALK_HELD HOLD            HELD
                ROLE_TALK_HELD CANCEL          CANCELLED
                REBOOKED       REBOOK          REBOOKED
                REBOOKED       HOLD_ROLE_TALK  ROLE_TALK_HELD
                REBOOKED       HOLD            HELD
                REBOOKED       CANCEL          CANCELLED
                HELD           EXECUTE         EXECUTED
                """);
    }
}
