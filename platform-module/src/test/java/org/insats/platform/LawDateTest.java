package org.insats.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Covers("DLC-01")
class LawDateTest {

    @ParameterizedTest
    @CsvSource({
        // A browser's midnight in Stockholm, winter and summer; a server in UTC would take the day before.
        "2026-01-14T23:00:00Z, 2026-01-15",
        "2026-07-14T22:00:00Z, 2026-07-15",
        "2026-03-01T23:30:00Z, 2026-03-02",
        "2026-07-15T12:00:00Z, 2026-07-15"
    })
    void anInstantIsReadAsTheDayInStockholm(Instant instant, LocalDate day) {
        assertThat(LawDate.fromStored(Date.from(instant))).isEqualTo(day);
        assertThat(LawDate.normalise(Date.from(instant)).toInstant()).isEqualTo(Instant.parse(day + "T12:00:00Z"));
    }

    @Test
    void whatIsNormalisedStaysAsItIs() {
        Date stored = LawDate.toStored(LocalDate.of(2026, 3, 29));

        assertThat(LawDate.normalise(stored)).isEqualTo(stored);
    }

    @Test
    void aTextIsReadWithOrWithoutTime() {
        assertThat(LawDate.parse("2026-02-28")).contains(LocalDate.of(2026, 2, 28));
        assertThat(LawDate.parse("2026-02-28T23:30:00Z")).contains(LocalDate.of(2026, 3, 1));
        assertThat(LawDate.parse("2026-02-30")).isEmpty();
        assertThat(LawDate.parse("igår")).isEmpty();
    }
}
