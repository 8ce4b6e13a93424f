package org.insats.deadline.calc;

/** Marks on a deadline that a user should see. */
public enum Flag {
    /** The grant is too short for the rule; the date is half-way, and the user confirms at registration (DLF-04, DLF-06). */
    SHORT_PERIOD,
    /** The interval ended the day after the grant; counted as its last day (DLF-06). */
    MOVED_TO_GRANT_END,
    /** The rule's own date lies after the grant; another rule governs the act. */
    AFTER_GRANT_END,
    /** Reckoned from a planned start; changes when the intervention starts. */
    PROVISIONAL,
    /** Too late for family and contractor to wind up in time (DL-12). */
    TOO_LATE_TO_WIND_UP,
    /** The grant ended without a decision; the intervention is not closed by that (DL-57). */
    EXPIRED_WITHOUT_DECISION,
    /** A step is refused until this is done. */
    BLOCKS_STEP,
    /** The need has changed; the order is to be withdrawn (DL-05). */
    TO_BE_WITHDRAWN,
    /** The period or intervention began without an agreement (DL-25, DL-61). */
    NO_AGREEMENT_AT_START,
    /** A guard's or information's date has passed; such rules are never overdue (DLC-17). */
    DATE_PASSED,
    /** The due date was moved to a working day by the roll policy (DLC-07). */
    ROLLED
}
