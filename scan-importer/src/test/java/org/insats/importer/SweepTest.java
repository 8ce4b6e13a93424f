package org.insats.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insats.importer.read.BatchReader;
import org.insats.importer.read.Limits;
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
        assertThat(sweep()).isEqualTo(Map.of(Fate.FILED, 1));

        assertThat(names("done")).singleElement().asString().matches("[0-9a-f]{64}\\.pdf");
        assertThat(waiting()).isEmpty();
        assertThat(underWay()).isEmpty();
    }

    @Test
    void nothingTheImporterWritesHoldsTheScannersFileName() throws IOException {
        repository.down = true;
        sweep();
        assertThat(written()).isNotEmpty().noneMatch(text -> text.contains("Testsson"));

        repository.down = false;
        sweep();
        assertThat(written()).isNotEmpty().noneMatch(text -> text.contains("Testsson"));
        assertThat(names("done")).noneMatch(name -> name.contains("Testsson"));
    }

    @Test
    void whenTheRepositoryIsDownTheFileStaysWhereItIsAndTheOperatorIsTold() throws IOException {
        repository.down = true;
        Sweep failing = newSweep();
        assertThat(failing.run((done, all) -> {})).isEqualTo(Map.of(Fate.LEFT, 1));
        assertThat(failing.problems()).containsExactly("Connection refused");
        assertThat(waiting()).hasSize(1);
        assertThat(reportLines()).singleElement().asString().contains(";LEFT;", "Connection refused");

        repository.down = false;
        assertThat(sweep()).isEqualTo(Map.of(Fate.FILED, 1));
    }

    @Test
    void whenNothingCanBeHandedOverTheRestIsNotTried() throws IOException {
        for (int i = 2; i < 9; i++) {
            drop("form" + i + ".pdf", Scans.code("2026-00000" + i, 1, 1));
        }
        repository.down = true;

        assertThat(sweep()).isEqualTo(Map.of(Fate.LEFT, 8));
        assertThat(repository.asked).isEqualTo(3);
        assertThat(waiting()).hasSize(8);
    }

    @Test
    void whatTheRepositoryStoredWithoutAnsweringIsFoundThereByTheNextPass() throws IOException {
        repository.dieAfterStoring = true;
        assertThat(sweep()).isEqualTo(Map.of(Fate.LEFT, 1));
        assertThat(waiting()).hasSize(1);

        repository.dieAfterStoring = false;
        assertThat(sweep()).isEqualTo(Map.of(Fate.DUPLICATE, 1));
        assertThat(repository.stored).hasSize(1);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatWasReadIsNotReadAgainButChangedFilesOfAPaperAre() throws IOException {
        Path batch = old(Scans.pdf(
                folder.resolve("batch.pdf"),
                Scans.page(Scans.code("2026-000004", 1, 1)),
                Scans.page(Scans.code("2026-000005", 1, 1))));
        String sha256 = Checksums.sha256(batch);
        repository.down = true;
        sweep();
        Files.writeString(folder.resolve(".journal").resolve(sha256).resolve("paper-2.pdf"), "spoilt");
        repository.down = false;

        assertThat(sweep()).isEqualTo(Map.of(Fate.FILED, 3));
        assertThat(repository.bytes.values())
                .noneMatch(bytes -> new String(bytes, java.nio.charset.StandardCharsets.US_ASCII).equals("spoilt"));
    }

    @Test
    void aRefusedFileIsSetAsideWithTheReason() throws IOException {
        repository.refusal = "INS-SCAN-EMPTY Filen är tom";
        assertThat(sweep()).isEqualTo(Map.of(Fate.REFUSED, 1));

        String reason = names("refused").stream()
                .filter(file -> file.endsWith(".reason.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(Files.readString(folder.resolve("refused").resolve(reason))).contains("INS-SCAN-EMPTY");
    }

    @Test
    void oneBadFileDoesNotStopTheOthers() throws IOException {
        old(Files.writeString(folder.resolve("damaged.pdf"), "%PDF-1.4 damaged"));
        drop("second.pdf", Scans.code("2026-000002", 1, 1));

        assertThat(sweep()).isEqualTo(Map.of(Fate.FILED, 2, Fate.QUEUED, 1));
    }

    @Test
    void theSameBytesUnderTwoNamesAreThereOnce() throws IOException {
        Path first = folder.resolve("Plan för Test Testsson.pdf");
        old(Files.copy(first, folder.resolve("copy.pdf")));

        assertThat(sweep()).isEqualTo(Map.of(Fate.FILED, 1, Fate.DUPLICATE, 1));
        assertThat(repository.stored).hasSize(1);
    }

    @Test
    void everyPageIsInTheReport() throws IOException {
        old(Scans.pdf(
                folder.resolve("batch.pdf"),
                Scans.page(Scans.code("2026-000004", 1, 1)),
                Scans.page(org.insats.importer.read.FormCode.separator()),
                Scans.page(null),
                Scans.blank(200)));

        sweep();

        assertThat(reportLines())
                .hasSize(5)
                .anyMatch(line -> line.contains(";2;SEPARATOR;"))
                .anyMatch(line -> line.contains(";1;FILED;") && line.contains(";2026-000004-GPL-01;"))
                .anyMatch(line -> line.contains(";3;QUEUED;") && line.contains(";NO_CODE;"))
                .anyMatch(line -> line.contains(";4;QUEUED;"));
        assertThat(names("reports")).anyMatch(name -> name.endsWith(".html"));
    }

    @Test
    void aFileStillBeingWrittenWaits() throws IOException {
        Path fresh = Scans.pdf(folder.resolve("fresh.pdf"), Scans.page(Scans.code("2026-000003", 1, 1)));
        Files.setLastModifiedTime(fresh, FileTime.from(CLOCK.instant()));

        sweep();

        assertThat(waiting()).containsExactly("fresh.pdf");
    }

    @Test
    void aFileThatSomebodyTookAwayUnderWayIsAccountedFor() throws IOException {
        repository.down = true;
        sweep();
        Files.delete(folder.resolve("Plan för Test Testsson.pdf"));

        assertThat(sweep()).isEqualTo(Map.of(Fate.VANISHED, 1));
        assertThat(underWay()).isEmpty();
    }

    @Test
    void twoRunsNeverWorkOnOneFolder() throws IOException {
        try (Journal held = Journal.open(folder).orElseThrow()) {
            assertThat(held.entries()).isEmpty();
            assertThatThrownBy(this::sweep).isInstanceOf(Sweep.BusyException.class);
        }
        assertThat(sweep()).isEqualTo(Map.of(Fate.FILED, 1));
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

    private static Path old(Path file) throws IOException {
        return Files.setLastModifiedTime(file, FileTime.from(CLOCK.instant().minus(Duration.ofMinutes(1))));
    }

    private Map<Fate, Integer> sweep() throws IOException {
        return newSweep().run((done, all) -> {});
    }

    private Sweep newSweep() {
        return new Sweep(
                new Inbox(folder, CLOCK, Duration.ofSeconds(2)),
                List.of(new BatchReader(Limits.ofPages(20))),
                repository,
                new RunReport(folder, CLOCK),
                10_000_000,
                step -> {});
    }

    private List<String> waiting() {
        return names("").stream().filter(name -> name.endsWith(".pdf")).toList();
    }

    private List<String> underWay() {
        return names(".journal").stream().filter(name -> !name.equals("lock")).toList();
    }

    private List<String> reportLines() {
        return names("reports").stream()
                .filter(name -> name.endsWith(".csv"))
                .flatMap(name -> read(folder.resolve("reports").resolve(name)).lines())
                .filter(line -> !line.startsWith("time;"))
                .toList();
    }

    private List<String> written() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().matches(".*\\.(csv|html|json|txt)"))
                    .map(SweepTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> names(String sub) {
        Path of = folder.resolve(sub);
        if (!Files.isDirectory(of)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
