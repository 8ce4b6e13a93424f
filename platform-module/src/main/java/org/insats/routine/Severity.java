package org.insats.routine;

/** How a finding is shown, from mild to refused. */
public enum Severity {
    /** Worth knowing. */
    INFORMATION,
    /** Something is, or is about to be, other than recommended. */
    WARNING,
    /** Something the routine obliges to has not been done. */
    ERROR,
    /** What was entered would be refused when registered. */
    REFUSAL
}
