package org.insats.deadline.calc;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.insats.requirements.Covers;
import org.insats.routine.HolidayCalendar;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Working days around the holidays of 2026 and 2027, counted by hand. */
class WorkingDaysTest {

    private final WorkingDays days = new WorkingDays(HolidayCalendar.shipped()::isHoliday);

    @ParameterizedTest
    @Covers({"DLC-06", "DLC-08"})
    @CsvSource({
        // day, last working day on or before it, first working day on or after it
        "2026-03-02, 2026-03-02, 2026-03-02", // an ordinary Monday
        "2026-03-07, 2026-03-06, 2026-03-09", // Saturday
        "2026-01-01, 2025-12-30, 2026-01-02", // New Year's Day, after New Year's Eve
        "2026-01-06, 2026-01-05, 2026-01-07", // Epiphany, a Tuesday
        "2026-04-03, 2026-04-02, 2026-04-07", // Good Friday
        "2026-04-06, 2026-04-02, 2026-04-07", // Easter Monday
        "2026-05-01, 2026-04-30, 2026-05-04", // 1 May, a Friday
        "2026-05-14, 2026-05-13, 2026-05-15", // Ascension Day; the Friday after it is worked
        "2026-06-06, 2026-06-05, 2026-06-08", // National Day, a Saturday
        "2026-06-19, 2026-06-18, 2026-06-22", // Midsummer Eve
        "2026-10-31, 2026-10-30, 2026-11-02", // All Saints' Day
        "2026-12-24, 2026-12-23, 2026-12-28", // Christmas Eve, a Thursday
        "2026-12-27, 2026-12-23, 2026-12-28",
        "2026-12-31, 2026-12-30, 2027-01-04", // New Year's Eve, then a Friday and a weekend
        "2027-06-25, 2027-06-24, 2027-06-28" // Midsummer Eve
    })
    void nearestWorkingDays(LocalDate day, LocalDate onOrBefore, LocalDate onOrAfter) {
        assertThat(days.onOrBefore(day)).isEqualTo(onOrBefore);
        assertThat(days.onOrAfter(day)).isEqualTo(onOrAfter);
    }

    @ParameterizedTest
    @Covers("DLC-09")
    @CsvSource({
        "2026-03-02, 0, 2026-03-02",
        "2026-03-02, 1, 2026-03-03",
        "2026-03-06, 1, 2026-03-09", // Friday to Monday
        "2026-03-07, 1, 2026-03-09", // Saturday: Monday is the first
        "2026-04-01, 3, 2026-04-08", // Thursday, then Tuesday and Wednesday after Easter
        "2026-04-29, 2, 2026-05-04", // Thursday, then Monday after 1 May
        "2026-06-17, 3, 2026-06-23", // Thursday, then Monday and Tuesday after Midsummer
        "2026-12-22, 5, 2027-01-04", // 23, 28, 29, 30 December, 4 January
        "2028-02-28, 2, 2028-03-01" // over the leap day, which is worked
    })
    void workingDaysAfter(LocalDate day, int count, LocalDate expected) {
        assertThat(days.after(day, count)).isEqualTo(expected);
    }

    @ParameterizedTest
    @Covers("DLC-16")
    @CsvSource({
        "2026-03-16, 5, 2026-03-09",
        "2026-04-08, 5, 2026-03-30", // 7 April, 2, 1 April, 31, 30 March
        "2027-01-04, 5, 2026-12-22" // 30, 29, 28, 23, 22 December
    })
    void workingDaysBefore(LocalDate day, int count, LocalDate expected) {
        assertThat(days.before(day, count)).isEqualTo(expected);
    }
}
