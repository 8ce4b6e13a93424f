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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed as {@code kill -9} does, in the middle of the work: afterwards nothing is lost and nothing is there twice. Where the
 * moment is left to chance, {@code -Dinsats.fault.rounds} says how often each work is broken off (2), and
 * {@code -Dinsats.fault.seed} makes other moments.
 */
class FaultTest {

    private static final int ROUNDS = Integer.getInteger("insats.fault.rounds", 2);
    private static final long SEED = Long.getLong("insats.fault.seed", 20_261_122L);
    private static final int DUE = Integer.getInteger("insats.fault.due", 1_000);
    private static final int SCANS_A_ROUND = 6;
    private static final int CASES_A_ROUND = 2;
    private static final LocalDate SENT = LocalDate.parse("2026-02-06");
    private static final LocalDate LEAD = LocalDate.parse("2026-02-13");

    private static final int LOOKS = 40;

    private static final int SCANS = 12;
    private static final int CASES = 4;
    private static final String SHORT_LOCK = "-Dinsats.deadline.job.lockMillis=5000";
    private static final String EVERY_SECOND = "-Dinsats.deadline.job.cron=0/1 * * * * ?";
    private static final String NEVER = "-Dinsats.deadline.job.cron=0 0 0 1 1 ? 2099";
    private static final String EXECUTION_CHECK = "insatsExecutionCheck";
    private static final int MOVES = 1_000;
    private static final String PROCESSES = "/api/-default-/public/workflow/versions/1/processes?maxItems=1000";
    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";

    private final List<Target.EmbeddedProcess> started = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterEach
    void leaveNothingRunning() {
        started.forEach(Target.EmbeddedProcess::kill);
    }

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
            Target.EmbeddedProcess one = start(data, postgres.options());
            Target.EmbeddedProcess other = start(data, postgres.options());
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

    @Test
    @Covers("CON-118")
    void twoServersOnOneDatabaseWriteTheAccessLogSideBySideAndTheKilledOnesGapIsTold() {
        try (TemporaryPostgres postgres = TemporaryPostgres.start()) {
            Path data = folder.resolve("data");
            Target.EmbeddedProcess one = start(data, postgres.options());
            Target.EmbeddedProcess other = start(data, postgres.options());
            Staff staff = Staff.of(Target.of(one), "log");
            CaseDesk desk = CaseDesk.open(staff.caseWorker(), CaseDesk.intake(staff.unit(), staff.performerUnit()));
            Staff there = staff.at(Target.of(other));

            Stream.of(staff, there)
                    .map(each -> CompletableFuture.runAsync(() -> look(each, desk)))
                    .toList()
                    .forEach(CompletableFuture::join);

            String log = CaseDesk.V1 + "/access-log/cases/" + desk.caseNumber() + "?size=1000";
            assertThat(reads(Target.of(other).admin().get(log).expect(200))).isEqualTo(2 * LOOKS);
            one.kill();
            look(there, desk);
            Api admin = Target.of(other).admin();
            await(() -> admin.get(CaseDesk.V1 + "/access-log/gaps")
                    .expect(200)
                    .toString()
                    .contains("SEGMENT"));

            JsonNode verified =
                    admin.post(CaseDesk.V1 + "/access-log/verify", Map.of()).expect(200);
            assertThat(verified.path("findings")).isEmpty();
            assertThat(verified.path("segments").asInt()).isGreaterThanOrEqualTo(2);
            assertThat(reads(admin.get(log).expect(200))).isEqualTo(3 * LOOKS);
            other.kill();
        }
    }

    private static void look(Staff staff, CaseDesk desk) {
        for (int i = 0; i < LOOKS; i++) {
            desk.overview(staff.caseWorker());
        }
    }

    /** How often the case was read; its opening and what else was done with it does not count. */
    private static int reads(JsonNode log) {
        int reads = 0;
        for (JsonNode entry : log.path("items")) {
            if (entry.path("what").asText().equals("CaseGet")) {
                reads++;
            }
        }
        return reads;
    }

