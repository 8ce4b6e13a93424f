package org.insats.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The embedded repository is a means, and bounded (decision 0007). */
class SizeTest {

    private static final long BOUND = 12_000;

    @Test
    void hasFewerThanTwelveThousandLinesBlankOnesAndCommentsIncluded() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            long lines = files.filter(file -> file.toString().endsWith(".java"))
                    .mapToLong(SizeTest::lines)
                    .sum();

            assertThat(lines).isBetween(1L, BOUND - 1);
        }
    }

    private static long lines(Path file) {
        try {
            return Files.readAllLines(file).size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
