package org.insats.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MovableClockTest {

    private static final Instant NOW = Instant.parse("2026-03-27T09:00:00Z");

    @TempDir
    private Path folder;

    private MovableClock clock() {
        return new MovableClock(folder.resolve("data/clock.properties"), Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void showsRealTimeUntilMoved() {
        assertThat(clock().instant()).isEqualTo(NOW);
    }

    @Test
    void keepsTheMoveOverARestart() {
        clock().moveTo(Instant.parse("2027-01-01T00:00:00Z"));

        assertThat(clock().instant()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
    }

    @Test
    void advancesByDaysOfTheSwedishCalendarOverTheChangeToSummerTime() {
        MovableClock clock = clock();

        clock.advanceDays(3);

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-03-30T08:00:00Z"));
    }

    @Test
    void goesToEightInTheMorningOfADay() {
        MovableClock clock = clock();

        clock.moveTo(LocalDate.of(2026, 7, 1));

        assertThat(clock.instant()).isEqualTo(Instant.parse("2026-07-01T06:00:00Z"));
    }

    @Test
    void aSecondServerOnTheSameFolderSeesTheMove() {
        MovableClock one = clock();
        MovableClock other = clock();
        assertThat(other.instant()).isEqualTo(NOW);

        one.advanceDays(1);

        assertThat(other.instant()).isEqualTo(one.instant());
    }

    @Test
    void resetGoesBackToRealTime() {
        MovableClock clock = clock();
        clock.advanceDays(100);

        clock.reset();

        assertThat(clock.instant()).isEqualTo(NOW);
    }

    @Test
    void tellsTheSameInstantInAnotherZone() {
        MovableClock clock = clock();
        clock.advanceDays(1);

        assertThat(clock.withZone(MovableClock.SWEDEN).instant()).isEqualTo(clock.instant());
    }
}
