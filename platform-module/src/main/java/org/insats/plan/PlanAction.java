package org.insats.plan;

/** What people and the system do with an implementation plan, requirements 4.5.2 and 4.7. */
public enum PlanAction {
    ESTABLISH,
    SEND_COPY,
    REVISE,
    REQUEST_SIGNATURE,
    RECEIVE_SIGNED_COPY,
    REPLACE,
    CLOSE
}
