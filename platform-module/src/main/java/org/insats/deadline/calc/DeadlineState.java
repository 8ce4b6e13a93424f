package org.insats.deadline.calc;

/** Where a deadline stands on a day (DLC-11). Nothing is ever deleted. */
public enum DeadlineState {
    /** Open, before its lead date; also every open guard and information. */
    PENDING,
    /** Open, from the lead date to the due date. */
    DUE_SOON,
    /** Open, after the due date. */
    OVERDUE,
    /** Done on or before the due date. */
    MET,
    /** Done after the due date. */
    MET_LATE,
    /** No longer has an object; see the reason. */
    CANCELLED,
    /** Replaced by another, as when the grant was extended (DLF-09). */
    SUPERSEDED;

    /** Whether something is still to be done. */
    public boolean isOpen() {
        return this == PENDING || this == DUE_SOON || this == OVERDUE;
    }
}
