package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Killed as {@code kill -9} does, in the middle of the work: afterwards nothing is lost and nothing is there twice. */
class FaultTest {

    private static final int SCANS = 12;
    private static final int CASES = 4;
    private static final String SHORT_LOCK = "-Dinsats.deadline.job.lockMillis=20000";
    private static final String PROCESSES = "/api/-default-/public/workflow/versions/1/processes?maxItems=1000";
    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";

    @TempDir
    Path folder;

    @Test
    void killedDuringAnImportEveryScanIsThereOnce() {
        Target.EmbeddedProcess repository = start();
        ScannerDesk first = new ScannerDesk(Target.of(repository), people(repository), folder);
        drop(first, 0);
        Process importer = first.start(repository.base(), folder.resolve("first.log"));
        await(() -> done(first) >= 3);
        repository.kill();
        importer.onExit().join();

        repository = start();
        ScannerDesk second = new ScannerDesk(Target.of(repository), people(repository), folder);
        second.importAll();
        assertThat(checksumsInQueue(second)).hasSize(SCANS);

        drop(second, SCANS);
        Process killed = second.start(repository.base(), folder.resolve("second.log"));
        await(() -> done(second) >= SCANS + 3);
        killed.destroyForcibly().onExit().join();
        second.importAll();

        assertThat(checksumsInQueue(second)).hasSize(2 * SCANS);
        assertThat(done(second)).isEqualTo(2 * SCANS);
        repository.stop();
    }

    @Test
    @Covers({"DLC-14", "BR-111"})
    void killedDuringSendsAndDuringTheDeadlineJobEveryActHasOneWorkflow() {
        Target.EmbeddedProcess repository = start();
        Target target = Target.of(repository);
        new TestClock(target.admin()).setTo("2026-02-06");
        Staff staff = Staff.of(target, "kil");
        List<OpenCareCases.WithOrder> cases = OpenCareCases.withDraftOrders(staff, CASES);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> cases.forEach(each -> send(staff, each)));
        await(() -> status(staff, cases.get(1)).equals("RECEIVED"));
        repository.kill();
        sending.handle((nothing, broken) -> null).join();

        repository = start();
        Staff again = staff.at(Target.of(repository));
        cases.forEach(each -> assertWholeOrUntouched(again, each));
        cases.stream().filter(each -> status(again, each).equals("DRAFT")).forEach(each -> send(again, each));

        TestClock clock = new TestClock(Target.of(repository).admin());
        clock.setTo("2026-02-13");
        CompletableFuture<Void> job = CompletableFuture.runAsync(clock::runDeadlineJob);
        await(() -> job.isDone() || !tasks(again).isEmpty());
        repository.kill();
        job.handle((nothing, broken) -> null).join();

