package org.insats.casefile;

/** States of an intervention, from the first assignment to the closed file. */
public enum InterventionState {
    PLANNED,
    GRANTED,
    ORDERED,
    RUNNING,
    ENDING,
    DOCUMENTED,
    ENDED,
    WITHDRAWN,
    DECLINED
}
