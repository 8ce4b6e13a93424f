package org.insats.importer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.insats.importer.read.FormCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Killed at every step, and what else stops a run: afterwards every paper is there once and every page accounted for once. */
class KilledTest {

    private static final int PAPERS = 3;
    private static final int PAGES = 5;

    @TempDir
    Path folder;

    private final CountDownLatch never = new CountDownLatch(1);
    private Path inbox;
    private StubRepository repository;

    @BeforeEach
    void aBatchOfTwoPapersAndASingleOneWait() throws IOException {
        repository = new StubRepository();
        inbox = Files.createDirectory(folder.resolve("inbox"));
        Scans.pdf(
                inbox.resolve("batch.pdf"),
                Scans.page(Scans.code("2026-000001", 1, 2)),
                Scans.page(Scans.code("2026-000001", 2, 2)),
                Scans.page(FormCode.separator()),
                Scans.page(Scans.code("2026-000002", 1, 1)));
        Scans.pdf(inbox.resolve("single.pdf"), Scans.page(null));
    }

    @AfterEach
    void stop() {
        repository.close();
    }

    @ParameterizedTest
    @CsvSource({
        "CLAIMED,1",
        "CLAIMED,2",
        "READ,1",
        "READ,2",
        "SENT,1",
        "SENT,2",
        "SENT,3",
        "DELIVERED,1",
        "MOVED,1",
        "MOVED,2",
        "REPORTED,1",
        "REPORTED,2"
    })
    void killedAtAnyStepTheNextRunMakesItGood(String step, int times) throws Exception {
        assertThat(run(step, times).exitValue()).isEqualTo(137);

        run("NEVER", 1);

        assertEveryPaperOnceAndEveryPageAccountedFor();
    }

    @Test
    void killedWhileTheRepositoryStoresThePaperIsThereOnce() throws Exception {
        AtomicReference<Process> importer = new AtomicReference<>();
        repository.afterStoring = exchange -> importer.get().destroyForcibly();
        importer.set(start("NEVER", 1));
        assertThat(importer.get().waitFor(60, TimeUnit.SECONDS)).isTrue();
        repository.afterStoring = exchange -> {};

        run("NEVER", 1);

        assertEveryPaperOnceAndEveryPageAccountedFor();
    }

    @Test
    void aRepositoryThatIsDownSlowOrFullLeavesFilesWhereTheyAreAndTheRunSaysSo() throws Exception {
        repository.failure = 507;
        assertLeft("The repository answered 507: No space left");

        repository.failure = 0;
        repository.afterStoring = exchange -> keepWaiting();
        assertLeft("cannot be reached: HttpTimeoutException");
        repository.afterStoring = exchange -> {};

        run("NEVER", 1);
        assertEveryPaperOnceAndEveryPageAccountedFor();
    }

    @Test
    void aFullDiskOfTheImporterLeavesFilesWhereTheyAre() throws Exception {
        Process process = new ProcessBuilder(
                        "bash", "-c", "ulimit -f 16; exec " + String.join(" ", command("NEVER", 1, "-XX:-UsePerfData")))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("full.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();

        assertThat(Files.readString(folder.resolve("full.log"))).contains("LEFT=");
        assertThat(inbox.resolve("batch.pdf")).exists();

        run("NEVER", 1);
        assertEveryPaperOnceAndEveryPageAccountedFor();
    }

    private void keepWaiting() {
        try {
            assertThat(never.await(4, TimeUnit.SECONDS)).isFalse();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void assertLeft(String message) throws Exception {
        run("NEVER", 1);
        assertThat(Files.readString(folder.resolve("run.log"))).contains("LEFT=", message);
        assertThat(inbox.resolve("batch.pdf")).exists();
        assertThat(inbox.resolve("single.pdf")).exists();
    }

    private void assertEveryPaperOnceAndEveryPageAccountedFor() throws IOException {
        assertThat(repository.stored).hasSize(PAPERS).doesNotHaveDuplicates();
        assertThat(inbox.resolve("batch.pdf")).doesNotExist();
        assertThat(inbox.resolve("single.pdf")).doesNotExist();
        assertThat(files(inbox.resolve("done"))).hasSize(2);
        assertThat(files(inbox.resolve(".journal"))).containsExactly("lock");
        List<String> pages = new ArrayList<>();
        for (String report : files(inbox.resolve("reports"))) {
            if (report.endsWith(".csv")) {
                Files.readAllLines(inbox.resolve("reports").resolve(report)).stream()
                        .map(line -> line.split(";", -1))
                        .filter(line -> !line[3].equals("LEFT") && !line[3].equals("fate"))
                        .forEach(line -> pages.add(line[1] + " " + line[2]));
            }
        }
        assertThat(pages).hasSize(PAGES).doesNotHaveDuplicates();
    }

    private static List<String> files(Path of) {
        try (Stream<Path> files = Files.list(of)) {
            return files.map(file -> file.getFileName().toString()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process run(String step, int times) throws Exception {
        Process process = start(step, times);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process;
    }

    private Process start(String step, int times) throws IOException {
        return new ProcessBuilder(command(step, times, "-Xmx256m"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("run.log").toFile())
                .start();
    }

    private List<String> command(String step, int times, String option) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                option,
                "-Djava.awt.headless=true",
                "-cp",
                System.getProperty("java.class.path"),
                SweepToKill.class.getName(),
                inbox.toString(),
                repository.address().toString(),
                step,
                Integer.toString(times));
    }
}
