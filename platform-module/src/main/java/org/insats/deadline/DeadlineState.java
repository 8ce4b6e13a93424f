package org.insats.deadline;

/** States of a deadline, DLC-11. Nothing is ever deleted. */
public enum DeadlineState {
    PENDING,
    DUE_SOON,
    OVERDUE,
    MET,
    MET_LATE,
    CANCELLED,
    SUPERSEDED
}
