package org.insats.closing;

/**
 * States of an ending (4.9): proposed as a draft, perhaps disputed, then the steps of the closing order of the case's
 * profile; or withdrawn, because the intervention goes on.
 */
public enum EndingState {
    DRAFT,
    DISPUTED,
    ENDED_BY_CASE_WORKER,
    DOCUMENTED,
    CLOSED,
    WITHDRAWN
}
