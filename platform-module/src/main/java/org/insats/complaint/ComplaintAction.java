package org.insats.complaint;

/** What is done with a complaint on a contractor, requirements 4.10. */
public enum ComplaintAction {
    FORWARD,
    JUDGE_SERIOUS,
    START_SEPARATE_ROUTINE,
    HANDLE
}
