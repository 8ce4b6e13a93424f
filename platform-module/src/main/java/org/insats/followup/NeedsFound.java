package org.insats.followup;

import java.time.LocalDate;

/**
 * What a documented follow-up found of needs, and on which of the three levels the case worker put it (REV-07).
 *
 * @param level the level
 * @param heldOn when the follow-up was held
 */
public record NeedsFound(Level level, LocalDate heldOn) {

    /** The three levels of REV-07. */
    public enum Level {
        /** Goals remain: plan or assignment may be changed. */
        REMAINING_GOALS,
        /** Needs have changed: that takes a decision. */
        CHANGED_NEEDS,
        /** Entirely new needs: that takes an investigation of their own (REV-10, BR-10). */
        NEW_NEEDS
    }
}
