package org.insats.closing;

/** States of an ending: the three steps of the closing order (END-20..22). */
public enum EndingState {
    DRAFT,
    ENDED_BY_CASE_WORKER,
    DOCUMENTED,
    CLOSED
}
