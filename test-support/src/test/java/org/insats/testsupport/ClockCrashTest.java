package org.insats.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.io.TempDir;

/** Killed as {@code kill -9} does while it writes its file: nearly all of the writer's time is spent there. */
class ClockCrashTest {

    private static final Duration NEAR = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @RepeatedTest(8)
    void standsWhereItWasMovedToBeforeOrAfter(RepetitionInfo repetition) throws IOException {
        Random random = new Random(20_261_122L + repetition.getCurrentRepetition());
        Path file = folder.resolve("clock.properties");
        Process writer = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        ClockWriter.class.getName(),
                        file.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = writer.inputReader(StandardCharsets.UTF_8)) {
            assertThat(output.readLine()).isEqualTo("moving");
            LockSupport.parkNanos(TimeUnit.MICROSECONDS.toNanos(random.nextInt(150_000)));
        } finally {
            writer.destroyForcibly().onExit().join();
        }

        MovableClock found = new MovableClock(file.toString());
        assertThat(ClockWriter.MOVES).anySatisfy(moved -> assertThat(Duration.between(moved, found.instant()))
                .isBetween(Duration.ZERO, NEAR));
        found.moveTo(ClockWriter.MOVES.get(1));
        assertThat(found.instant()).isAfterOrEqualTo(ClockWriter.MOVES.get(1));
    }
}