    @Test
    @Covers({"DLC-14", "BR-111"})
    void killedAtRandomMomentsNothingIsLostOrDouble() {
        Random random = new Random(SEED);
        Target.EmbeddedProcess repository = start(NEVER);
        new TestClock(Target.of(repository).admin()).setTo(SENT.toString());
        Staff staff = Staff.of(Target.of(repository), "rnd");
        List<OpenCareCases.WithOrder> sent = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            repository = killDuringAnImport(repository, random, round);
            repository = killDuringSends(repository, random, staff, sent);
            repository = killDuringAMoveOfTheClock(repository, random, staff, sent);
        }
        repository.stop();
    }

    private Target.EmbeddedProcess killDuringAnImport(Target.EmbeddedProcess running, Random random, int round) {
        ScannerDesk scanner = new ScannerDesk(Target.of(running), people(running), folder);
        for (int i = 0; i < SCANS_A_ROUND; i++) {
            byte[] scan = ("%PDF-1.7 trasig i varv " + round + " nummer " + i).getBytes(StandardCharsets.UTF_8);
            scanner.drop("skannad_" + round + "_" + i + ".pdf", scan);
        }
        Process importer = scanner.start(running.base(), folder.resolve("importer-" + round + ".log"));
        killAfter(running, random, 3_000);
        importer.onExit().join();

        Target.EmbeddedProcess again = start(NEVER);
        ScannerDesk afterwards = new ScannerDesk(Target.of(again), people(again), folder);
        afterwards.importAll();
        assertThat(checksumsInQueue(afterwards)).hasSize((round + 1) * SCANS_A_ROUND);
        return again;
    }

    private Target.EmbeddedProcess killDuringSends(
            Target.EmbeddedProcess running, Random random, Staff staff, List<OpenCareCases.WithOrder> sent) {
        new TestClock(Target.of(running).admin()).setTo(SENT.toString());
        Staff now = staff.at(Target.of(running));
        List<OpenCareCases.WithOrder> cases = OpenCareCases.withDraftOrders(now, CASES_A_ROUND);
        CompletableFuture<Void> sending = CompletableFuture.runAsync(() -> cases.forEach(each -> send(now, each)));
        killAfter(running, random, 1_500);
        sending.handle((nothing, broken) -> null).join();

        Target.EmbeddedProcess again = start(NEVER);
        Staff afterwards = staff.at(Target.of(again));
        cases.forEach(each -> assertWholeOrUntouched(afterwards, each));
        cases.stream().filter(each -> status(afterwards, each).equals("DRAFT")).forEach(each -> send(afterwards, each));
        cases.forEach(each -> assertWholeOrUntouched(afterwards, each));
        sent.addAll(cases);
        return again;
    }

    /** The clock goes to the lead date and the job runs, over and over; the kill falls into a move, between the two or into the job. */
    private Target.EmbeddedProcess killDuringAMoveOfTheClock(
            Target.EmbeddedProcess running, Random random, Staff staff, List<OpenCareCases.WithOrder> sent) {
        TestClock clock = new TestClock(Target.of(running).admin());
        CompletableFuture<Void> moving = CompletableFuture.runAsync(() -> {
            for (int i = 0; i < MOVES; i++) {
                clock.setTo(LEAD.minusDays(i % 2).toString());
                clock.runDeadlineJob();
            }
        });
        killAfter(running, random, 2_000);
        moving.handle((nothing, broken) -> null).join();

        Target.EmbeddedProcess again = start(NEVER);
        TestClock afterwards = new TestClock(Target.of(again).admin());
        assertThat(afterwards.date()).isIn(SENT, LEAD.minusDays(1), LEAD);
        afterwards.setTo(LEAD.toString());
        afterwards.runDeadlineJob();
        assertOneWorkflowEach(Target.of(again), staff.at(Target.of(again)), sent);
        return again;
    }

    private static void killAfter(Target.EmbeddedProcess running, Random random, int withinMillis) {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(withinMillis)));
        running.kill();
    }

    @Test
    @Covers("DLC-14")
    void twoSchedulersOnOneDatabaseStartAThousandDueActsOnceEach() {
        try (TemporaryPostgres postgres = TemporaryPostgres.start()) {
            Path data = folder.resolve("data");
            Target.EmbeddedProcess first = start(data, postgres, NEVER);
            int acts = Target.of(first)
                    .admin()
                    .post("/s/insats/benchmark/due", Map.of("count", DUE))
                    .expect(200)
                    .path("acts")
                    .asInt();
            assertThat(acts).isGreaterThanOrEqualTo(DUE);
            first.stop();

            Target.EmbeddedProcess one = start(data, postgres, EVERY_SECOND);
            Target.EmbeddedProcess other = start(data, postgres, EVERY_SECOND);
            await(() -> running(one) >= acts / 4);
            one.kill();
            await(() -> running(other) >= acts);
            new TestClock(Target.of(other).admin()).runDeadlineJob();

            assertThat(running(other)).isEqualTo(acts);
            other.kill();
        }
    }

    private Target.EmbeddedProcess start(Path data, TemporaryPostgres postgres, String cron) {
        List<String> options = new ArrayList<>(List.of(postgres.options()));
        options.addAll(List.of(SHORT_LOCK, cron));
        return start(data, options.toArray(String[]::new));
    }

    private Target.EmbeddedProcess start(Path data, String... options) {
        Target.EmbeddedProcess process = Target.EmbeddedProcess.start(data, options);
        started.add(process);
        return process;
    }

    /** How many workflows there are. */
    private static int running(Target.EmbeddedProcess repository) {
        return Target.of(repository)
                .admin()
                .get(PROCESSES)
                .expect(200)
                .at("/list/pagination/totalItems")
                .asInt();
    }

    private Target.EmbeddedProcess start(String cron) {
        return start(folder.resolve("data"), SHORT_LOCK, cron);
    }

    private Target.EmbeddedProcess start() {
        return start(folder.resolve("data"), SHORT_LOCK);
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
                .filter(EXECUTION_CHECK::equals)
                .toList();
        assertThat(running).hasSize(cases.size());
    }

    private static void await(BooleanSupplier condition) {
        Instant limit = Instant.now().plus(Duration.ofMinutes(10));
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("what the test waits for did not come").isBefore(limit);
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
    }
}
