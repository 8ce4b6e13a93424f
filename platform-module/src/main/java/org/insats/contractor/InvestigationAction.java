package org.insats.contractor;

/** What is done in a contractor investigation, requirements 4.2. */
public enum InvestigationAction {
    INFORM,
    APPLY,
    INTERVIEW,
    INTERVIEW_CHILD,
    NOTE_EXTRACT,
    NOTE_REFERENCE,
    CHECK_IVO,
    CHECK,
    ANALYSE,
    APPROVE,
    REJECT,
    ABANDON,
    EXEMPT
}
