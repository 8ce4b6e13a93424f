package org.insats.plan;

/** What people and the system do with a care plan or an implementation plan, requirements 4.5.2 and 4.7. */
public enum PlanAction {
    CHANGE_GOALS,
    BOOK_SESSION,
    ESTABLISH,
    SEND_COPY,
    REVISE,
    REQUEST_SIGNATURE,
    SIGN,
    RECEIVE_SIGNED_COPY,
    REPLACE,
    CLOSE
}
