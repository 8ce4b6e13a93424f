package org.insats.contractor;

import java.util.Optional;

/**
 * Whether a contractor may be matched and contracted (INV-24).
 *
 * @param state why, or why not
 * @param investigation id of the investigation that says so
 */
public record Approval(State state, Optional<String> investigation) {

    /** Why, or why not. */
    public enum State {
        /** An investigation of the kind that the routine asks for was approved; it serves later assignments too (INV-22). */
        APPROVED,
        /** The municipality has an agreement with the home, and approved it then (INV-05, INV-07, BR-31). */
        EXEMPT,
        /** The routine describes no investigation for this sort (INV-08). */
        NOT_NEEDED,
        /** An investigation is asked for, and none is approved. */
        MISSING
    }

    /** Whether a match and an agreement may be made. */
    public boolean isGiven() {
        return state != State.MISSING;
    }
}
