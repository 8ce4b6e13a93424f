package org.insats.deadline.calc;

import java.time.LocalDate;

/**
 * A due date that a deadline used to have (DLC-13).
 *
 * @param dueDate the old date
 * @param reason why it was recomputed
 */
public record FormerDate(LocalDate dueDate, Reason reason) {

    /** Why a date was recomputed. */
    public enum Reason {
        /** The date that triggers it was corrected. */
        TRIGGER_CORRECTED,
        /** The grant got a new end. */
        EXTENDED
    }
}
