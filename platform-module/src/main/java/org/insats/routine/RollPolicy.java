package org.insats.routine;

/** What becomes of a due date that falls on a day nobody works (DLC-07). */
public enum RollPolicy {
    /** The date stays; only the work-by date is earlier. */
    KEEP,
    /** The due date moves back to the last working day on or before it. */
    PREVIOUS,
    /** The due date moves on to the next working day. Never for something due before another date. */
    NEXT
}
