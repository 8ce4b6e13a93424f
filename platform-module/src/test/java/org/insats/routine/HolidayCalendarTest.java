package org.insats.routine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The days nobody works on. */
@Covers("DLC-08")
class HolidayCalendarTest {

    private final HolidayCalendar calendar = HolidayCalendar.shipped();

    @Test
    void theYear2026HasExactlyTheDaysOfTheList() {
        assertThat(holidays(2026))
                .containsExactly(
                        "2026-01-01",
                        "2026-01-06",
                        "2026-04-03",
                        "2026-04-06",
                        "2026-05-01",
                        "2026-05-14",
                        "2026-06-06",
                        "2026-06-19",
                        "2026-06-20",
                        "2026-10-31",
                        "2026-12-24",
                        "2026-12-25",
                        "2026-12-26",
                        "2026-12-31");
    }

    @ParameterizedTest
    @CsvSource({
        // year, Good Friday, Easter Monday, Ascension Day, Midsummer Eve, All Saints' Day
        "2024, 2024-03-29, 2024-04-01, 2024-05-09, 2024-06-21, 2024-11-02",
        "2025, 2025-04-18, 2025-04-21, 2025-05-29, 2025-06-20, 2025-11-01",
        "2027, 2027-03-26, 2027-03-29, 2027-05-06, 2027-06-25, 2027-11-06",
        "2028, 2028-04-14, 2028-04-17, 2028-05-25, 2028-06-23, 2028-11-04",
        "2038, 2038-04-23, 2038-04-26, 2038-06-03, 2038-06-25, 2038-11-06"
    })
    void movableDaysAreFound(
            int year,
            LocalDate goodFriday,
            LocalDate easterMonday,
            LocalDate ascension,
            LocalDate midsummerEve,
            LocalDate allSaints) {
        assertThat(Stream.of(goodFriday, easterMonday, ascension, midsummerEve, midsummerEve.plusDays(1), allSaints))
                .allMatch(calendar::isHoliday);
        assertThat(holidays(year)).hasSize(14);
    }

    private List<String> holidays(int year) {
        LocalDate first = LocalDate.of(year, 1, 1);
        return first.datesUntil(first.plusYears(1))
                .filter(calendar::isHoliday)
                .map(LocalDate::toString)
                .toList();
    }
}
