package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * Something that may happen several times, and what was done about it.
 *
 * @param ref the caller's id of it; empty for its number in the list
 * @param date when it happened
 * @param settledOn when what it asks for was done
 * @param serious for complaints: when it was judged serious
 * @param separateRoutineOn for serious complaints: when the separate routine was started
 */
public record Occurrence(
        Optional<String> ref,
        LocalDate date,
        Optional<LocalDate> settledOn,
        Optional<LocalDate> serious,
        Optional<LocalDate> separateRoutineOn) {

    /** Nothing may be null. */
    public Occurrence {
        Objects.requireNonNull(ref, "ref");
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(settledOn, "settledOn");
    }

    /** Something that happened, settled or not. */
    public static Occurrence of(LocalDate date, Optional<LocalDate> settledOn) {
        return new Occurrence(Optional.empty(), date, settledOn, Optional.empty(), Optional.empty());
    }
}
