package org.insats.routine;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Optional;

/**
 * A day off that only one municipality has (DLC-08): either one date, or the same day every year.
 *
 * @param date the one date
 * @param everyYear the day of every year
 */
public record LocalDay(Optional<LocalDate> date, Optional<MonthDay> everyYear) {

    /** Exactly one of the two. */
    public LocalDay {
        if (date.isPresent() == everyYear.isPresent()) {
            throw new IllegalArgumentException("a local day off is either one date or a day of every year");
        }
    }

    /** Whether a day is this day off. */
    public boolean isOn(LocalDate day) {
        return date.filter(day::equals).isPresent()
                || everyYear.filter(yearly -> yearly.equals(MonthDay.from(day))).isPresent();
    }
}
