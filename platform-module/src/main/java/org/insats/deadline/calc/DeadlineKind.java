package org.insats.deadline.calc;

/** The three kinds of rule in the deadline table (DLC-17). */
public enum DeadlineKind {
    /** Has a lead date, a due date and an overdue state; gets a workflow. */
    DEADLINE,
    /** Blocks a step until it is met; never overdue, no workflow. */
    GUARD,
    /** Shown only; never overdue, no workflow. */
    INFORMATION
}
