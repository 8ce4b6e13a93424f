package org.insats.platformtest.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.insats.casefile.CaseFileService;
import org.insats.embedded.EmbeddedRepository;
import org.insats.records.DisposalJob;
import org.insats.records.Disposals;
import org.insats.records.Disposals.Disposal;
import org.insats.records.Disposals.Item;
import org.insats.requirements.Covers;
import org.insats.testsupport.MovableClock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A disposal that is killed in the middle goes on where it was, and never destroys one file more than was approved. */
@Covers("RET-84")
class KilledDisposalTest {

    private String number = "";

    @Test
    void whatIsNotedAsDestroyedIsGoneAndEverythingElseIsThereBeforeAndAfter(@TempDir Path data) throws Exception {
        disposeUntilKilled(data);

        try (EmbeddedRepository repository = DisposingServer.start(data)) {
            repository.context().getBean(MovableClock.class).moveTo(LocalDate.of(2031, 6, 1));
            Disposal killed = read(repository);
            assertThat(killed.state()).isEqualTo("APPROVED");
            assertThat(killed.count("DONE")).isEqualTo(DisposingServer.DESTROYED);
            assertThatOnlyWhatIsDoneIsGone(repository, killed);

            repository.context().getBean(DisposalJob.class).run();

            Disposal done = read(repository);
            assertThat(done.state()).isEqualTo("DONE");
            assertThat(done.count("DONE")).isEqualTo(DisposingServer.FILES);
            assertThat(done.count("EXCLUDED")).isEqualTo(1);
            assertThatOnlyWhatIsDoneIsGone(repository, done);
            assertThat(filesLeft(repository)).isEqualTo(2);
        }
    }

    private Disposal read(EmbeddedRepository repository) {
        return DisposingServer.as(
                repository,
                "archivist1",
                () -> repository.context().getBean(Disposals.class).get(number));
    }

    private static void assertThatOnlyWhatIsDoneIsGone(EmbeddedRepository repository, Disposal disposal) {
        for (Item item : disposal.items()) {
            assertThat(exists(repository, item.caseNumber()))
                    .as(item.caseNumber())
                    .isEqualTo(!item.state().equals("DONE"));
        }
    }

    private static boolean exists(EmbeddedRepository repository, String caseNumber) {
        return DisposingServer.as(repository, "admin", () -> repository
                .context()
                .getBean(CaseFileService.class)
                .fileNumbered(caseNumber)
                .isPresent());
    }

    private static long filesLeft(EmbeddedRepository repository) {
        long left = 0;
        for (int i = 1; i <= DisposingServer.FILES + 2; i++) {
            left += exists(repository, String.format(Locale.ROOT, "2026-%06d", i)) ? 1 : 0;
        }
        return left;
    }

    private void disposeUntilKilled(Path data) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        DisposingServer.class.getName(),
                        data.toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            while (line != null && !line.equals("MIDDLE")) {
                if (line.startsWith("APPROVED ")) {
                    number = line.substring("APPROVED ".length());
                }
                line = out.readLine();
            }
            assertThat(line).as("it was killed in the middle").isEqualTo("MIDDLE");
        } finally {
            process.destroyForcibly().waitFor();
        }
    }
}
