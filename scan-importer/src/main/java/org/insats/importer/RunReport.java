package org.insats.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;

/** The importer's own record of every file, {@code report.csv} in the inbox: time, checksum, fate, pages, reason, explanation. */
public final class RunReport {

    private final Path file;
    private final Clock clock;

    public RunReport(Path folder, Clock clock) {
        this.file = folder.resolve("report.csv");
        this.clock = clock;
    }

    void add(String sha256, Sweep.Fate fate, Reading reading, String explanation) throws IOException {
        String line = String.join(
                ";",
                clock.instant().toString(),
                sha256,
                fate.name(),
                Integer.toString(reading.pages()),
                reading.reason().map(Enum::name).orElse(""),
                explanation == null ? "" : explanation.replaceAll("[;\\r\\n]+", " "));
        Files.writeString(
                file,
                line + System.lineSeparator(),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }
}
