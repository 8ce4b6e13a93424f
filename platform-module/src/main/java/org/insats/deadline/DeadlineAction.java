package org.insats.deadline;

/** What the clock, the job and the acts of people do with a deadline, requirements 5.1. */
public enum DeadlineAction {
    RECOMPUTE,
    REMIND,
    MARK_OVERDUE,
    MEET,
    MEET_LATE,
    CANCEL,
    SUPERSEDE
}