        repository = start();
        TestClock later = new TestClock(Target.of(repository).admin());
        Staff afterwards = staff.at(Target.of(repository));
        // The killed run's lock ends by itself; until then another run does nothing.
        await(() -> {
            later.runDeadlineJob();
            return tasks(afterwards).size() >= CASES;
        });
        later.runDeadlineJob();
        assertOneWorkflowEach(Target.of(repository), staff.at(Target.of(repository)), cases);
        repository.stop();
    }

    @Test
    @Covers("DLC-14")
    void twoServersOnOneDatabaseStartEveryWorkflowOnce() {
        try (TemporaryPostgres postgres = TemporaryPostgres.start()) {
            Path data = folder.resolve("data");
            Target.EmbeddedProcess one = Target.EmbeddedProcess.start(data, postgres.options());
            Target.EmbeddedProcess other = Target.EmbeddedProcess.start(data, postgres.options());
            Target target = Target.of(one);
            TestClock clock = new TestClock(target.admin());
            clock.setTo("2026-02-06");
            Staff staff = Staff.of(target, "two");
            List<OpenCareCases.WithOrder> cases = OpenCareCases.withDraftOrders(staff, CASES);
            cases.forEach(each -> send(staff, each));
            clock.setTo("2026-02-13");

            Stream.of(one, other)
                    .map(each -> CompletableFuture.runAsync(
                            () -> new TestClock(Target.of(each).admin()).runDeadlineJob()))
                    .toList()
                    .forEach(CompletableFuture::join);

            assertOneWorkflowEach(Target.of(other), staff.at(Target.of(other)), cases);
            one.kill();
            other.kill();
        }
    }

    private Target.EmbeddedProcess start() {
        return Target.EmbeddedProcess.start(folder.resolve("data"), SHORT_LOCK);
    }

    private static People people(Target.EmbeddedProcess repository) {
        return new People(Target.of(repository).admin());
    }

    private static void drop(ScannerDesk scanner, int from) {
        for (int i = from; i < from + SCANS; i++) {
            scanner.drop("skannad_" + i + ".pdf", ("%PDF-1.7 trasig nummer " + i).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static long done(ScannerDesk scanner) {
        Path done = scanner.inbox().resolve("done");
        if (!Files.isDirectory(done)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(done)) {
            return files.filter(file -> file.toString().endsWith(".pdf")).count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Fails when one is there twice. */
    private static Set<String> checksumsInQueue(ScannerDesk scanner) {
        Set<String> found = new TreeSet<>();
        scanner.registrar()
                .get(CaseDesk.V1 + "/scans/queue?size=200")
                .expect(200)
                .path("items")
                .forEach(entry -> assertThat(found.add(entry.path("key").asText()))
                        .as(entry.toString())
                        .isTrue());
        return found;
    }

    private static void send(Staff staff, OpenCareCases.WithOrder each) {
        CaseDesk.act(staff.caseWorker(), each.order(), "send", Map.of());
    }

    private static String status(Staff staff, OpenCareCases.WithOrder each) {
        return CaseDesk.status(staff.caseWorker(), each.order());
    }

    private static void assertWholeOrUntouched(Staff staff, OpenCareCases.WithOrder each) {
        JsonNode overview = each.desk().overview(staff.caseWorker());
        long notes = overview.path("documents").findValuesAsText("kind").stream()
                .filter("journalNote"::equals)
                .count();
        String state =
                each.desk().intervention(staff.caseWorker()).path("state").asText();
        byte[] content = staff.caseWorker()
                .get(PUBLIC + "/nodes/" + each.order() + "/content")
                .bytes();
        boolean printed = new String(content, StandardCharsets.ISO_8859_1).startsWith("%PDF-");
        if (status(staff, each).equals("DRAFT")) {
            assertThat(List.of(notes, state, printed)).isEqualTo(List.of(0L, "GRANTED", false));
        } else {
            assertThat(status(staff, each)).isEqualTo("RECEIVED");
            assertThat(List.of(notes, state, printed)).isEqualTo(List.of(1L, "ORDERED", true));
            assertThat(each.desk()
                            .deadline(staff.caseWorker(), "DL-06")
                            .path("dueDate")
                            .asText())
                    .isEqualTo("2026-02-20");
        }
    }

    private static JsonNode tasks(Staff staff) {
        return staff.coordinator()
                .get(CaseDesk.V1 + "/tasks?mine=true")
                .expect(200)
                .path("items");
    }

    private static void assertOneWorkflowEach(Target target, Staff staff, List<OpenCareCases.WithOrder> cases) {
        cases.forEach(each -> assertThat(each.desk().tasks(staff.coordinator())).hasSize(1));
        List<String> running = target
                .admin()
                .get(PROCESSES)
                .expect(200)
                .at("/list/entries")
                .findValuesAsText("processDefinitionKey")
                .stream()
                .filter("insatsExecutionCheck"::equals)
                .toList();
        assertThat(running).hasSize(cases.size());
    }

    private static void await(BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofSeconds(90));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what the test waits for did not come").isBefore(limit);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
