package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Runs after all other tests of its run and searches what the system wrote meanwhile for the names of those in the cases: its
 * log, its files and its database; for the personal number, an address and marked words likewise. (Addresses, headers and
 * refusals are looked at with each call.)
 *
 * <p>Against a genuine ACS: {@code -Dleaks.dump=FILE} is what {@code pg_dump} wrote of its database after the stories, and
 * {@code -Dleaks.files=PATH,PATH} are its logs and its folder for temporary files; {@code -Dshare.log=PATH} is Share's log.
 */
@Order(Integer.MAX_VALUE)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NothingLeaksTest {

    private final Target target = Target.get();

    /** So that there is something to find also when this test runs alone: a case with every mark where somebody would write it. */
    @BeforeAll
    void atLeastOneStory() {
        Staff staff = Staff.of(target, "spa");
        OpenCareCases.WithOrder opened = OpenCareCases.withDraftOrders(staff, 1).get(0);
        CaseDesk.act(staff.caseWorker(), opened.order(), "send", Map.of());
        assertThat(opened.desk().overview(staff.caseWorker()).toString()).contains(Traces.MARK);
        CaseDesk marked = markedCase(staff);
        everyDoorWithAWord(staff, marked);
        assertThat(marked.overview(staff.caseWorker()).toString())
                .contains(Traces.NUMBER)
                .contains(Traces.ADDRESS);
    }

    private static CaseDesk markedCase(Staff staff) {
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.put(
                "persons",
                List.of(Map.of(
                        "name",
                        "Prov " + Traces.MARK,
                        "relation",
                        "GUARDIAN",
                        "personalIdentityNumber",
                        Traces.NUMBER,
                        "contactDetails",
                        Traces.ADDRESS)));
        return CaseDesk.open(staff.caseWorker(), intake);
    }

    /** Needs, goals, notes, reasons, a declined order, an erroneous note, a draft deleted, a refusal, an exceptional access. */
    private static void everyDoorWithAWord(Staff staff, CaseDesk desk) {
        Api worker = staff.caseWorker();
        String assignment = desk.create(
                worker,
                "assignment",
                Map.of(
                        "needs",
                        Traces.WORDS + " om behov",
                        "followUpForms",
                        Traces.WORDS,
                        "goals",
                        List.of(Map.of("text", Traces.WORDS + " som mål", "level", "GOAL"))));
        CaseDesk.act(worker, assignment, "communicate", Map.of());
        desk.people(worker, "GUARDIAN")
                .forEach(guardian -> CaseDesk.act(
                        worker,
                        assignment,
                        "consent",
                        Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "note", Traces.WORDS)));
        String decision = desk.create(
                worker,
                "decision",
                Map.of(
                        "decisionType",
                        "GRANT",
                        "legalBasis",
                        "SOL",
                        "grantFrom",
                        "2026-02-09",
                        "grantTo",
                        "2026-11-08"));
        CaseDesk.act(worker, decision, "decide", Map.of());
        String order = desk.create(worker, "order", Map.of("decisionRef", decision, "assignmentRef", assignment));
        CaseDesk.act(worker, order, "send", Map.of());
        CaseDesk.act(staff.unitManager(), order, "decline", Map.of("reason", Traces.WORDS + " som skäl"));
        String note = desk.create(worker, "journalNote", Map.of("noteText", Traces.WORDS));
        CaseDesk.tryAct(worker, note, "establish", Map.of());
        CaseDesk.tryAct(worker, note, "markErroneous", Map.of("reason", Traces.WORDS));
        desk.tryCreate(worker, "journalNote", Map.of("noteType", Traces.WORDS, "noteText", Traces.MARK));
        CaseDesk.tryAct(worker, note, Traces.WORDS.toLowerCase(Locale.ROOT), Map.of("reason", Traces.WORDS));
        worker.post(
                CaseDesk.V1 + "/cases/" + desk.caseNumber() + "/persons",
                Map.of("name", Traces.MARK, "personalIdentityNumber", Traces.NUMBER + "9", "relation", Traces.WORDS));
        Api stranger = Staff.of(Target.get(), "sparx").caseWorker();
        stranger.post(
                        CaseDesk.V1 + "/cases/" + desk.caseNumber() + "/exceptional-access",
                        Map.of("reason", Traces.WORDS + " om varför"))
                .expect(201);
        stranger.get(CaseDesk.V1 + "/cases/" + desk.caseNumber()).expect(200);
    }

    @Test
    void nothingPersonalInTheLog() {
        assumeTrue(target.isEmbedded(), "leaks.files names the logs of a genuine ACS");

        String log = Target.output();

        assertThat(log).contains("started");
        assertThat(log.lines().filter(Traces::hasMark)).isEmpty();
    }

    @Test
    void nothingPersonalInTheLogOfShare() {
        assumeTrue(System.getProperty("share.log") != null, "share.log is not set");

        assertThat(Traces.filesWithMark(Path.of(System.getProperty("share.log"))))
                .isEmpty();
    }

    @Test
    void nothingPersonalInTheFilesBesideTheDatabaseAndTheContents() {
        List<Path> folders = target.isEmbedded()
                ? Target.looseFiles()
                : Arrays.stream(System.getProperty("leaks.files", "").split(","))
                        .filter(path -> !path.isBlank())
                        .map(Path::of)
                        .toList();
        assumeTrue(target.isEmbedded() || !folders.isEmpty(), "leaks.files is not set");

        assertThat(folders)
                .allSatisfy(folder -> assertThat(Traces.filesWithMark(folder)).isEmpty());
    }

    @Test
    void nothingPersonalInTheDatabaseButOnThePeopleOfCasesAndNoWordButWhereItWasWritten() {
        Optional<Path> dump = target.isEmbedded()
                ? Optional.of(Target.dump())
                : Optional.ofNullable(System.getProperty("leaks.dump")).map(Path::of);
        assumeTrue(dump.isPresent(), "leaks.dump is not set");

        assertThat(Traces.holdsMark(dump.orElseThrow()))
                .as("the people themselves")
                .isTrue();
        assertThat(Traces.rowsWithMark(dump.orElseThrow())).isEmpty();
    }
}
