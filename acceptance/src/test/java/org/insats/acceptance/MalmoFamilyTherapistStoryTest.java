package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A family therapist in profile {@code malmo-family-therapist}, from the referral to the end date, with what is refused on the
 * way. Every step builds on the one before. Weekdays and due dates were worked out by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class MalmoFamilyTherapistStoryTest {

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private Staff staff;
    private Api worker;
    private Api therapist;
    private Api secretary;
    private CaseDesk desk;
    private String client;
    private List<String> guardians;
    private String referral;
    private String decision;
    private String allocation;
    private String followUp;
    private String ending;

    @BeforeAll
    void staffIsInPlace() {
        staff = Staff.of(target, "fbh");
        worker = staff.caseWorker();
        therapist = staff.therapist();
        secretary = target.as(new People(target.admin())
                .inRole(staff.unit().toLowerCase(Locale.ROOT) + ".iof", "IOF_SECRETARY", staff.performerUnit()));
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    private static void refused(Api.Answer answer, String id) {
        assertThat(answer.errorId()).as(answer.text()).isEqualTo(id);
        assertThat(answer.status()).as(answer.text()).isIn(403, 409, 422);
    }

    private List<Map<String, String>> family() {
        List<Map<String, String>> family = new ArrayList<>();
        family.add(Map.of("personId", client));
        guardians.forEach(guardian -> family.add(Map.of("personId", guardian)));
        family.add(Map.of("userName", therapist.userName()));
        return family;
    }

    @Test
    @Order(1)
    @Covers({"ORD-14", "ORD-45", "ORD-46", "DOC-REF-01", "DOC-REF-03"})
    void theReferralIsLeftWithTheSecretary() {
        clock.setTo("2026-01-12");
        Map<String, Object> intake = new HashMap<>(CaseDesk.intake(staff.unit(), staff.performerUnit()));
        intake.put("profile", "malmo-family-therapist");
        intake.put("service", "FAMILY_THERAPIST");
        desk = CaseDesk.open(worker, intake);
        guardians = desk.people(worker, "GUARDIAN");
        client = StreamSupport.stream(desk.overview(worker).path("persons").spliterator(), false)
                .map(person -> person.path("id").asText())
                .filter(id -> !guardians.contains(id))
                .findFirst()
                .orElseThrow();
        referral = desk.create(worker, "referral", Map.of());
        refused(CaseDesk.tryAct(worker, referral, "send", Map.of()), "INS-MANDATORY");
        CaseDesk.change(worker, referral, Map.of("referralText", "Kvällarna slutar i bråk och barnet drar sig undan"));

        JsonNode sent = CaseDesk.act(worker, referral, "send", Map.of());

        assertThat(sent.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(sent.at("/fields/recipient").asText()).isEqualTo("IOF_SECRETARY");
        assertThat(CaseDesk.status(secretary, referral)).isEqualTo("RECEIVED");
    }

    @Test
    @Order(2)
    @Covers({"ORD-47", "ORD-51", "DOC-REF-06", "DOC-REF-07", "DOC-REF-08"})
    void theQuestionIsAnsweredBeforeTheTeamMeetingAllocates() {
        CaseDesk.act(secretary, referral, "ask", Map.of("question", "Finns det syskon i hemmet?"));
        Map<String, String> allocated =
                Map.of("userName", therapist.userName(), "date", "2026-01-14", "teamMeetingDate", "2026-01-14");
        clock.setTo("2026-01-14");
        refused(CaseDesk.tryAct(secretary, referral, "allocate", allocated), "INS-ORD-51");
        CaseDesk.act(worker, referral, "answer", Map.of("answer", "Nej, barnet är ensambarn"));

        CaseDesk.act(secretary, referral, "allocate", allocated);

        assertThat(CaseDesk.status(therapist, referral)).isEqualTo("ALLOCATED");
    }

    @Test
    @Order(3)
    @Covers({"PLN-31", "STA-42", "ORD-84", "ORD-85", "BR-05", "DOC-MTG-20", "PRF-04"})
    void carePlanAndPlanningMeetingComeBeforeTheDecision() {
        clock.setTo("2026-01-19");
        String carePlan = desk.create(
                worker,
                "carePlan",
                Map.of(
                        "background",
                        "Familjen söker stöd för lugnare kvällar",
                        "goals",
                        List.of(Map.of("text", "Lugna kvällar hemma", "level", "OVERALL"))));
        CaseDesk.act(worker, carePlan, "establish", Map.of());
        decision = desk.create(
                worker,
                "decision",
                Map.of(
                        "decisionType", "GRANT",
                        "legalBasis", "SOL_4_1",
                        "grantFrom", "2026-02-02",
                        "grantTo", "2026-08-31"));
        refused(CaseDesk.tryAct(worker, decision, "decide", Map.of()), "INS-ORD-85");
        String unlimited = desk.create(
                worker,
                "decision",
                Map.of("decisionType", "GRANT", "legalBasis", "SOL_4_1", "grantFrom", "2026-02-02"));
        String planning = desk.create(worker, "meeting", Map.of("meetingType", "PLANNING"));
        CaseDesk.act(worker, planning, "book", Map.of("date", "2026-01-26T09:00:00Z"));
        clock.setTo("2026-01-26");
        CaseDesk.act(
                worker,
                planning,
                "hold",
                Map.of(
                        "date", "2026-01-26",
                        "expectationsAndGoals", "Alla vill ha lugnare kvällar",
                        "participants", family()));

        JsonNode decided = CaseDesk.act(worker, decision, "decide", Map.of());

        assertThat(decided.path("status").asText()).isEqualTo("ESTABLISHED");
        assertThat(decided.at("/fields/decisionDate").asText()).isEqualTo("2026-01-19");
        assertThat(decided.at("/fields/decisionMaker").asText()).isEqualTo(worker.userName());
        assertThat(decided.at("/fields/legalBasis").asText()).isEqualTo("SOL_4_1");
        assertThat(decided.at("/fields/interventionType").asText()).isEqualTo("FAMILY_THERAPIST");
        refused(CaseDesk.tryAct(worker, unlimited, "decide", Map.of()), "INS-BR-05");
        JsonNode granted = desk.intervention(therapist);
        assertThat(granted.path("grantFrom").asText()).isEqualTo("2026-02-02");
        assertThat(granted.path("grantTo").asText()).isEqualTo("2026-08-31");
    }

    @Test
    @Order(4)
    @Covers({"STA-44", "STA-45", "BR-64", "RSP-25"})
    void theStartUpMeetingIsTheExecutionDateAndTheResourceIsAllocated() {
        clock.setTo("2026-02-02");
        String meeting = desk.create(worker, "meeting", Map.of());
        CaseDesk.act(worker, meeting, "book", Map.of("date", "2026-02-02T09:00:00Z"));
        CaseDesk.act(worker, meeting, "hold", Map.of("date", "2026-02-02", "participants", family()));
        clock.setTo("2026-02-03");
        refused(
                CaseDesk.tryAct(worker, meeting, "execute", Map.of("date", "2026-01-30", "reason", "Tidigare kontakt")),
                "INS-STA-44");

        CaseDesk.act(worker, meeting, "execute", Map.of());

        JsonNode intervention = desk.intervention(worker);
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("startDate").asText()).isEqualTo("2026-02-02");
        allocation = CaseDesk.find(desk.overview(worker).path("documents"), "kind", "resourceAllocation")
                .path("id")
                .asText();
        JsonNode fields = CaseDesk.read(worker, allocation).path("fields");
        assertThat(fields.path("resourceFrom").asText()).isEqualTo("2026-02-02");
        assertThat(fields.path("resourcePreliminaryTo").asText()).isEqualTo("2026-08-31");
        assertThat(CaseDesk.status(worker, allocation)).isEqualTo("ALLOCATED");
    }

    @Test
    @Order(5)
    @Covers({"STA-43", "PLN-31", "BR-50"})
    void theTherapistWritesSubGoalsWithTheClient() {
        clock.setTo("2026-02-16");
        String plan = desk.create(
                therapist,
                "implementationPlan",
                Map.of(
                        "goalsAndPurpose", "Lugna kvällar",
                        "interventionContent", "Samtal varannan vecka",
                        "responsibilityDivision", "Behandlaren håller samtalen",
                        "followUpMethod", "Möten efter tre och sex månader",
                        "howCarriedOut", "Hemma hos familjen",
                        "participation", "Barnet och vårdnadshavarna var med",
                        "preparedWith", guardians));
        assertThat(CaseDesk.read(therapist, plan).at("/fields/goals/0/text").asText())
                .isEqualTo("Lugna kvällar hemma");

        CaseDesk.act(therapist, plan, "establish", Map.of());

        assertThat(CaseDesk.status(worker, plan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Order(6)
    @Covers({"DL-17", "FUP-09", "FUP-13", "FUP-19", "BR-77"})
    void threeMonthsAfterTheStartTheyMeet() {
        assertThat(desk.deadline(worker, "DL-17").path("dueDate").asText()).isEqualTo("2026-05-02");
        clock.morningOf("2026-04-27");
        assertThat(desk.rulesAsked(worker)).contains("DL-17");
        String first = desk.create(therapist, "followUp", Map.of("meetingKind", "FIRST_FOLLOW_UP_3_MONTHS"));
        CaseDesk.act(worker, first, "book", Map.of("date", "2026-04-29T09:00:00Z"));
        CaseDesk.change(
                therapist,
                first,
                Map.of(
                        "development", "Kvällarna är lugnare",
                        "participation", "Barnet berättade själv",
                        "outcome", List.of("CONTINUE"),
                        "nextFollowUpDate", "2026-07-27"));
        CaseDesk.act(therapist, first, "prepare", Map.of());
        clock.setTo("2026-04-29");

        CaseDesk.act(worker, first, "hold", Map.of("date", "2026-04-29", "participants", family()));

        assertThat(desk.deadline(worker, "DL-17").path("state").asText()).isEqualTo("MET");
        assertThat(desk.rulesAsked(worker)).doesNotContain("DL-17");
        CaseDesk.act(worker, first, "document", Map.of());
        assertThat(CaseDesk.status(worker, first)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Order(7)
    @Covers({"DL-18", "FUP-13", "FUP-19", "BR-77", "FUP-34"})
    void theTherapistFillsInTheFollowUpBeforeTheMeetingAndTheCaseWorkerJournalsIt() {
        assertThat(desk.deadline(worker, "DL-18").path("dueDate").asText()).isEqualTo("2026-08-02");
        clock.setTo("2026-07-20");
        followUp = desk.create(therapist, "followUp", Map.of());
        CaseDesk.act(worker, followUp, "book", Map.of("date", "2026-07-27T09:00:00Z"));
        refused(CaseDesk.tryAct(worker, followUp, "prepare", Map.of()), "INS-ROLE");
        filledIn(Map.of("outcome", List.of("EXTEND"), "nextFollowUpDate", "2027-01-25"));
        clock.setTo("2026-07-27");
        CaseDesk.act(worker, followUp, "hold", Map.of("date", "2026-07-27", "participants", family()));
        refused(CaseDesk.tryAct(worker, followUp, "document", Map.of()), "INS-FUP-19");
        CaseDesk.act(worker, note("FOLLOW_UP", followUp), "establish", Map.of());

        CaseDesk.act(worker, followUp, "document", Map.of());

        assertThat(CaseDesk.status(worker, followUp)).isEqualTo("DOCUMENTED");
        // The next one would lie after the end of the grant.
        assertThat(desk.deadline(worker, "DL-18").path("state").asText()).isEqualTo("MET");
    }

    private void filledIn(Map<String, Object> outcome) {
        List<Map<String, String>> results = new ArrayList<>();
        CaseDesk.read(therapist, followUp)
                .at("/fields/goals")
                .forEach(goal ->
                        results.add(Map.of("goalId", goal.path("goalId").asText(), "result", "Kvällarna är lugnare")));
        Map<String, Object> fields = new HashMap<>(outcome);
        fields.put("development", "Familjen klarar fler kvällar själv");
        fields.put("participation", "Barnet berättade själv");
        fields.put("goalResult", results);
        CaseDesk.change(therapist, followUp, fields);
        CaseDesk.act(therapist, followUp, "prepare", Map.of());
    }

    @Test
    @Order(8)
    @Covers({"EXT-05", "EXT-06", "EXT-07", "BR-13", "BR-14", "BR-15", "CON-08", "DL-45"})
    void theGrantIsContinuedInTheOrderOfTheRoutineAndTheInvestigationClosedLast() {
        clock.setTo("2026-08-10");
        String extension = only("extension");
        CaseDesk.change(worker, extension, Map.of("goalsMet", false, "needRemains", true));
        String continued = desk.create(
                worker,
                "decision",
                Map.of(
                        "decisionType", "CONTINUED_GRANT",
                        "legalBasis", "SOL_4_1",
                        "grantFrom", "2026-09-01",
                        "grantTo", "2027-02-28",
                        "extendsDecision", decision));
        refused(CaseDesk.tryAct(worker, continued, "decide", Map.of()), "INS-BR-13");
        guardians.forEach(guardian -> CaseDesk.act(
                worker,
                extension,
                "consent",
                Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "form", "ORAL")));
        String investigation =
                desk.openInvestigation(worker, Map.of("reason", "EXTENSION", "openedDate", "2026-08-10"));
        CaseDesk.act(worker, extension, "investigate", Map.of());
        CaseDesk.act(worker, draftNote("EXTENSION_INVESTIGATION"), "establish", Map.of());
        String basis = desk.create(
                worker,
                "decisionBasis",
                Map.of(
                        "basisKind", "EXTENSION",
                        "analysisAndAssessment", "Målen är inte nådda",
                        "centralNeeds", "Stöd på kvällarna",
                        "receptiveness", "God",
                        "extensionGrounds", "Målen är inte nådda, familjen samtycker och behovet kvarstår",
                        "participation", "Barnet hördes",
                        "goals", CaseDesk.read(worker, followUp).at("/fields/goals")));
        CaseDesk.act(worker, basis, "establish", Map.of());

        CaseDesk.act(worker, continued, "decide", Map.of());

        refused(CaseDesk.tryAct(worker, investigation, "close", Map.of()), "INS-BR-13");
        CaseDesk.act(worker, extension, "prolongResource", Map.of());
        assertThat(CaseDesk.read(worker, allocation)
                        .at("/fields/resourcePreliminaryTo")
                        .asText())
                .isEqualTo("2027-02-28");
        CaseDesk.act(worker, investigation, "close", Map.of());
        assertThat(CaseDesk.status(worker, extension)).isEqualTo("COMPLETED");
        assertThat(desk.overview(worker).path("interventions")).hasSize(1);
        assertThat(desk.intervention(worker).path("state").asText()).isEqualTo("RUNNING");
    }

    private String only(String kind) {
        return CaseDesk.find(desk.overview(worker).path("documents"), "kind", kind)
                .path("id")
                .asText();
    }

    private String draftNote(String type) {
        for (JsonNode document : desk.overview(worker).path("documents")) {
            if (document.path("kind").asText().equals("journalNote")
                    && document.path("status").asText().equals("DRAFT")
                    && CaseDesk.read(worker, document.path("id").asText())
                            .at("/fields/noteType")
                            .asText()
                            .equals(type)) {
                return document.path("id").asText();
            }
        }
        throw new AssertionError("No draft of " + type);
    }

    @Test
    @Order(9)
    @Covers({"END-23", "BR-77", "DOC-FUP-20"})
    void theFollowUpDocumentThatEndsItComesFirst() {
        clock.setTo("2027-01-18");
        ending = desk.create(
                worker,
                "ending",
                Map.of(
                        "endingKind", "PLANNED",
                        "endingReason", "NEED_CEASED",
                        "endingReasonText", "Behovet kvarstår inte enligt familj och behandlare"));
        refused(CaseDesk.tryAct(worker, ending, "end", Map.of()), "INS-END-23");
        followUp = desk.create(therapist, "followUp", Map.of());
        CaseDesk.act(worker, followUp, "book", Map.of("date", "2027-01-25T09:00:00Z"));
        filledIn(Map.of("outcome", List.of("END"), "endingReason", "NEED_CEASED"));
        clock.setTo("2027-01-25");
        CaseDesk.act(worker, followUp, "hold", Map.of("date", "2027-01-25", "participants", family()));
        CaseDesk.act(worker, note("FOLLOW_UP", followUp), "establish", Map.of());

        CaseDesk.act(worker, followUp, "document", Map.of());

        assertThat(CaseDesk.status(worker, followUp)).isEqualTo("DOCUMENTED");
    }

    private String note(String type, String relatedTo) {
        for (JsonNode document : desk.overview(worker).path("documents")) {
            if (document.path("kind").asText().equals("journalNote")) {
                JsonNode fields =
                        CaseDesk.read(worker, document.path("id").asText()).path("fields");
                if (fields.path("noteType").asText().equals(type)
                        && fields.path("relatedTo").asText().equals(relatedTo)) {
                    return document.path("id").asText();
                }
            }
        }
        throw new AssertionError("No note of " + type);
    }

    @Test
    @Order(10)
    @Covers({"END-24", "END-07", "BR-99", "PRF-36", "CON-09"})
    void theCaseWorkerMarksTheEndWithAReasonOfTheRoutine() {
        CaseDesk.change(worker, ending, Map.of("endingReason", "NOT_WORKING"));
        refused(CaseDesk.tryAct(worker, ending, "end", Map.of()), "INS-PRF-36");
        CaseDesk.change(worker, ending, Map.of("endingReason", "NEED_CEASED"));

        CaseDesk.act(worker, ending, "end", Map.of());

        assertThat(desk.intervention(worker).path("state").asText()).isEqualTo("ENDING");
        refused(CaseDesk.tryAct(therapist, ending, "finishDocumentation", Map.of()), "INS-ROLE");
    }

    @Test
    @Order(11)
    @Covers({"END-25", "END-26", "BR-90", "PRF-37", "DOC-DEC-18", "DOC-DEC-19"})
    void anOpenAllocationIsNamedAndOnlyAfterItTheEndDateIsEntered() {
        clock.setTo("2027-02-01");
        Api.Answer open = CaseDesk.tryAct(worker, ending, "closeIntervention", Map.of("date", "2027-01-31"));
        refused(open, "INS-BR-90");
        assertThat(open.json().at("/error/message").asText()).contains(desk.caseNumber() + "-RES-01");
        refused(CaseDesk.tryAct(therapist, allocation, "close", Map.of("date", "2027-01-31")), "INS-ROLE");
        CaseDesk.act(worker, allocation, "close", Map.of("date", "2027-01-31"));
        refused(CaseDesk.tryAct(worker, ending, "closeIntervention", Map.of("date", "2027-01-30")), "INS-DOC-DEC-19");

        CaseDesk.act(worker, ending, "closeIntervention", Map.of("date", "2027-01-31"));

        JsonNode intervention = desk.intervention(worker);
        assertThat(intervention.path("state").asText()).isEqualTo("ENDED");
        assertThat(CaseDesk.status(worker, referral)).isEqualTo("ENDED");
    }

    @Test
    @Order(12)
    @Covers({"END-31", "DLC-11"})
    void nothingOfTheInterventionIsLeftToDo() {
        clock.morningOf("2027-03-15");
        worker.get(CaseDesk.V1 + "/deadlines?case=" + desk.caseNumber())
                .expect(200)
                .path("items")
                .forEach(deadline -> assertThat(deadline.path("state").asText())
                        .as(deadline.path("ruleId").asText())
                        .isIn("MET", "MET_LATE", "CANCELLED", "SUPERSEDED"));
        for (Api each : List.of(worker, therapist, secretary, staff.unitManager())) {
            assertThat(desk.rulesAsked(each)).isEmpty();
        }
    }
}
