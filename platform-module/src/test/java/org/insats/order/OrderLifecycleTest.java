package org.insats.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderLifecycleTest {

    @Test
    @Covers("DOC-ENUM-08")
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                OrderLifecycle.TABLE,
                OrderAction.class,
                """
                DRAFT     SEND           SENT
                SENT      RECEIVE        RECEIVED
                SENT      ALLOCATE       ALLOCATED
                SENT      WITHDRAW       WITHDRAWN
                SENT      DECLINE        DECLINED
                SENT      SUPERSEDE      SUPERSEDED
                RECEIVED  RECEIVE        RECEIVED
                RECEIVED  CHECK          RECEIVED
                RECEIVED  DIALOGUE       RECEIVED
                RECEIVED  ASK            RECEIVED
                RECEIVED  ANSWER         RECEIVED
                RECEIVED  ALLOCATE       ALLOCATED
                RECEIVED  WITHDRAW       WITHDRAWN
                RECEIVED  DECLINE        DECLINED
                RECEIVED  SUPERSEDE      SUPERSEDED
                ALLOCATED RECEIVE        ALLOCATED
                ALLOCATED CHECK          ALLOCATED
                ALLOCATED DIALOGUE       ALLOCATED
                ALLOCATED SEARCH         MATCHING
                ALLOCATED START          STARTED
                ALLOCATED WITHDRAW       WITHDRAWN
                ALLOCATED DECLINE        DECLINED
                ALLOCATED SUPERSEDE      SUPERSEDED
                MATCHING  MATCH          MATCHED
                MATCHING  WITHDRAW       WITHDRAWN
                MATCHING  DECLINE        DECLINED
                MATCHING  SUPERSEDE      SUPERSEDED
                MATCHED   REOPEN_SEARCH  MATCHING
                MATCHED   START          STARTED
                MATCHED   WITHDRAW       WITHDRAWN
                MATCHED   SUPERSEDE      SUPERSEDED
                STARTED   END            ENDED
                WITHDRAWN COPY           WITHDRAWN
                DECLINED  COPY           DECLINED
                DECLINED  CHOOSE         DECLINED
                DRAFT     MARK_URGENT         DRAFT
                DRAFT     CONTACT_DIRECTLY    DRAFT
                SENT      CONTACT_DIRECTLY    SENT
                SENT      NOTE_NEED_CHANGED   SENT
                SENT      CONVERT             SENT
                RECEIVED  CONTACT_DIRECTLY    RECEIVED
                RECEIVED  NOTE_NEED_CHANGED   RECEIVED
                RECEIVED  CONVERT             RECEIVED
                RECEIVED  CONFIRM_EARLIER     ALLOCATED
                ALLOCATED CONTACT_CASE_WORKER ALLOCATED
                ALLOCATED NOTE_NEED_CHANGED   ALLOCATED
                ALLOCATED CONVERT             ALLOCATED
                MATCHING  CONTACT_CASE_WORKER MATCHING
                MATCHING  NOTE_NEED_CHANGED   MATCHING
                MATCHING  CONVERT             MATCHING
                MATCHED   NOTE_NEED_CHANGED   MATCHED
                MATCHED   CONVERT             MATCHED
                """);
    }

    @ParameterizedTest
    @EnumSource(names = {"STARTED", "ENDED", "WITHDRAWN", "DECLINED", "SUPERSEDED", "DRAFT"})
    @Covers({"ORD-59", "ORD-71"})
    void onlyAnOrderOnItsWayCanBeWithdrawn(OrderState state) {
        assertThat(OrderLifecycle.TABLE.allows(state, OrderAction.WITHDRAW)).isFalse();
    }

    @Test
    @Covers("ORD-58")
    void aStartedOrderIsNoLongerDeclined() {
        assertThat(OrderLifecycle.TABLE.allows(OrderState.STARTED, OrderAction.DECLINE))
                .isFalse();
    }
}
