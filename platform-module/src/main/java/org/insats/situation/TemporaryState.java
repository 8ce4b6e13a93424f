package org.insats.situation;

/** States of a temporary intervention during an investigation (4.11.1). */
public enum TemporaryState {
    NEED_SEEN,
    DISCUSSED,
    PRIORITISED,
    GRANTED,
    ORDERED,
    RUNNING,
    ENDED,
    CONVERTED
}
