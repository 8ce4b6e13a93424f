package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
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

/**
 * What does not go as planned in profile {@code motala-srv}: each step tells of a case of its own, by the accounts of those who act.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class MotalaOpenCareExceptionsStoryTest {

    private static final String START = "2026-02-16";
    private static final String A_CHILD = "2013-05-14";
    private static final String ABOUT_TO_TURN_15 = "2011-03-15";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private Staff staff;

    @BeforeAll
    void staffIsInPlace() {
        staff = Staff.of(target, "und");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    private CaseDesk running(String birthDate) {
        clock.setTo(START);
        return OpenCareCases.running(staff, START, birthDate);
    }

    private Api worker() {
        return staff.followUpCaseWorker();
    }

    private String guardian(CaseDesk desk) {
        return desk.people(worker(), "GUARDIAN").get(0);
    }

    private static void refused(Api.Answer answer, String id) {
        assertThat(answer.errorId()).as(answer.text()).isEqualTo(id);
        assertThat(answer.status()).as(answer.text()).isIn(409, 422);
    }

    @Test
    @Order(1)
    @Covers({"BR-06", "CON-26", "CON-39"})
    void aGuardianWhoTakesBackTheConsentKeepsTheOrderBack() {
        clock.setTo(START);
        OpenCareCases.WithOrder made = OpenCareCases.withDraftOrders(staff, 1).get(0);
        String assignment = CaseDesk.find(
                        made.desk().overview(staff.caseWorker()).path("documents"), "kind", "assignment")
                .path("id")
                .asText();
        CaseDesk.act(
                staff.caseWorker(),
                assignment,
                "consent",
                Map.of(
                        "personId",
                                made.desk()
                                        .people(staff.caseWorker(), "GUARDIAN")
                                        .get(0),
                        "capacity", "GUARDIAN",
                        "answer", "WITHDRAWN",
                        "form", "ORAL"));

        refused(CaseDesk.tryAct(staff.caseWorker(), made.order(), "send", Map.of()), "INS-BR-06");

        assertThat(CaseDesk.status(staff.caseWorker(), made.order())).isEqualTo("DRAFT");
    }

    @Test
    @Order(2)
    @Covers({"ORD-58", "ORD-73", "ORD-74", "BR-18", "ORD-92", "END-31", "DOC-DCL-02", "DOC-DCL-04", "RSP-42"})
    void theUnitDeclinesInWritingToTheLeadSocialWorkerAndTheCaseWorkerGivesItUp() {
        clock.setTo(START);
        OpenCareCases.WithOrder made = OpenCareCases.withDraftOrders(staff, 1).get(0);
        CaseDesk.act(staff.caseWorker(), made.order(), "send", Map.of());
        refused(CaseDesk.tryAct(staff.unitManager(), made.order(), "decline", Map.of()), "INS-BR-18");

        CaseDesk.act(
                staff.unitManager(), made.order(), "decline", Map.of("reason", "Ingen behandlare med rätt inriktning"));

        CaseDesk desk = made.desk();
        assertThat(CaseDesk.status(staff.caseWorker(), made.order())).isEqualTo("DECLINED");
        JsonNode reason = CaseDesk.find(desk.overview(staff.leadSocialWorker()).path("documents"), "kind", "decline");
        assertThat(CaseDesk.read(staff.leadSocialWorker(), reason.path("id").asText())
                        .at("/fields/declineReason")
                        .asText())
                .isEqualTo("Ingen behandlare med rätt inriktning");
        assertThat(desk.intervention(staff.caseWorker()).path("grantState").asText())
                .isEqualTo("GRANTED");
        JsonNode choice = desk.task(staff.caseWorker(), "ORD-74");
        refused(desk.complete(staff.caseWorker(), choice, Map.of()), "INS-ORD-74");
        desk.complete(staff.caseWorker(), choice, Map.of("choice", "END")).expect(200);
        assertThat(desk.rulesAsked(staff.caseWorker())).doesNotContain("ORD-74");
        String ending = CaseDesk.find(desk.overview(staff.caseWorker()).path("documents"), "kind", "ending")
                .path("id")
                .asText();
        CaseDesk.change(
                staff.caseWorker(),
                ending,
                Map.of(
                        "endingKind", "PLANNED",
                        "endingReason", "NEED_CEASED",
                        "endingReasonText", "Familjen har fått hjälp på annat håll"));
        CaseDesk.act(staff.caseWorker(), ending, "end", Map.of());
        assertThat(CaseDesk.status(staff.caseWorker(), ending)).isEqualTo("CLOSED");
        assertThat(desk.intervention(staff.caseWorker()).path("state").asText()).isEqualTo("ENDED");
        assertThat(desk.tasks(staff.caseWorker())).isEmpty();
    }

    @Test
    @Order(3)
    @Covers({"ORD-59", "BR-19", "BR-115", "ORD-90", "DOC-ENUM-18", "RSP-04"})
    void aWithdrawnOrderIsToldOrallyAndTheTellingIsRecorded() {
        clock.setTo(START);
        OpenCareCases.WithOrder made = OpenCareCases.withDraftOrders(staff, 1).get(0);
        CaseDesk.act(staff.caseWorker(), made.order(), "send", Map.of());
        refused(
                CaseDesk.tryAct(staff.caseWorker(), made.order(), "withdraw", Map.of("reason", "NEED_CEASED")),
                "INS-BR-19");

        CaseDesk.act(
                staff.caseWorker(),
                made.order(),
                "withdraw",
                Map.of(
                        "reason",
                        "NEED_CEASED",
                        "orallyInformed",
                        staff.unitManager().userName(),
                        "orallyInformedAt",
                        START));

        assertThat(CaseDesk.status(staff.caseWorker(), made.order())).isEqualTo("WITHDRAWN");
        JsonNode paper =
                CaseDesk.find(made.desk().overview(staff.caseWorker()).path("documents"), "kind", "withdrawal");
        JsonNode fields =
                CaseDesk.read(staff.caseWorker(), paper.path("id").asText()).path("fields");
        assertThat(fields.path("orallyInformed").asText())
                .isEqualTo(staff.unitManager().userName());
        assertThat(fields.path("orallyInformedAt").asText()).isEqualTo(START);
        assertThat(fields.path("withdrawnBy").asText())
                .isEqualTo(staff.caseWorker().userName());
    }

    @Test
    @Order(4)
    @Covers({"TMP-01", "TMP-02", "TMP-03", "TMP-04", "TMP-05", "TMP-06", "TMP-07", "BR-113", "PLN-09", "CON-87", "DL-54"
    })
    void acuteNeedDuringAnInvestigationIsMetByATemporaryIntervention() {
        clock.setTo(START);
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.put("service", "TEMPORARY_INTERVENTION");
        CaseDesk desk = CaseDesk.open(staff.caseWorker(), intake);
        String need = desk.create(
                staff.caseWorker(),
                "temporaryIntervention",
                Map.of("acuteNeed", "Kvällarna hemma är ohållbara", "focus", "Lugna kvällar"));
        Map<String, String> talk =
                Map.of("leadSocialWorker", staff.leadSocialWorker().userName(), "text", "Börja snarast");
        refused(CaseDesk.tryAct(staff.caseWorker(), need, "discuss", talk), "INS-BR-113");
        String investigation =
                desk.openInvestigation(staff.caseWorker(), Map.of("openedDate", START, "reason", "OTHER"));
        CaseDesk.act(staff.caseWorker(), need, "discuss", talk);
        clock.runDeadlineJob();
        assertThat(desk.rulesAsked(staff.leadSocialWorker())).contains("DL-54");

        CaseDesk.act(staff.leadSocialWorker(), need, "prioritise", Map.of("text", "Går före, börjar i morgon"));
        assertThat(desk.rulesAsked(staff.leadSocialWorker())).doesNotContain("DL-54");
        String decision = desk.create(
                staff.caseWorker(),
                "decision",
                Map.of(
                        "decisionType", "TEMPORARY",
                        "legalBasis", "SOL",
                        "grantFrom", START,
                        "grantTo", "2026-05-31"));
        CaseDesk.act(staff.caseWorker(), decision, "decide", Map.of());
        String order = desk.create(
                staff.caseWorker(),
                "order",
                Map.of("shortAccount", "Stöd tre kvällar i veckan", "assignmentSentByPost", START));
        refused(CaseDesk.tryAct(staff.caseWorker(), order, "send", Map.of()), "INS-TMP-07");
        desk.people(staff.caseWorker(), "GUARDIAN")
                .forEach(guardian -> CaseDesk.act(
                        staff.caseWorker(),
                        need,
                        "consent",
                        Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "form", "ORAL")));
        String assignment = desk.create(staff.caseWorker(), "assignment", Map.of("needs", "Lugna kvällar"));
        CaseDesk.act(staff.caseWorker(), order, "send", Map.of());
        assertThat(CaseDesk.status(staff.caseWorker(), need)).isEqualTo("ORDERED");
        JsonNode posted = CaseDesk.read(staff.unitManager(), assignment);
        assertThat(posted.path("status").asText()).isEqualTo("ISSUED");
        assertThat(posted.at("/fields/issuedDate").asText()).isEqualTo(START);
        assertThat(posted.at("/fields/sentChannel").asText()).isEqualTo("POST");
        assertThat(CaseDesk.read(staff.caseWorker(), order)
                        .at("/fields/orderKind")
                        .asText())
                .isEqualTo("TEMPORARY");
        clock.setTo("2026-02-20");
        refused(CaseDesk.tryAct(staff.caseWorker(), investigation, "close", Map.of()), "INS-TMP-06");
        String ordinary = desk.create(
                staff.caseWorker(),
                "decision",
                Map.of(
                        "decisionType", "GRANT",
                        "legalBasis", "SOL",
                        "interventionType", "OPEN_CARE",
                        "grantFrom", "2026-02-20",
                        "grantTo", "2026-11-08"));
        CaseDesk.act(staff.caseWorker(), ordinary, "decide", Map.of());
        assertThat(CaseDesk.status(staff.caseWorker(), need)).isEqualTo("CONVERTED");
        CaseDesk.act(staff.caseWorker(), investigation, "close", Map.of());
        assertThat(CaseDesk.status(staff.caseWorker(), investigation)).isEqualTo("CLOSED");
    }

    @Test
    @Order(5)
    @Covers({"TMP-20", "TMP-21", "TMP-22", "TMP-24", "BR-114", "CON-47", "DL-55"})
    void anInvestigationOpenedWhileItRunsPutsThePositionOnTheCaseWorkersList() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-04-20");
        desk.openInvestigation(worker(), Map.of("openedDate", "2026-04-20", "reason", "OTHER"));
        String coordination = CaseDesk.find(desk.overview(worker()).path("documents"), "kind", "coordination")
                .path("id")
                .asText();
        clock.runDeadlineJob();
        assertThat(desk.task(worker(), "DL-55").path("dueDate").asText()).isEqualTo("2026-04-27");
        Map<String, String> position = new HashMap<>(Map.of(
                "text", "Stödet behövs under utredningen",
                "how", "Ett hembesök i veckan",
                "treatmentLead", staff.treatmentLead().userName(),
                "participation", "Vårdnadshavaren var med och planerade"));
        refused(CaseDesk.tryAct(worker(), coordination, "continueIntervention", position), "INS-BR-114");

        position.put("familyMember", guardian(desk));
        CaseDesk.act(worker(), coordination, "continueIntervention", position);

        assertThat(desk.rulesAsked(worker())).doesNotContain("DL-55");
        assertThat(CaseDesk.status(staff.treatmentLead(), coordination)).isEqualTo("CONTINUES_DURING_INVESTIGATION");
        assertThat(desk.deadline(worker(), "DL-15").path("dueDate").asText()).isEqualTo("2026-08-16");
        assertThat(desk.intervention(worker()).path("state").asText()).isEqualTo("RUNNING");
    }

    @Test
    @Order(6)
    @Covers({"TMP-30", "TMP-31", "TMP-32", "CON-85", "DL-56"})
    void aPlacementIsCoordinatedWithTheTreatmentLead() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-04-20");
        String coordination = desk.create(worker(), "coordination", Map.of());
        CaseDesk.act(worker(), coordination, "planPlacement", Map.of("date", "2026-04-20"));
        assertThat(desk.deadline(worker(), "DL-56").path("dueDate").asText()).isEqualTo("2026-05-05");

        CaseDesk.act(staff.treatmentLead(), coordination, "gatherInformation", Map.of("text", "Samtalen hjälper"));
        CaseDesk.act(
                worker(),
                coordination,
                "coordinate",
                Map.of(
                        "treatmentLead",
                        staff.treatmentLead().userName(),
                        "roleDivision",
                        "Behandlaren håller samtalen, hemmet vardagen"));
        CaseDesk.act(worker(), coordination, "continueIntervention", Map.of("text", "Samtalen ska fortsätta"));

        assertThat(CaseDesk.status(worker(), coordination)).isEqualTo("CONTINUES");
        assertThat(desk.deadline(worker(), "DL-56").path("state").asText()).isEqualTo("MET");
    }

    @Test
    @Order(7)
    @Covers({"END-08", "END-09", "END-12", "BR-94", "BR-97", "DL-52", "CON-24", "CON-25", "BR-91"})
    void whatDoesNotWorkIsDiscussedDisputedSettledAndEndedEarly() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-04-20");
        String ending = desk.create(
                staff.treatmentLead(),
                "ending",
                Map.of(
                        "endingKind", "EARLY",
                        "endingReason", "NOT_WORKING",
                        "endingReasonText", "Familjen är inte hemma på avtalade tider",
                        "endDate", "2026-04-30"));
        refused(CaseDesk.tryAct(worker(), ending, "end", Map.of()), "INS-END-08");
        CaseDesk.act(worker(), ending, "discuss", Map.of("text", "Vi ser olika på det"));
        CaseDesk.act(staff.treatmentLead(), ending, "dispute", Map.of("text", "Vi vill avsluta nu"));
        assertThat(desk.deadline(worker(), "DL-52").path("dueDate").asText()).isEqualTo("2026-05-05");
        refused(CaseDesk.tryAct(worker(), ending, "end", Map.of()), "INS-BR-97");

        clock.setTo("2026-04-28");
        CaseDesk.act(
                worker(),
                ending,
                "settle",
                Map.of(
                        "leadSocialWorker", staff.leadSocialWorker().userName(),
                        "performerManager", staff.unitManager().userName(),
                        "outcome", "Insatsen avslutas, andra insatser prövas"));
        assertThat(desk.deadline(worker(), "DL-52").path("state").asText()).isEqualTo("MET");
        refused(CaseDesk.tryAct(worker(), ending, "end", Map.of()), "INS-BR-94");
        CaseDesk.change(
                worker(), ending, Map.of("concernAssessment", true, "concernAssessmentText", "Skolfrånvaron har ökat"));
        CaseDesk.act(worker(), ending, "end", Map.of());

        JsonNode investigation = CaseDesk.find(desk.overview(worker()).path("documents"), "kind", "investigation");
        assertThat(CaseDesk.read(worker(), investigation.path("id").asText())
                        .at("/fields/reason")
                        .asText())
                .isEqualTo("CONCERN_AFTER_EARLY_ENDING");
        refused(CaseDesk.tryAct(staff.unitManager(), ending, "close", Map.of()), "INS-BR-91");
        CaseDesk.act(staff.treatmentLead(), ending, "finishDocumentation", Map.of());
        CaseDesk.act(staff.unitManager(), ending, "close", Map.of());
        assertThat(desk.intervention(worker()).path("state").asText()).isEqualTo("ENDED");
    }

    @Test
    @Order(8)
    @Covers({"END-10", "BR-95", "CON-20", "CON-68", "PRF-62"})
    void aGuardianWhoEndsEarlyRaisesTheQuestionOfTheChildsOwnWish() {
        CaseDesk desk = running(ABOUT_TO_TURN_15);
        clock.setTo("2026-04-20");
        String ending = early(desk, "EARLY_BY_GUARDIAN");
        refused(CaseDesk.tryAct(worker(), ending, "end", Map.of()), "INS-BR-95");

        CaseDesk.change(
                worker(),
                ending,
                Map.of(
                        "consentAssessment", "Barnet vill inte ha insatsen utan föräldrarna",
                        "consentAssessmentDate", "2026-04-20",
                        "consentConclusion", false));
        CaseDesk.act(worker(), ending, "end", Map.of());

        assertThat(desk.intervention(worker()).path("state").asText()).isEqualTo("ENDING");
    }

    @Test
    @Order(9)
    @Covers({"END-11", "BR-96", "CON-21"})
    void aChildWhoDeclinesLeavesItToTheParents() {
        CaseDesk desk = running(ABOUT_TO_TURN_15);
        clock.setTo("2026-04-20");
        String ending = early(desk, "CHILD_DECLINES");
        refused(
                CaseDesk.tryAct(
                        worker(),
                        ending,
                        "continueForParents",
                        Map.of("parentalSupport", false, "purpose", "Barnet behöver stöd")),
                "INS-BR-96");

        CaseDesk.act(
                worker(),
                ending,
                "continueForParents",
                Map.of("parentalSupport", true, "purpose", "Stöd till föräldrarna i föräldrarollen"));

        assertThat(CaseDesk.status(worker(), ending)).isEqualTo("WITHDRAWN");
        assertThat(desk.intervention(worker()).path("state").asText()).isEqualTo("RUNNING");
    }

    private String early(CaseDesk desk, String reason) {
        return desk.create(
                worker(),
                "ending",
                Map.of(
                        "endingKind", "EARLY",
                        "endingReason", reason,
                        "endingReasonText", "Vill inte fortsätta",
                        "endDate", "2026-04-20",
                        "concernAssessment", false,
                        "concernAssessmentText", "Ingen oro enligt skolan"));
    }

    @Test
    @Order(10)
    @Covers({"BR-111", "BR-110"})
    void aMistakeIsMarkedAndTheCaseHasOneResponsibleCaseWorkerAtATime() {
        CaseDesk desk = running(A_CHILD);
        String note = desk.create(worker(), "journalNote", Map.of("noteType", "OTHER", "noteText", "Fel ärende"));
        JsonNode established = CaseDesk.act(worker(), note, "establish", Map.of());
        refused(
                CaseDesk.tryChange(worker(), note, established.path("version").asText(), Map.of("noteText", "Annat")),
                "INS-BR-111");

        CaseDesk.act(worker(), note, "markErroneous", Map.of("reason", "Skrevs i fel ärende"));

        assertThat(CaseDesk.read(worker(), note).at("/fields/noteText").asText())
                .isEqualTo("Fel ärende");
        assertThat(desk.overview(worker()).path("responsibleCaseWorker").asText())
                .isEqualTo(worker().userName());
        Api.Answer removed =
                worker().delete(CaseDesk.V1 + "/cases/" + desk.caseNumber() + "/members/" + worker().userName());
        refused(removed, "INS-BR-110");
    }

    @Test
    @Order(11)
    @Covers({"END-31", "DLC-11"})
    void whatIsOpenWhenItEndsIsCancelledWithTheReason() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-04-20");
        String ending = desk.create(
                worker(),
                "ending",
                Map.of(
                        "endingKind", "PLANNED",
                        "endingReason", "NEED_CEASED",
                        "endingReasonText", "Behovet kvarstår inte",
                        "endDate", "2026-04-20"));
        CaseDesk.act(worker(), ending, "end", Map.of());

        List<String> open = new ArrayList<>();
        desk.overview(worker());
        worker().get(CaseDesk.V1 + "/deadlines?case=" + desk.caseNumber())
                .expect(200)
                .path("items")
                .forEach(deadline -> {
                    if (List.of("PENDING", "DUE_SOON", "OVERDUE")
                            .contains(deadline.path("state").asText())) {
                        open.add(deadline.path("ruleId").asText());
                    }
                });
        assertThat(open).contains("DL-28").doesNotContain("DL-15", "DL-57");
        assertThat(desk.deadline(worker(), "DL-15").path("state").asText()).isEqualTo("CANCELLED");
    }

    @Test
    @Order(12)
    @Covers({"REV-02", "PLN-10", "PRF-33"})
    void theCaseWorkerRevisesTheAssignmentWhenNeededAndNobodyElse() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-04-20");
        String assignment = CaseDesk.find(desk.overview(worker()).path("documents"), "kind", "assignment")
                .path("id")
                .asText();
        refused(
                CaseDesk.tryAct(staff.treatmentLead(), assignment, "revise", Map.of("reason", "Vill ändra")),
                "INS-ROLE",
                403);
        CaseDesk.act(worker(), assignment, "revise", Map.of("reason", "Familjen har flyttat"));
        String revised = draftOf(desk, "assignment");
        assertThat(CaseDesk.status(staff.treatmentLead(), assignment)).isEqualTo("ISSUED");
        CaseDesk.change(worker(), revised, Map.of("needs", "Stöd i vardagen på en ny ort"));
        CaseDesk.act(worker(), revised, "communicate", Map.of());
        desk.people(worker(), "GUARDIAN")
                .forEach(guardian -> CaseDesk.act(
                        worker(),
                        revised,
                        "consent",
                        Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "form", "ORAL")));
        CaseDesk.act(worker(), revised, "issue", Map.of());
        assertThat(CaseDesk.status(staff.treatmentLead(), revised)).isEqualTo("REVISED");
        assertThat(CaseDesk.status(worker(), assignment)).isEqualTo("REPLACED");
    }

    @Test
    @Order(13)
    @Covers({"FUP-07", "ORD-101", "CON-84", "DL-60"})
    void whatComesToOneSideIsToldToTheOther() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-05-04");
        String coordination = desk.create(worker(), "coordination", Map.of());
        CaseDesk.act(
                staff.treatmentLead(), coordination, "noteInformation", Map.of("text", "Familjen behöver annat stöd"));
        assertThat(desk.deadline(worker(), "DL-60").path("dueDate").asText()).isEqualTo("2026-05-05");
        CaseDesk.act(staff.treatmentLead(), coordination, "share", Map.of("text", "Berättade för handläggaren"));
        assertThat(desk.deadline(worker(), "DL-60").path("state").asText()).isEqualTo("MET");
        assertThat(CaseDesk.read(worker(), coordination).at("/fields/informationShared"))
                .hasSize(2);
    }

    @Test
    @Order(14)
    @Covers({"EXT-08", "EXT-07", "ORD-76", "ORD-63", "BR-15"})
    void theGrantIsExtendedByADecisionWithItsBasisAndAMarkedOrder() {
        CaseDesk desk = running(A_CHILD);
        clock.setTo("2026-10-12");
        String extension = desk.create(worker(), "extension", Map.of("needRemains", true, "goalsMet", false));
        desk.openInvestigation(worker(), Map.of("reason", "EXTENSION", "openedDate", "2026-10-12"));
        String basis = desk.create(
                worker(),
                "decisionBasis",
                Map.of(
                        "basisKind", "EXTENSION",
                        "analysisAndAssessment", "Målen är inte nådda",
                        "centralNeeds", "Stöd i vardagen",
                        "receptiveness", "God",
                        "extensionGrounds", "Behovet kvarstår",
                        "participation", "Barnet hördes",
                        "goals", List.of(Map.of("text", "Skolgång varje dag", "level", "GOAL"))));
        CaseDesk.act(worker(), basis, "establish", Map.of());
        String granted = CaseDesk.find(desk.overview(worker()).path("documents"), "kind", "decision")
                .path("id")
                .asText();
        String continued = desk.create(
                worker(),
                "decision",
                Map.of(
                        "decisionType", "CONTINUED_GRANT",
                        "legalBasis", "SOL",
                        "grantFrom", "2026-11-09",
                        "grantTo", "2027-05-08",
                        "extendsDecision", granted));
        CaseDesk.act(worker(), continued, "decide", Map.of());
        assertThat(CaseDesk.status(worker(), extension)).isEqualTo("DECIDED_CONTINUE");
        String order = desk.create(
                worker(),
                "order",
                Map.of(
                        "orderKind",
                        "EXTENSION",
                        "extendsIntervention",
                        desk.interventionId(),
                        "extensionDecision",
                        continued));
        CaseDesk.act(worker(), order, "send", Map.of());
        assertThat(CaseDesk.status(worker(), extension)).isEqualTo("COMPLETED");
        JsonNode sent = CaseDesk.read(staff.treatmentLead(), order);
        assertThat(sent.path("status").asText()).isEqualTo("STARTED");
        assertThat(sent.at("/fields/allocatedTo").asText())
                .isEqualTo(staff.treatmentLead().userName());
        assertThat(desk.overview(worker()).path("interventions")).hasSize(1);
        assertThat(desk.intervention(worker()).path("grantTo").asText()).isEqualTo("2027-05-08");

        String ending = desk.create(
                worker(),
                "ending",
                Map.of(
                        "endingKind", "PLANNED",
                        "endingReason", "NEED_CEASED",
                        "endingReasonText", "Behovet kvarstår inte",
                        "endDate", "2026-10-12"));
        CaseDesk.act(worker(), ending, "end", Map.of());
        CaseDesk.act(staff.treatmentLead(), ending, "finishDocumentation", Map.of());
        CaseDesk.act(staff.unitManager(), ending, "close", Map.of());
        assertThat(CaseDesk.status(worker(), order)).isEqualTo("ENDED");
    }

    private static void refused(Api.Answer answer, String id, int status) {
        assertThat(answer.errorId()).as(answer.text()).isEqualTo(id);
        assertThat(answer.status()).isEqualTo(status);
    }

    private String draftOf(CaseDesk desk, String kind) {
        for (JsonNode document : desk.overview(worker()).path("documents")) {
            if (document.path("kind").asText().equals(kind)
                    && document.path("status").asText().equals("DRAFT")) {
                return document.path("id").asText();
            }
        }
        throw new AssertionError("No draft of " + kind);
    }
}
