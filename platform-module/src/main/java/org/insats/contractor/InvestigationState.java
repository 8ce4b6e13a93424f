package org.insats.contractor;

/** States of a contractor investigation, DOC-ENUM-27 and requirements 4.2. */
public enum InvestigationState {
    PROPOSED,
    INFORMED,
    APPLIED,
    INTERVIEWING,
    CHECKS,
    ANALYSIS,
    APPROVED,
    NOT_APPROVED,
    EXEMPT,
    ABANDONED
}
