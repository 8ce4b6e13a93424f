package org.insats.deadline.calc;

/** Why a deadline was cancelled or superseded (DLF-09, DLF-10). */
public enum CancelReason {
    INTERRUPTED,
    ENDED,
    WITHDRAWN,
    DECLINED,
    /** The optional act was set "not needed" (DL-36). */
    NOT_NEEDED,
    /** The grant was extended; the new end has its own deadline. Goes with SUPERSEDED. */
    EXTENDED
}
