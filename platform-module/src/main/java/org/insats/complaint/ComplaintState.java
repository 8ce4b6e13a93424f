package org.insats.complaint;

/** States of a complaint on a contractor, DOC-ENUM-39 and requirements 4.10. */
public enum ComplaintState {
    RECEIVED,
    FORWARDED,
    SERIOUS,
    SEPARATE_ROUTINE,
    HANDLED
}
