package org.insats.deadline.calc;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Objects;
import java.util.function.Predicate;

/** Counting of days that somebody works: not Saturday, not Sunday, not a holiday (DLC-08). */
final class WorkingDays {

    private final Predicate<LocalDate> holiday;

    WorkingDays(Predicate<LocalDate> holiday) {
        this.holiday = Objects.requireNonNull(holiday, "holiday");
    }

    boolean isWorkingDay(LocalDate day) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY && day.getDayOfWeek() != DayOfWeek.SUNDAY && !holiday.test(day);
    }

    /** The last working day on or before a day (DLC-06). */
    LocalDate onOrBefore(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.minusDays(1);
        }
        return candidate;
    }

    /** The first working day on or after a day (DLC-07, NEXT). */
    LocalDate onOrAfter(LocalDate day) {
        LocalDate candidate = day;
        while (!isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** The n-th working day after a day, the first one after it being number 1 (DLC-09); the day itself for 0. */
    LocalDate after(LocalDate day, int count) {
        return step(day, count, 1);
    }

    /** The n-th working day before a day; the day itself for 0. */
    LocalDate before(LocalDate day, int count) {
        return step(day, count, -1);
    }

    private LocalDate step(LocalDate day, int count, int direction) {
        LocalDate candidate = day;
        int left = count;
        while (left > 0) {
            candidate = candidate.plusDays(direction);
            if (isWorkingDay(candidate)) {
                left--;
            }
        }
        return candidate;
    }
}
