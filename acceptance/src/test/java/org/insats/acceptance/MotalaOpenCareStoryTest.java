package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Open care in profile {@code motala-srv}, from intake to closing, as the people of the two units live through it in 2026.
 * Every step builds on the one before. Weekdays and due dates were worked out by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class MotalaOpenCareStoryTest {

    private static final String CONTENT = "/api/-default-/public/alfresco/versions/1/nodes/";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    @TempDir
    Path folder;

    private Staff staff;
    private CaseDesk desk;
    private List<String> guardians;
    private String assignment;
    private String decision;
    private String order;
    private String meeting;
    private String plan;
    private String followUp;
    private String ending;

    @BeforeAll
    void staffIsInPlace() {
        staff = Staff.of(target, "srv");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    @Test
    @Order(1)
    @Covers({"BR-110", "DOC-PER-08"})
    void intakeOpensACaseWithClientAndGuardians() {
        clock.setTo("2026-02-02");

        desk = CaseDesk.open(staff.caseWorker(), CaseDesk.intake(staff.unit(), staff.performerUnit()));

        assertThat(desk.caseNumber()).matches("2026-\\d{6}");
        JsonNode overview = desk.overview(staff.caseWorker());
        assertThat(overview.path("responsibleCaseWorker").asText())
                .isEqualTo(staff.caseWorker().userName());
        assertThat(overview.path("persons")).hasSize(3);
        guardians = desk.people(staff.caseWorker(), "GUARDIAN");
        assertThat(guardians).hasSize(2);
        assertThat(desk.intervention(staff.caseWorker()).path("state").asText()).isEqualTo("PLANNED");
    }

    @Test
    @Order(2)
    @Covers({"ORD-08", "CON-01", "DOC-ASG-17"})
    void assignmentWithGoalsIsCommunicatedWithTheFamily() {
        assignment = desk.create(
                staff.caseWorker(),
                "assignment",
                Map.of(
                        "needs", "Stöd i vardagens rutiner",
                        "followUpForms", "Möte var sjätte månad",
                        "goals",
                                List.of(
                                        Map.of("text", "Skolgång varje dag", "level", "GOAL"),
                                        Map.of("text", "Lugna kvällar hemma", "level", "GOAL"))));
        clock.setTo("2026-02-03");

        JsonNode communicated =
                CaseDesk.act(staff.caseWorker(), assignment, "communicate", Map.of("date", "2026-02-03"));

        assertThat(communicated.path("status").asText()).isEqualTo("COMMUNICATED");
        assertThat(communicated.at("/fields/communicatedWithFamily").asText()).isEqualTo("2026-02-03");
        assertThat(communicated.at("/fields/goals/0/goalId").asText()).hasSize(36);
    }

    @Test
    @Order(3)
    @Covers({"BR-06", "PLN-03"})
    void orderCannotBeSentBeforeDecisionAndConsent() {
        String early = desk.create(staff.caseWorker(), "order", Map.of());

        Api.Answer refused = CaseDesk.tryAct(staff.caseWorker(), early, "send", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorId()).isIn("INS-BR-06", "INS-CON-02");
        assertThat(CaseDesk.status(staff.caseWorker(), early)).isEqualTo("DRAFT");
        order = early;
    }

    @Test
    @Order(4)
    @Covers({"CON-02", "CON-26", "DOC-ASG-18"})
    void assignmentIsConsentedWhenBothGuardiansHaveSaidYes() {
        consent(guardians.get(0));
        assertThat(CaseDesk.status(staff.caseWorker(), assignment)).isEqualTo("COMMUNICATED");

        consent(guardians.get(1));

        assertThat(CaseDesk.status(staff.caseWorker(), assignment)).isEqualTo("CONSENTED");
    }

    private void consent(String personId) {
        CaseDesk.act(
                staff.caseWorker(),
                assignment,
                "consent",
                Map.of(
                        "personId", personId,
                        "capacity", "GUARDIAN",
                        "answer", "GIVEN",
                        "form", "WRITTEN",
                        "date", "2026-02-03"));
    }

    @Test
    @Order(5)
    @Covers({"ORD-83", "BR-05"})
    void decisionGrantsForALimitedTime() {
        clock.setTo("2026-02-05");
        decision = desk.create(
                staff.caseWorker(),
                "decision",
                Map.of("decisionType", "GRANT", "legalBasis", "SOL", "grantFrom", "2026-02-09"));
        Api.Answer unlimited = CaseDesk.tryAct(staff.caseWorker(), decision, "decide", Map.of());
        assertThat(unlimited.status()).isEqualTo(422);
        assertThat(unlimited.errorId()).isEqualTo("INS-BR-05");

        CaseDesk.change(staff.caseWorker(), decision, Map.of("grantTo", "2026-11-08"));
        JsonNode decided = CaseDesk.act(staff.caseWorker(), decision, "decide", Map.of());

        assertThat(decided.path("status").asText()).isEqualTo("ESTABLISHED");
        assertThat(desk.intervention(staff.caseWorker()).path("state").asText()).isEqualTo("GRANTED");
        assertThat(snapshot(staff.caseWorker(), decision)).startsWith("%PDF-");
    }

    @Test
    @Order(6)
    @Covers({"ORD-42", "ORD-46", "ORD-09", "BR-111"})
    void orderIsSentWithItsAssignmentAndReceivedAtOnce() {
        clock.setTo("2026-02-06");
        CaseDesk.change(staff.caseWorker(), order, Map.of("decisionRef", decision, "assignmentRef", assignment));

        JsonNode sent = CaseDesk.act(staff.caseWorker(), order, "send", Map.of());

        assertThat(sent.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(sent.at("/record/event").asText()).isEqualTo("SENT");
        assertThat(snapshot(staff.caseWorker(), order)).startsWith("%PDF-");
        assertThat(desk.intervention(staff.caseWorker()).path("state").asText()).isEqualTo("ORDERED");
        Api.Answer changed = CaseDesk.tryChange(
                staff.caseWorker(), order, sent.path("version").asText(), Map.of("purpose", "Något annat"));
        assertThat(changed.errorId()).isEqualTo("INS-BR-111");
        JsonNode note = CaseDesk.find(desk.overview(staff.caseWorker()).path("documents"), "kind", "journalNote");
        JsonNode established = CaseDesk.act(staff.caseWorker(), note.path("id").asText(), "establish", Map.of());
        assertThat(established.at("/fields/noteType").asText()).isEqualTo("ORDER_SENT");
    }

    @Test
    @Order(7)
    @Covers({"CON-110", "ORD-53"})
    void performerSeesTheOrderAndNotTheDecision() {
        CaseDesk.act(
                staff.unitManager(),
                order,
                "allocate",
                Map.of("userName", staff.treatmentLead().userName(), "date", "2026-02-06"));

        assertThat(CaseDesk.status(staff.treatmentLead(), order)).isEqualTo("ALLOCATED");
        assertThat(staff.treatmentLead()
                        .get(CaseDesk.V1 + "/documents/" + decision)
                        .status())
                .isIn(403, 404);
        assertThat(staff.treatmentLead().get(CONTENT + decision).status()).isIn(403, 404);
    }

    @Test
    @Order(8)
    @Covers({"DL-06", "DLC-16"})
    void executionCheckStandsOnTheCoordinatorsListFiveWorkingDaysBefore() {
        assertThat(desk.deadline(staff.caseWorker(), "DL-06").path("dueDate").asText())
                .isEqualTo("2026-02-20");
        clock.morningOf("2026-02-12");
        assertThat(desk.rulesAsked(staff.coordinator())).doesNotContain("DL-06");

        clock.morningOf("2026-02-13");

        JsonNode task = desk.task(staff.coordinator(), "DL-06");
        assertThat(task.path("deadlineState").asText()).isEqualTo("DUE_SOON");
        assertThat(task.path("escalated").asBoolean()).isFalse();
        clock.runDeadlineJob();
        assertThat(desk.rulesAsked(staff.coordinator())).containsOnlyOnce("DL-06");
    }

    @Test
    @Order(9)
    @Covers("DLC-16")
    void forgottenCheckIsOverdueTheDayAfterAndEscalatedFiveWorkingDaysLater() {
        clock.morningOf("2026-02-20");
        assertThat(desk.task(staff.coordinator(), "DL-06").path("deadlineState").asText())
                .isEqualTo("DUE_SOON");

        clock.morningOf("2026-02-21");
        assertThat(desk.task(staff.coordinator(), "DL-06").path("deadlineState").asText())
                .isEqualTo("OVERDUE");
        assertThat(desk.rulesAsked(staff.leadSocialWorker())).doesNotContain("DL-06");

        clock.morningOf("2026-02-27");
        JsonNode escalated = desk.task(staff.leadSocialWorker(), "DL-06");
        assertThat(escalated.path("escalated").asBoolean()).isTrue();
        assertThat(escalated.path("id"))
                .isEqualTo(desk.task(staff.coordinator(), "DL-06").path("id"));
    }

    @Test
    @Order(10)
    @Covers({"ORD-48", "ORD-93", "CON-102", "DLC-11", "DLC-12"})
    void completedCheckIsKeptOnTheOrderAndCountsAsLate() {
        JsonNode task = desk.task(staff.coordinator(), "DL-06");

        desk.complete(
                        staff.coordinator(),
                        task,
                        Map.of("checkDate", "2026-02-27", "executionStatus", "START_UP_BOOKED"))
                .expect(200);

        JsonNode checked = CaseDesk.read(staff.caseWorker(), order);
        assertThat(checked.at("/fields/executionCheckDate").asText()).isEqualTo("2026-02-27");
        assertThat(checked.at("/fields/executionCheckBy").asText())
                .isEqualTo(staff.coordinator().userName());
        assertThat(desk.deadline(staff.caseWorker(), "DL-06").path("state").asText())
                .isEqualTo("MET_LATE");
        assertThat(desk.rulesAsked(staff.coordinator())).doesNotContain("DL-06");
        assertThat(desk.rulesAsked(staff.leadSocialWorker())).doesNotContain("DL-06");
    }

    @Test
    @Order(11)
    @Covers({"STA-20", "STA-21", "STA-22", "BR-63"})
    void startUpMeetingHandsTheCaseOver() {
        meeting = desk.create(staff.caseWorker(), "meeting", Map.of("place", "Socialkontoret"));
        CaseDesk.act(staff.treatmentLead(), meeting, "book", Map.of("date", "2026-03-02T13:00:00Z"));
        clock.setTo("2026-03-02");

        JsonNode held = CaseDesk.act(
                staff.caseWorker(),
                meeting,
                "hold",
                Map.of(
                        "date", "2026-03-02",
                        "needsPresented", "Behoven i uppdraget gicks igenom",
                        "methodsPresented", "Hembesök och samtal",
                        "roleAgreement", "Kontakter går genom handläggaren",
                        "caseHandover", staff.followUpCaseWorker().userName(),
                        "participants",
                                List.of(
                                        Map.of("personId", guardians.get(0)),
                                        Map.of("userName", staff.treatmentLead().userName()))));

        assertThat(held.path("status").asText()).isEqualTo("HELD");
        assertThat(held.at("/fields/caseHandoverDate").asText()).isEqualTo("2026-03-02");
        assertThat(desk.overview(staff.followUpCaseWorker())
                        .path("responsibleCaseWorker")
                        .asText())
                .isEqualTo(staff.followUpCaseWorker().userName());
    }

    @Test
    @Order(12)
    @Covers({"STA-25", "ORD-26", "ORD-57", "BR-64", "DLF-01", "ORD-75", "DL-59", "CON-121"})
    void executionIsDatedToTheMeetingAndStartsTheSixMonths() {
        clock.setTo("2026-03-03");

        assertThat(CaseDesk.status(staff.caseWorker(), order)).isEqualTo("ALLOCATED");
        CaseDesk.act(staff.unitManager(), meeting, "execute", Map.of());

        JsonNode intervention = desk.intervention(staff.followUpCaseWorker());
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("startDate").asText()).isEqualTo("2026-03-02");
        assertThat(CaseDesk.status(staff.caseWorker(), order)).isEqualTo("STARTED");
        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-15")
                        .path("dueDate")
                        .asText())
                .isEqualTo("2026-09-02");

        String contact = desk.create(
                staff.followUpCaseWorker(),
                "journalNote",
                Map.of(
                        "noteType", "FAMILY_CONTACT",
                        "noteText", "Ringde om tiden för första samtalet",
                        "noteDate", "2026-03-03T08:00:00Z"));
        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-59")
                        .path("dueDate")
                        .asText())
                .isEqualTo("2026-03-06");
        CaseDesk.act(staff.followUpCaseWorker(), contact, "establish", Map.of());
        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-59")
                        .path("state")
                        .asText())
                .isEqualTo("MET");
    }

    @Test
    @Order(13)
    @Covers({"PLN-21", "PLN-33", "BR-50", "DOC-IMP-OC-06"})
    void planCarriesTheGoalsOverAndACopyGoesToTheCaseWorker() {
        clock.setTo("2026-03-09");
        plan = desk.create(
                staff.treatmentLead(),
                "implementationPlan",
                Map.of(
                        "goalsAndPurpose", "Som i uppdraget",
                        "interventionContent", "Hembesök varje vecka",
                        "responsibilityDivision", "Behandlaren håller i hembesöken",
                        "followUpMethod", "Möte var sjätte månad",
                        "participation", "Barnet och vårdnadshavarna var med och skrev",
                        "preparedWith", guardians));
        JsonNode draft = CaseDesk.read(staff.treatmentLead(), plan);
        assertThat(draft.at("/fields/goals"))
                .isEqualTo(CaseDesk.read(staff.caseWorker(), assignment).at("/fields/goals"));

        JsonNode established = CaseDesk.act(staff.treatmentLead(), plan, "establish", Map.of("date", "2026-03-09"));
        clock.setTo("2026-03-10");
        CaseDesk.act(staff.treatmentLead(), plan, "sendCopy", Map.of());

        assertThat(established.path("status").asText()).isEqualTo("ESTABLISHED");
        assertThat(CaseDesk.read(staff.followUpCaseWorker(), plan)
                        .at("/fields/copySent")
                        .asText())
                .isEqualTo("2026-03-10");
    }

    @Test
    @Order(14)
    @Covers("DOC-IMP-15")
    void signedPlanComesBackThroughTheScanner() throws Exception {
        CaseDesk.act(staff.treatmentLead(), plan, "requestSignature", Map.of());
        Api.Answer form = staff.treatmentLead().get(CaseDesk.V1 + "/documents/" + plan + "/form.pdf");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        ScannerDesk scanner = new ScannerDesk(target, new People(target.admin()), folder);
        byte[] scan = ScannerDesk.scanOf(form.bytes());
        scanner.drop("skannad_0001.pdf", scan);
        clock.setTo("2026-03-16");

        ScannerDesk.Run run = scanner.importAll();

        assertThat(run.exitCode()).as(run.output()).isZero();
        assertThat(run.output()).contains("filed 1");
        assertThat(scanner.inbox().resolve("skannad_0001.pdf")).doesNotExist();
        JsonNode signed = CaseDesk.read(staff.followUpCaseWorker(), plan);
        assertThat(signed.path("status").asText()).isEqualTo("SIGNED");
        assertThat(desk.rulesAsked(staff.treatmentLead())).doesNotContain("DOC-IMP-15");

        scanner.drop("skannad_igen.pdf", scan);
        int versions = signed.path("versions").size();
        assertThat(scanner.importAll().output()).contains("already there 1");
        assertThat(CaseDesk.read(staff.followUpCaseWorker(), plan).path("versions"))
                .hasSize(versions);
        assertThat(Files.list(scanner.inbox().resolve("done"))).isNotEmpty();
    }

    @Test
    @Order(15)
    @Covers({"DL-15", "FUP-11", "FUP-15", "DLC-16"})
    void sixMonthFollowUpIsRemindedOfAndHeldFromTheTask() {
        clock.morningOf("2026-08-25");
        assertThat(desk.rulesAsked(staff.followUpCaseWorker())).doesNotContain("DL-15");
        clock.morningOf("2026-08-26");
        JsonNode task = desk.task(staff.followUpCaseWorker(), "DL-15");
        assertThat(task.path("dueDate").asText()).isEqualTo("2026-09-02");
        clock.setTo("2026-09-01");

        desk.complete(
                        staff.followUpCaseWorker(),
                        task,
                        Map.of("heldDate", "2026-09-01", "participants", guardians, "caseWorkerPresent", true))
                .expect(200);

        assertThat(desk.rulesAsked(staff.followUpCaseWorker())).doesNotContain("DL-15");
        JsonNode held = CaseDesk.find(desk.overview(staff.followUpCaseWorker()).path("documents"), "kind", "followUp");
        followUp = held.path("id").asText();
        assertThat(held.path("status").asText()).isEqualTo("HELD");
        assertThat(desk.intervention(staff.followUpCaseWorker())
                        .path("lastFollowUp")
                        .asText())
                .isEqualTo("2026-09-01");
        assertThat(deadlineDue("DL-15", "2026-09-02").path("state").asText()).isEqualTo("MET");
    }

    @Test
    @Order(16)
    @Covers({"FUP-16", "BR-72", "BR-73", "DLF-06"})
    void followUpIsMeasuredAgainstAssignmentAndPlan() {
        List<Map<String, String>> results = new ArrayList<>();
        JsonNode goals = CaseDesk.read(staff.followUpCaseWorker(), followUp).at("/fields/goals");
        goals.forEach(goal -> results.add(Map.of(
                "goalId", goal.path("goalId").asText(), "result", "Målet är nått", "attainment", "POSITIVE_MET")));
        Api.Answer incomplete = CaseDesk.tryAct(staff.followUpCaseWorker(), followUp, "document", Map.of());
        assertThat(incomplete.status()).isEqualTo(422);
        CaseDesk.change(
                staff.followUpCaseWorker(),
                followUp,
                Map.of(
                        "measuredAgainstNeeds", "Behoven är tillgodosedda",
                        "measuredAgainstPlan", "Planen har följts",
                        "participation", "Barnet berättade själv",
                        "goalResult", results,
                        "outcome", List.of("END"),
                        "endingReason", "GOALS_MET"));

        JsonNode documented = CaseDesk.act(staff.followUpCaseWorker(), followUp, "document", Map.of());

        assertThat(documented.path("status").asText()).isEqualTo("DOCUMENTED");
        assertThat(snapshot(staff.followUpCaseWorker(), followUp)).startsWith("%PDF-");
    }

    @Test
    @Order(17)
    @Covers("DL-57")
    void endOfTheGrantIsNoticedAMonthBefore() {
        JsonNode notice = desk.deadline(staff.followUpCaseWorker(), "DL-57");
        assertThat(notice.path("leadDate").asText()).isEqualTo("2026-10-08");
        assertThat(notice.path("dueDate").asText()).isEqualTo("2026-11-08");

        clock.morningOf("2026-10-07");
        assertThat(desk.rulesAsked(staff.followUpCaseWorker())).doesNotContain("DL-57");
        clock.morningOf("2026-10-08");
        JsonNode task = desk.task(staff.followUpCaseWorker(), "DL-57");
        desk.complete(staff.followUpCaseWorker(), task, Map.of("notExtendedDate", "2026-10-08"))
                .expect(200);

        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-57")
                        .path("state")
                        .asText())
                .isEqualTo("MET");
        assertThat(desk.rulesAsked(staff.followUpCaseWorker())).doesNotContain("DL-57");
    }

    @Test
    @Order(18)
    @Covers({"END-20", "END-03", "BR-92", "BR-99"})
    void caseWorkerEndsTheIntervention() {
        clock.morningOf("2026-11-06");
        ending = desk.create(
                staff.followUpCaseWorker(),
                "ending",
                Map.of("endingKind", "PLANNED", "endingReason", "GOALS_MET", "endDate", "2026-11-06"));
        Api.Answer unreasoned = CaseDesk.tryAct(staff.followUpCaseWorker(), ending, "end", Map.of());
        assertThat(unreasoned.status()).isEqualTo(422);
        CaseDesk.change(staff.followUpCaseWorker(), ending, Map.of("endingReasonText", "Målen är nådda"));

        JsonNode ended = CaseDesk.act(staff.followUpCaseWorker(), ending, "end", Map.of("date", "2026-11-06"));

        assertThat(ended.path("status").asText()).isEqualTo("ENDED_BY_CASE_WORKER");
        assertThat(desk.intervention(staff.followUpCaseWorker()).path("state").asText())
                .isEqualTo("ENDING");
        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-28")
                        .path("dueDate")
                        .asText())
                .isEqualTo("2026-11-20");
    }

    @Test
    @Order(19)
    @Covers({"BR-91", "END-22"})
    void performerCannotCloseBeforeTheDocumentationIsFinished() {
        Api.Answer early = CaseDesk.tryAct(staff.unitManager(), ending, "close", Map.of());

        assertThat(early.status()).isEqualTo(422);
        assertThat(early.errorId()).isEqualTo("INS-BR-91");
        assertThat(CaseDesk.status(staff.unitManager(), ending)).isEqualTo("ENDED_BY_CASE_WORKER");
    }

    @Test
    @Order(20)
    @Covers({"DL-28", "END-21"})
    void treatmentLeadFinishesTheDocumentationWithinTwoWeeks() {
        clock.morningOf("2026-11-13");
        JsonNode task = desk.task(staff.treatmentLead(), "DL-28");
        clock.setTo("2026-11-16");

        desk.complete(staff.treatmentLead(), task, Map.of("documentationDate", "2026-11-16"))
                .expect(200);

        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-28")
                        .path("state")
                        .asText())
                .isEqualTo("MET");
        assertThat(desk.deadline(staff.followUpCaseWorker(), "DL-29")
                        .path("dueDate")
                        .asText())
                .isEqualTo("2026-11-23");
    }

    @Test
    @Order(21)
    @Covers({"DL-29", "END-22", "ORD-27", "ORD-63"})
    void unitManagerClosesAndNothingIsLeftToDo() {
        clock.morningOf("2026-11-17");
        JsonNode task = desk.task(staff.unitManager(), "DL-29");
        clock.setTo("2026-11-18");

        desk.complete(staff.unitManager(), task, Map.of("closingDate", "2026-11-18"))
                .expect(200);

        assertThat(desk.intervention(staff.followUpCaseWorker()).path("state").asText())
                .isEqualTo("ENDED");
        assertThat(CaseDesk.status(staff.treatmentLead(), plan)).isEqualTo("CLOSED");
        assertThat(CaseDesk.status(staff.caseWorker(), order)).isEqualTo("ENDED");
        staff.followUpCaseWorker()
                .get(CaseDesk.V1 + "/deadlines?case=" + desk.caseNumber())
                .expect(200)
                .path("items")
                .forEach(deadline -> assertThat(deadline.path("state").asText())
                        .as(deadline.toString())
                        .isIn("MET", "MET_LATE", "CANCELLED", "SUPERSEDED"));
        clock.morningOf("2026-12-15");
        for (Api each : List.of(
                staff.caseWorker(),
                staff.followUpCaseWorker(),
                staff.coordinator(),
                staff.treatmentLead(),
                staff.unitManager())) {
            assertThat(desk.tasks(each)).isEmpty();
        }
    }

    private JsonNode deadlineDue(String ruleId, String dueDate) {
        for (JsonNode deadline : staff.followUpCaseWorker()
                .get(CaseDesk.V1 + "/deadlines?case=" + desk.caseNumber())
                .expect(200)
                .path("items")) {
            if (deadline.path("ruleId").asText().equals(ruleId)
                    && deadline.path("dueDate").asText().equals(dueDate)) {
                return deadline;
            }
        }
        throw new AssertionError("No " + ruleId + " due " + dueDate);
    }

    private static String snapshot(Api reader, String documentId) {
        Api.Answer content = reader.get(CONTENT + documentId + "/content");
        assertThat(content.status()).isEqualTo(200);
        return new String(content.bytes(), 0, Math.min(8, content.bytes().length), StandardCharsets.US_ASCII);
    }
}
