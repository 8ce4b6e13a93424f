package org.insats.plan;

import org.insats.platform.WholeTable;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

class PlanLifecycleTest {

    @Test
    @Covers("DOC-ENUM-35")
    void theTableAllowsThisAndNothingElse() {
        WholeTable.holds(
                PlanLifecycle.TABLE,
                PlanAction.class,
                """
                DRAFT                  CHANGE_GOALS         DRAFT
                DRAFT                  BOOK_SESSION         DRAFT
                ESTABLISHED            BOOK_SESSION         ESTABLISHED
                SIGNED                 BOOK_SESSION         SIGNED
                ESTABLISHED            SIGN                 ESTABLISHED
                RETURNED_FOR_SIGNATURE SIGN                 RETURNED_FOR_SIGNATURE
                DRAFT                  ESTABLISH            ESTABLISHED
                DRAFT                  REQUEST_SIGNATURE    RETURNED_FOR_SIGNATURE
                RETURNED_FOR_SIGNATURE RECEIVE_SIGNED_COPY  SIGNED
                ESTABLISHED            SEND_COPY            ESTABLISHED
                ESTABLISHED            REQUEST_SIGNATURE    ESTABLISHED
                ESTABLISHED            RECEIVE_SIGNED_COPY  SIGNED
                ESTABLISHED            REVISE               ESTABLISHED
                SIGNED                 REVISE               SIGNED
                ESTABLISHED            REPLACE              REPLACED
                ESTABLISHED            CLOSE                CLOSED
                SIGNED                 SEND_COPY            SIGNED
                SIGNED                 REPLACE              REPLACED
                SIGNED                 CLOSE                CLOSED
                """);
    }
}
