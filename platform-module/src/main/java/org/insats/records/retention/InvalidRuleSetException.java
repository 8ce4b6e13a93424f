package org.insats.records.retention;

import java.util.List;

/** A rule set that cannot be used; the places are JSON pointers and hold no value of what was sent. */
public final class InvalidRuleSetException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final List<String> places;

    /** Creates it. */
    public InvalidRuleSetException(List<String> places) {
        super("Not a rule set, see " + String.join(", ", places));
        this.places = List.copyOf(places);
    }

    /** Where it is wrong. */
    public List<String> places() {
        return places;
    }
}
