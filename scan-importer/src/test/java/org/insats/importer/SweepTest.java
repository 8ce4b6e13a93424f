package org.insats.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SweepTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-22T08:00:00Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private final MemoryRepository repository = new MemoryRepository();

    @BeforeEach
    void oneFormWaits() throws IOException {
        drop("Plan för Test Testsson.pdf", Scans.code(1, 1));
    }

    @Test
    void aFiledFormMovesToDoneUnderItsChecksum() throws IOException {
        assertThat(sweep()).isEqualTo(Map.of(Sweep.Fate.FILED, 1));

        assertThat(names("done")).singleElement().asString().matches("[0-9a-f]{64}\\.pdf");
        assertThat(waiting()).isEmpty();
    }

    @Test
    void nothingTheImporterWritesHoldsTheScannersFileName() throws IOException {
        sweep();

        assertThat(Files.readString(folder.resolve("report.csv")))
                .contains("FILED")
                .doesNotContain("Test Testsson");
        assertThat(names("done")).noneMatch(name -> name.contains("Testsson"));
    }

    @Test
    void whenTheRepositoryIsDownTheFileStaysWhereItIs() throws IOException {
        repository.down = true;
        assertThat(sweep()).isEqualTo(Map.of(Sweep.Fate.LEFT, 1));
        assertThat(waiting()).hasSize(1);

        repository.down = false;
        assertThat(sweep()).isEqualTo(Map.of(Sweep.Fate.FILED, 1));
    }

    @Test
    void killedAfterTheUploadTheNextPassFindsItDoneAndDoublesNothing() {
        repository.dieAfterStoring = true;
        assertThatThrownBy(this::sweep).isInstanceOf(Killed.class);
        assertThat(waiting()).hasSize(1);

        repository.dieAfterStoring = false;
        assertThat(sweepUnchecked()).isEqualTo(Map.of(Sweep.Fate.DUPLICATE, 1));
        assertThat(repository.stored).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void aRefusedFileIsSetAsideWithTheReason() throws IOException {
        repository.refusal = "INS-SCAN-EMPTY Filen är tom";
        assertThat(sweep()).isEqualTo(Map.of(Sweep.Fate.REFUSED, 1));

        Path reason = Files.list(folder.resolve("refused"))
                .filter(file -> file.toString().endsWith(".reason.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(reason)).contains("INS-SCAN-EMPTY");
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        old(Files.writeString(folder.resolve("damaged.pdf"), "%PDF-1.4 damaged"));
        drop("second.pdf", Scans.code("2026-000002", 1, 1));

        assertThat(sweep()).isEqualTo(Map.of(Sweep.Fate.FILED, 2, Sweep.Fate.QUEUED, 1));
    }

    @Test
    void aFileStillBeingWrittenWaits() throws IOException {
        Path fresh = Scans.pdf(folder.resolve("fresh.pdf"), Scans.page(Scans.code("2026-000003", 1, 1)));
        Files.setLastModifiedTime(fresh, FileTime.from(CLOCK.instant()));

        sweep();

        assertThat(waiting()).containsExactly("fresh.pdf");
    }

    @Test
    void progressReachesTheEnd() throws IOException {
        List<String> shown = new ArrayList<>();

        newSweep().run((done, all) -> shown.add(ProgressBar.of(done, all)));

        assertThat(shown.get(0)).endsWith("0/1");
        assertThat(shown.get(shown.size() - 1)).endsWith("1/1").doesNotContain(".");
    }

    private void drop(String name, String code) throws IOException {
        old(Scans.pdf(folder.resolve(name), Scans.page(code)));
    }

    private static void old(Path file) throws IOException {
        Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofMinutes(1))));
    }

    private Map<Sweep.Fate, Integer> sweep() throws IOException {
        return newSweep().run((done, all) -> {});
    }

    private Map<Sweep.Fate, Integer> sweepUnchecked() {
        try {
            return sweep();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private Sweep newSweep() {
        return new Sweep(
                new Inbox(folder, CLOCK, Duration.ofSeconds(2)),
                new FormReader(20),
                repository,
                new RunReport(folder, CLOCK),
                10_000_000);
    }

    private List<String> waiting() {
        return names("").stream().filter(name -> name.endsWith(".pdf")).toList();
    }

    private List<String> names(String sub) {
        try (var files = Files.list(folder.resolve(sub))) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private static final class MemoryRepository implements ScanRepository {
        private final Set<String> stored = new HashSet<>();
        private boolean down;
        private boolean dieAfterStoring;
        private String refusal;

        @Override
        public Outcome file(Path file, String sha256, Reading reading) throws IOException, Refused {
            if (down) {
                throw new IOException("connection refused");
            }
            if (refusal != null) {
                throw new Refused(refusal);
            }
            boolean isNew = stored.add(sha256);
            if (dieAfterStoring) {
                throw new Killed();
            }
            if (!isNew) {
                return Outcome.DUPLICATE;
            }
            return reading.reason().isPresent() ? Outcome.QUEUED : Outcome.FILED;
        }
    }
}
