package org.insats.deadline.calc;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * When something happened.
 *
 * @param date date in Sweden (DLC-01); of the event, not of its registration (DLC-12)
 * @param time time in Sweden, if known
 * @param formerDates dates it was registered with before it was corrected, oldest first (DLC-13)
 */
public record FactDate(LocalDate date, Optional<LocalTime> time, List<LocalDate> formerDates) {

    /** Nothing may be null. */
    public FactDate {
        Objects.requireNonNull(date, "date");
        Objects.requireNonNull(time, "time");
        formerDates = List.copyOf(formerDates);
    }

    /** A date with no time and no corrections. */
    public static FactDate of(LocalDate date) {
        return new FactDate(date, Optional.empty(), List.of());
    }
}
