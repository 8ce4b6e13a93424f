package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
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

/**
 * Assignments and implementation plans in profile {@code bas-assignments}, as the people of the two units live through them in
 * 2026 and 2027: open care from investigation to the extended grant, a child placed in a residential care home with several plans
 * below one care plan, a child in a foster home whose parents have support of their own, and the end of the open care with what the
 * assignment wants reported back. Every step builds on the one before.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class BasAssignmentsStoryTest {

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private Staff staff;
    private CaseDesk desk;
    private List<String> family;
    private String assignment;
    private String plan;
    private String revised;
    private String followUp;
    private CaseDesk home;
    private List<String> homeFamily;
    private String homePlan;
    private String carePlan;
    private CaseDesk fosterHome;
    private List<String> fosterFamily;
    private String contractor;
    private String fosterCarePlan;
    private String fosterPlan;
    private String ending;

    @BeforeAll
    void staffIsInPlace() {
        staff = Staff.of(target, "bas");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    // Open care.

    @Test
    @Order(1)
    @Covers({"ORD-80", "DOC-DBA-04", "DOC-GOA-R4"})
    void theInvestigationEndsInABasisWithNeedsAndGoals() {
        clock.setTo("2026-02-02");
        desk = open("OPEN_CARE");
        family = family(desk);

        String basis = basis(desk, "Går i skolan varje dag");

        assertThat(CaseDesk.read(staff.caseWorker(), basis)
                        .at("/fields/goals/0/goalId")
                        .asText())
                .hasSize(36);
    }

    @Test
    @Order(2)
    @Covers({"PRF-04", "ORD-86"})
    void theDecisionComesBeforeTheAssignment() {
        grant(desk, "GRANT", "2026-02-09", "2026-12-31", "");

        assertThat(desk.intervention(staff.caseWorker()).path("state").asText()).isEqualTo("GRANTED");
    }

    @Test
    @Order(3)
    @Covers({"ORD-44", "PLN-04", "PLN-05", "BR-57", "DOC-ASG-06"})
    void anAssignmentThatIsNotWholeIsNotSent() {
        assignment = desk.create(staff.caseWorker(), "assignment", Map.of());
        JsonNode copied = CaseDesk.read(staff.caseWorker(), assignment);
        assertThat(copied.at("/fields/committeeAssessment").asText()).isEqualTo("Behöver stöd i skolan");
        assertThat(copied.at("/fields/goals/0/text").asText()).isEqualTo("Går i skolan varje dag");

        Api.Answer incomplete = CaseDesk.tryAct(staff.caseWorker(), assignment, "send", Map.of());

        assertThat(incomplete.status()).isEqualTo(422);
        assertThat(CaseDesk.status(staff.caseWorker(), assignment)).isEqualTo("DRAFT");
    }

    @Test
    @Order(4)
    @Covers({"ORD-12", "ORD-52", "PRF-05", "PRF-06"})
    void theUnitManagerAllocatesTheAssignmentToATherapist() {
        CaseDesk.change(staff.caseWorker(), assignment, restOfAssignment());
        CaseDesk.act(staff.caseWorker(), assignment, "send", Map.of());

        CaseDesk.act(
                staff.unitManager(),
                assignment,
                "allocate",
                Map.of("userName", staff.therapist().userName(), "date", "2026-02-02"));

        assertThat(CaseDesk.read(staff.therapist(), assignment).path("status").asText())
                .isEqualTo("ISSUED");
        assertThat(staff.treatmentLead()
                        .get(CaseDesk.V1 + "/documents/" + assignment)
                        .status())
                .isIn(403, 404);
    }

    @Test
    @Order(5)
    @Covers({"STA-40", "STA-41", "CON-51", "PRF-20"})
    void thePlanningMeetingMakesGoalsAndRolesClear() {
        clock.setTo("2026-02-09");
        String meeting = desk.create(staff.caseWorker(), "meeting", Map.of("meetingType", "PLANNING"));
        CaseDesk.act(staff.caseWorker(), meeting, "book", Map.of("date", "2026-02-09"));

        JsonNode held = CaseDesk.act(
                staff.caseWorker(),
                meeting,
                "hold",
                Map.of(
                        "participants",
                        participants(family),
                        "goalsMadeConcrete",
                        "Närvaro varje förmiddag först",
                        "rolesClarified",
                        List.of(
                                Map.of("party", "Vårdnadshavare", "text", "Väcker och följer till skolan"),
                                Map.of("party", "Behandlare", "text", "Möter upp på skolan")),
                        "priorities",
                        "Skolan före fritiden"));

        assertThat(held.path("status").asText()).isEqualTo("HELD");
        assertThat(CaseDesk.tryAct(staff.caseWorker(), meeting, "execute", Map.of())
                        .errorId())
                .isEqualTo("INS-DOC-MTG-01");
    }

    @Test
    @Order(6)
    @Covers({"ORD-57", "STA-46", "STA-47"})
    void theInterventionStartsOnTheDayOfTheStartUpMeeting() {
        start(desk, family, "2026-02-09");

        JsonNode intervention = desk.intervention(staff.caseWorker());
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("startDate").asText()).isEqualTo("2026-02-09");
    }

    @Test
    @Order(7)
    @Covers({"PLN-24", "PRF-16", "BR-50", "CON-42"})
    void thePerformerWritesThePlanFromTheAssignmentTogetherWithTheFamily() {
        assertThat(desk.tryCreate(staff.caseWorker(), "implementationPlan", Map.of())
                        .status())
                .isEqualTo(403);
        plan = desk.create(staff.therapist(), "implementationPlan", planFields(family, Map.of()));
        JsonNode draft = CaseDesk.read(staff.therapist(), plan);
        assertThat(draft.at("/fields/assignmentRef").asText()).isEqualTo(assignment);
        assertThat(draft.at("/fields/goals/0/text").asText()).isEqualTo("Går i skolan varje dag");

        JsonNode established = CaseDesk.act(staff.therapist(), plan, "establish", Map.of());

        assertThat(established.path("status").asText()).isEqualTo("ESTABLISHED");
        assertThat(CaseDesk.status(staff.caseWorker(), plan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Order(8)
    @Covers({"FUP-18", "FUP-25", "FUP-26", "BR-70", "BR-72", "PRF-30", "PRF-55"})
    void theFollowUpShowsConformityAndProgressOnTheFourStepScale() {
        clock.setTo("2026-06-01");
        followUp = held(desk, family, "2026-06-01");
        Map<String, Object> fields = followUpFields("CONTINUE", "PLAN_REVISED");
        fields.put("goalResult", results(followUp, null));
        CaseDesk.change(staff.caseWorker(), followUp, fields);

        assertThat(CaseDesk.tryAct(staff.caseWorker(), followUp, "document", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-70");
        CaseDesk.change(staff.caseWorker(), followUp, Map.of("goalResult", results(followUp, "POSITIVE_NOT_MET")));
    }

    @Test
    @Order(9)
    @Covers("REV-07")
    void theCaseWorkerPutsTheChangeOnALevelWithAReason() {
        assertThat(CaseDesk.tryAct(staff.caseWorker(), followUp, "document", Map.of())
                        .errorId())
                .isEqualTo("INS-MANDATORY");
        CaseDesk.change(
                staff.caseWorker(),
                followUp,
                Map.of("changeLevel", "REMAINING_GOALS", "changeLevelReason", "Målet kvarstår"));

        JsonNode documented = CaseDesk.act(staff.caseWorker(), followUp, "document", Map.of());

        assertThat(documented.path("status").asText()).isEqualTo("DOCUMENTED");
        assertThat(desk.intervention(staff.caseWorker())
                        .at("/goals/0/ratings/0/attainment")
                        .asText())
                .isEqualTo("POSITIVE_NOT_MET");
    }

    @Test
    @Order(10)
    @Covers({"REV-01", "REV-04", "REV-06", "FUP-31"})
    void theTherapistRevisesThePlanWithGoalsUnchangedAndParticipationWrittenAnew() {
        CaseDesk.act(staff.therapist(), plan, "revise", Map.of("reason", "Delmål för matematik"));
        revised = otherPlan(desk, plan);
        assertThat(CaseDesk.tryAct(staff.therapist(), revised, "addGoal", Map.of("text", "Nytt mål"))
                        .errorId())
                .isEqualTo("INS-REV-04");
        assertThat(CaseDesk.tryAct(staff.therapist(), revised, "establish", Map.of())
                        .errorId())
                .isEqualTo("INS-MANDATORY");
        CaseDesk.change(
                staff.therapist(),
                revised,
                Map.of(
                        "participation",
                        "Barnet valde delmålet",
                        "subGoals",
                        List.of(Map.of("text", "Matematik två gånger i veckan"))));

        CaseDesk.act(staff.therapist(), revised, "establish", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), plan)).isEqualTo("REPLACED");
        assertThat(CaseDesk.read(staff.caseWorker(), revised).at("/fields/goals"))
                .isEqualTo(CaseDesk.read(staff.caseWorker(), plan).at("/fields/goals"));
    }

    @Test
    @Order(11)
    @Covers({"FUP-33", "REV-10", "BR-10", "DL-44", "PRF-34"})
    void newNeedsTakeAnInvestigationBeforeThePlanIsChanged() {
        clock.setTo("2026-09-01");
        followUp = held(desk, family, "2026-09-01");
        Map<String, Object> fields = followUpFields("CONTINUE", "PLAN_REVISED");
        fields.put("goalResult", results(followUp, "NO_CHANGE"));
        fields.put("newNeeds", true);
        fields.put("newNeedsText", "Svårigheter som kräver annat stöd");
        fields.put("changeLevel", "NEW_NEEDS");
        fields.put("changeLevelReason", "Helt nytt behov");
        CaseDesk.change(staff.caseWorker(), followUp, fields);
        assertThat(CaseDesk.tryAct(staff.caseWorker(), followUp, "document", Map.of())
                        .errorId())
                .isEqualTo("INS-FUP-33");
        CaseDesk.change(
                staff.caseWorker(),
                followUp,
                Map.of("outcome", List.of("CONTINUE", "PLAN_REVISED", "NEW_INVESTIGATION")));
        CaseDesk.act(staff.caseWorker(), followUp, "document", Map.of());
        assertThat(desk.deadline(staff.caseWorker(), "DL-44").path("dueDate").asText())
                .isEqualTo("2026-09-08");

        CaseDesk.act(staff.therapist(), revised, "revise", Map.of("reason", "Nytt behov"));
        String third = otherPlan(desk, plan, revised);
        CaseDesk.change(staff.therapist(), third, Map.of("participation", "Barnet deltog"));
        assertThat(CaseDesk.tryAct(staff.therapist(), third, "establish", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-10");

        desk.openInvestigation(
                staff.caseWorker(),
                Map.of("reason", "NEW_NEEDS", "openedDate", "2026-09-01", "focus", "Det nya behovet"));
        CaseDesk.act(staff.therapist(), third, "establish", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), revised)).isEqualTo("REPLACED");
    }

    @Test
    @Order(12)
    @Covers({"EXT-07", "EXT-08", "EXT-09", "EXT-10", "BR-15"})
    void theGrantIsExtendedOnTheSameInterventionAndAGapIsExplained() {
        clock.setTo("2026-12-01");
        String decision = decision(desk, "CONTINUED_GRANT", "2027-01-11", "2027-06-30", currentDecision());
        assertThat(CaseDesk.tryAct(staff.caseWorker(), decision, "decide", Map.of())
                        .errorId())
                .isEqualTo("INS-EXT-09");
        CaseDesk.change(
                staff.caseWorker(),
                decision,
                Map.of(
                        "overrides",
                        List.of(Map.of("field", "grantFrom", "reason", "Familjen är bortrest över helgerna"))));

        CaseDesk.act(staff.caseWorker(), decision, "decide", Map.of());

        assertThat(desk.overview(staff.caseWorker()).path("interventions")).hasSize(1);
        JsonNode intervention = desk.intervention(staff.caseWorker());
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("grantTo").asText()).isEqualTo("2027-06-30");
        assertThat(desk.deadline(staff.caseWorker(), "DL-57").path("dueDate").asText())
                .isEqualTo("2027-06-30");
    }

    // A residential care home.

    @Test
    @Order(20)
    @Covers({"ORD-13", "PLN-06", "DOC-CPL-02", "PRF-15"})
    void theCarePlanOfAPlacementTakesItsOverallGoalsFromTheBasis() {
        clock.setTo("2027-03-01");
        home = open("RESIDENTIAL_CARE_HOME");
        homeFamily = family(home);
        basis(home, "Trygg i vardagen");
        grant(home, "GRANT", "2027-03-01", "2027-12-31", "");
        carePlan = home.create(staff.caseWorker(), "carePlan", Map.of("background", "Placeringen och dess skäl"));
        assertThat(CaseDesk.read(staff.caseWorker(), carePlan)
                        .at("/fields/goals/0/text")
                        .asText())
                .isEqualTo("Trygg i vardagen");

        CaseDesk.act(staff.caseWorker(), carePlan, "establish", Map.of());
        String toHome = home.create(staff.caseWorker(), "assignment", restOfAssignment());
        CaseDesk.change(
                staff.caseWorker(),
                toHome,
                Map.of(
                        "purpose", "Trygghet",
                        "interventionContent", "Boende och samtal",
                        "responsibilityDivision", "Hemmet ansvarar för vardagen"));
        CaseDesk.act(staff.caseWorker(), toHome, "send", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), toHome)).isEqualTo("ISSUED");
        start(home, homeFamily, "2027-03-01");
    }

    @Test
    @Order(21)
    @Covers({"PLN-26", "PLN-28", "BR-54", "PLN-27", "BR-56", "CON-12", "ORD-96"})
    void aPlanWhoseGoalsTheHomeWordsIsNotEstablishedWithoutSignatures() {
        Map<String, Object> fields = planFields(homeFamily, homePoints());
        fields.put("goalsDelegated", true);
        fields.put("subGoals", List.of(Map.of("text", "Sover i eget rum")));
        fields.put("carePlanRef", carePlan);
        fields.remove("schooling");
        homePlan = home.create(staff.caseWorker(), "implementationPlan", fields);

        assertThat(CaseDesk.tryAct(staff.caseWorker(), homePlan, "establish", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-56");
        assertThat(CaseDesk.tryAct(staff.caseWorker(), homePlan, "requestSignature", Map.of())
                        .errorId())
                .isEqualTo("INS-MANDATORY");
        CaseDesk.change(
                staff.caseWorker(),
                homePlan,
                Map.of("overrides", List.of(Map.of("field", "schooling", "reason", "Skolan har inte börjat än"))));
        CaseDesk.act(staff.caseWorker(), homePlan, "requestSignature", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), homePlan)).isEqualTo("RETURNED_FOR_SIGNATURE");
    }

    @Test
    @Order(22)
    @Covers({"PLN-27", "DL-38", "DOC-IMP-15", "CON-96"})
    void thePlanHoldsWhenEverybodyConcernedHasSigned() {
        assertThat(home.deadline(staff.caseWorker(), "DL-38").path("dueDate").asText())
                .isEqualTo("2027-03-15");
        clock.setTo("2027-03-11");
        CaseDesk.act(
                staff.caseWorker(),
                homePlan,
                "addSignature",
                Map.of("personId", homeFamily.get(0), "date", "2027-03-10"));
        assertThat(CaseDesk.tryAct(staff.caseWorker(), homePlan, "registerSignedCopy", Map.of("date", "2027-03-11"))
                        .errorId())
                .isEqualTo("INS-BR-56");
        for (String person : homeFamily) {
            CaseDesk.act(
                    staff.caseWorker(), homePlan, "addSignature", Map.of("personId", person, "date", "2027-03-10"));
        }

        CaseDesk.act(staff.caseWorker(), homePlan, "registerSignedCopy", Map.of("date", "2027-03-11"));

        assertThat(CaseDesk.status(staff.caseWorker(), homePlan)).isEqualTo("SIGNED");
        assertThat(home.deadline(staff.caseWorker(), "DL-38").path("state").asText())
                .isEqualTo("MET");
    }

    @Test
    @Order(23)
    @Covers({"PLN-30", "BR-51", "DOC-CPL-05", "DOC-IMP-02"})
    void theSameCarePlanHasAPlanForEveryPerformer() {
        Map<String, Object> again = planFields(homeFamily, homePoints());
        again.put("goalsDelegated", false);
        String second = home.create(staff.caseWorker(), "implementationPlan", again);
        assertThat(CaseDesk.tryAct(staff.caseWorker(), second, "establish", Map.of())
                        .errorId())
                .isEqualTo("INS-DOC-IMP-02");
        CaseDesk.change(staff.caseWorker(), second, Map.of("performer", "BIM-grupp", "variant", "OPEN_CARE"));
        CaseDesk.act(staff.caseWorker(), second, "establish", Map.of());
        Map<String, Object> parents = planFields(homeFamily, homePoints());
        parents.put("goalsDelegated", false);
        parents.put("performer", "Föräldrastöd");
        parents.put("variant", "OPEN_CARE");
        String third = home.create(staff.caseWorker(), "implementationPlan", parents);
        CaseDesk.act(staff.caseWorker(), third, "establish", Map.of());

        List<String> plans = new ArrayList<>();
        CaseDesk.read(staff.caseWorker(), carePlan)
                .at("/fields/implementationPlans")
                .forEach(id -> plans.add(id.asText()));
        assertThat(plans).containsExactlyInAnyOrder(homePlan, second, third);
    }

    // A foster home.

    @Test
    @Order(30)
    @Covers({"PLN-06", "PLN-34", "PLN-35", "DOC-CPL-02", "PRF-15"})
    void theAssignmentToAFosterHomeSaysHowTheGoalsOfTheCarePlanAreWorkedFor() {
        clock.setTo("2027-03-15");
        fosterHome = open("FOSTER_HOME");
        fosterFamily = family(fosterHome);
        contractor = staff.caseWorker()
                .post(
                        CaseDesk.V1 + "/cases/" + fosterHome.caseNumber() + "/persons",
                        Map.of("name", "Test Familjehemsson", "relation", "CONTRACTOR"))
                .expect(201)
                .path("id")
                .asText();
        basis(fosterHome, "Växer upp i en trygg familj");
        grant(fosterHome, "GRANT", "2027-03-15", "2028-03-15", "");
        fosterCarePlan =
                fosterHome.create(staff.caseWorker(), "carePlan", Map.of("background", "Placeringen och dess skäl"));
        CaseDesk.act(staff.caseWorker(), fosterCarePlan, "establish", Map.of());
        String toFamily = fosterHome.create(staff.caseWorker(), "assignment", restOfAssignment());
        assertThat(CaseDesk.read(staff.caseWorker(), toFamily)
                        .at("/forms/0/title")
                        .asText())
                .contains("BBIC");

        Api.Answer silent = CaseDesk.tryAct(staff.caseWorker(), toFamily, "send", Map.of());
        assertThat(silent.errorId()).isEqualTo("INS-MANDATORY");
        assertThat(silent.json().at("/error/field").asText()).isEqualTo("interventionContent");
        CaseDesk.change(
                staff.caseWorker(), toFamily, Map.of("interventionContent", "Vardag i familjen, skola och umgänge"));
        CaseDesk.act(staff.caseWorker(), toFamily, "send", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), toFamily)).isEqualTo("ISSUED");
        start(fosterHome, fosterFamily, "2027-03-15");
    }

    @Test
    @Order(31)
    @Covers({"PLN-29", "PLN-35", "BR-55", "DOC-IMP-FH-02", "DOC-IMP-FH-06"})
    void theFosterHomePlanHasMustAndShouldAndIsDrawnUpWithGuardianChildAndContractor() {
        Map<String, Object> fields = planFields(fosterFamily, Map.of());
        fields.put("howCarriedOut", "Läxläsning vid köksbordet, umgänge varannan helg");
        fields.put("mustRequirements", List.of("Eget rum"));
        fields.put("subGoals", List.of(Map.of("text", "Gör läxorna hemma")));
        fosterPlan = fosterHome.create(staff.caseWorker(), "implementationPlan", fields);
        assertThat(CaseDesk.read(staff.caseWorker(), fosterPlan)
                        .at("/fields/carePlanRef")
                        .asText())
                .isEqualTo(fosterCarePlan);

        assertRefused(fosterPlan, "INS-MANDATORY");
        CaseDesk.change(staff.caseWorker(), fosterPlan, Map.of("shouldRequirements", List.of("Egen läxplats")));
        assertRefused(fosterPlan, "INS-PLN-29");
        List<String> everybody = new ArrayList<>(fosterFamily);
        everybody.add(contractor);
        CaseDesk.change(staff.caseWorker(), fosterPlan, Map.of("preparedWith", everybody));
        assertRefused(fosterPlan, "INS-PLN-35");
        JsonNode goal = CaseDesk.read(staff.caseWorker(), fosterPlan).at("/fields/goals/0");
        assertThat(goal.path("text").asText()).isEqualTo("Växer upp i en trygg familj");
        CaseDesk.change(
                staff.caseWorker(),
                fosterPlan,
                Map.of(
                        "subGoals",
                        List.of(Map.of(
                                "text",
                                "Gör läxorna hemma",
                                "parentGoal",
                                goal.path("goalId").asText()))));
        CaseDesk.act(staff.caseWorker(), fosterPlan, "establish", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), fosterPlan)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Order(32)
    @Covers({"TMP-33", "PLN-30", "BR-51", "PRF-41"})
    void theParentsHaveSupportOfTheirOwnBelowTheSameCarePlan() {
        Map<String, Object> fields = planFields(fosterFamily, Map.of());
        fields.put("performer", "Föräldrastöd");
        fields.put("variant", "OPEN_CARE");
        fields.put("howCarriedOut", "Samtal varannan vecka");
        fields.put("mustRequirements", List.of("Ingen väntetid"));
        fields.put("shouldRequirements", List.of("Samma samtalsledare"));
        String parents = fosterHome.create(staff.caseWorker(), "implementationPlan", fields);
        CaseDesk.change(
                staff.caseWorker(),
                parents,
                Map.of("overrides", List.of(Map.of("field", "preparedWith", "reason", "Gäller bara föräldrarna"))));
        CaseDesk.act(staff.caseWorker(), parents, "establish", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), fosterPlan)).isEqualTo("ESTABLISHED");
        List<String> plans = new ArrayList<>();
        CaseDesk.read(staff.caseWorker(), fosterCarePlan)
                .at("/fields/implementationPlans")
                .forEach(id -> plans.add(id.asText()));
        assertThat(plans).containsExactlyInAnyOrder(fosterPlan, parents);
    }

    // The end of the open care.

    @Test
    @Order(40)
    @Covers({"END-03", "FUP-25", "REV-01"})
    void theLastFollowUpShowsTheGoalsMet() {
        clock.setTo("2027-06-14");
        followUp = held(desk, family, "2027-06-14");
        Map<String, Object> fields = followUpFields("END");
        fields.put("goalResult", results(followUp, "POSITIVE_MET"));
        fields.put("endingReason", "GOALS_MET");
        CaseDesk.change(staff.caseWorker(), followUp, fields);

        CaseDesk.act(staff.caseWorker(), followUp, "document", Map.of());

        assertThat(CaseDesk.status(staff.caseWorker(), followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Order(41)
    @Covers({"END-30", "PRF-37", "DOC-END-08", "BR-99", "CON-95"})
    void whatTheAssignmentListsIsReportedBackBeforeTheInterventionIsClosed() {
        ending =
                desk.create(staff.caseWorker(), "ending", Map.of("endingKind", "PLANNED", "endingReason", "GOALS_MET"));
        assertThat(CaseDesk.tryAct(staff.caseWorker(), ending, "end", Map.of()).errorId())
                .isEqualTo("INS-MANDATORY");
        CaseDesk.change(staff.caseWorker(), ending, Map.of("endingReasonText", "Målen har nåtts"));
        CaseDesk.act(staff.caseWorker(), ending, "end", Map.of());
        assertThat(CaseDesk.tryAct(staff.caseWorker(), ending, "closeIntervention", Map.of())
                        .errorId())
                .isEqualTo("INS-END-30");

        JsonNode form = CaseDesk.find(CaseDesk.read(staff.therapist(), ending).path("actions"), "name", "reportBack");
        String listed = form.at("/inputs/0/value").asText();
        assertThat(listed).isEqualTo("Hur målen har nåtts");
        assertThat(CaseDesk.tryAct(staff.therapist(), ending, "reportBack", Map.of("information", listed))
                        .errorId())
                .isEqualTo("INS-END-30");
        CaseDesk.act(
                staff.therapist(),
                ending,
                "reportBack",
                Map.of("information", listed + ": full närvaro sedan april, rutinerna sitter"));
        assertThat(CaseDesk.read(staff.caseWorker(), ending)
                        .at("/fields/informationReturned")
                        .asText())
                .contains("full närvaro");
    }

    @Test
    @Order(42)
    @Covers({"END-26", "END-31", "PRF-56", "BR-90"})
    void theCaseWorkerClosesAndNothingOfTheInterventionWaitsAnyMore() {
        clock.setTo("2027-06-21");
        CaseDesk.act(staff.caseWorker(), ending, "closeIntervention", Map.of("date", "2027-06-21"));

        JsonNode intervention = desk.intervention(staff.caseWorker());
        assertThat(intervention.path("state").asText()).isEqualTo("ENDED");
        assertThat(intervention.path("endDate").asText()).isEqualTo("2027-06-21");
        assertThat(desk.tasks(staff.caseWorker())).isEmpty();
        assertThat(desk.deadline(staff.caseWorker(), "DL-57").path("state").asText())
                .isIn("CANCELLED", "MET");
        desk.overview(staff.caseWorker()).path("documents").forEach(document -> {
            if (document.path("kind").asText().equals("implementationPlan")) {
                assertThat(document.path("status").asText()).isIn("CLOSED", "REPLACED");
            }
        });
    }

    private void assertRefused(String plan, String rule) {
        assertThat(CaseDesk.tryAct(staff.caseWorker(), plan, "establish", Map.of())
                        .errorId())
                .isEqualTo(rule);
    }

    // What the steps are made of.

    private CaseDesk open(String service) {
        return CaseDesk.open(
                staff.caseWorker(),
                Map.of(
                        "profile",
                        "bas-assignments",
                        "unit",
                        staff.unit(),
                        "service",
                        service,
                        "performerUnit",
                        staff.performerUnit(),
                        "client",
                        Map.of(
                                "name", "Test Testsson",
                                "birthDate", "2014-05-20",
                                "personalIdentityNumber", "191212121212",
                                "contactDetails", "Provgatan 1"),
                        "persons",
                        List.of(Map.of(
                                "name", "Vera Testsson",
                                "relation", "GUARDIAN",
                                "personalIdentityNumber", "189001019802",
                                "contactDetails", "Provgatan 1"))));
    }

    private String basis(CaseDesk caseDesk, String goal) {
        caseDesk.openInvestigation(staff.caseWorker(), Map.of("reason", "OTHER", "openedDate", "2026-02-02"));
        String basis = caseDesk.create(
                staff.caseWorker(),
                "decisionBasis",
                Map.of(
                        "basisKind", "NEW_INTERVENTION",
                        "analysisAndAssessment", "Behöver stöd i skolan",
                        "centralNeeds", "Struktur i vardagen",
                        "receptiveness", "Familjen vill ta emot stöd",
                        "participation", "Barnet och vårdnadshavaren hördes",
                        "goals",
                                List.of(Map.of(
                                        "text",
                                        goal,
                                        "level",
                                        "OVERALL",
                                        "triangleSides",
                                        List.of("CHILD_DEVELOPMENT", "PARENTING_CAPACITY")))));
        CaseDesk.act(staff.caseWorker(), basis, "establish", Map.of());
        return basis;
    }

    private void grant(CaseDesk caseDesk, String type, String from, String to, String extended) {
        CaseDesk.act(staff.caseWorker(), decision(caseDesk, type, from, to, extended), "decide", Map.of());
    }

    private String decision(CaseDesk caseDesk, String type, String from, String to, String extended) {
        Map<String, Object> fields = new LinkedHashMap<>(
                Map.of("decisionType", type, "legalBasis", "SOL", "grantFrom", from, "grantTo", to));
        if (!extended.isEmpty()) {
            fields.put("extendsDecision", extended);
        }
        return caseDesk.create(staff.caseWorker(), "decision", fields);
    }

    private String currentDecision() {
        return CaseDesk.find(desk.overview(staff.caseWorker()).path("documents"), "kind", "decision")
                .path("id")
                .asText();
    }

    private static Map<String, Object> restOfAssignment() {
        return new LinkedHashMap<>(Map.of(
                "followUpForms", "Möte var sjätte månad",
                "informationAtEnding", "Hur målen har nåtts",
                "otherBodiesInterventions", "Inga",
                "sipNeed", false));
    }

    private void start(CaseDesk caseDesk, List<String> people, String day) {
        String meeting = caseDesk.create(staff.caseWorker(), "meeting", Map.of());
        CaseDesk.act(staff.caseWorker(), meeting, "book", Map.of("date", day));
        CaseDesk.act(
                staff.caseWorker(),
                meeting,
                "hold",
                Map.of(
                        "participants", participants(people),
                        "needsPresented", "Behoven i uppdraget",
                        "methodsPresented", "Samtal och vardagsstöd",
                        "roleAgreement", "Som på planeringsmötet"));
        CaseDesk.act(staff.caseWorker(), meeting, "execute", Map.of());
    }

    private Map<String, Object> planFields(List<String> people, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>(Map.of(
                "goalsAndPurpose", "Som i uppdraget",
                "interventionContent", "Stöd i vardagen",
                "responsibilityDivision", "Utföraren håller i stödet",
                "followUpMethod", "Möte var sjätte månad",
                "participation", "Barnet och vårdnadshavaren var med",
                "preparedWith", people));
        fields.putAll(more);
        return fields;
    }

    private static Map<String, Object> homePoints() {
        Map<String, Object> points = new LinkedHashMap<>();
        points.put("whenHow", "Veckovis, med kontaktperson på hemmet");
        points.put("followUpForms", "Möte var tredje månad");
        points.put("caseWorkerContact", "Varannan vecka");
        points.put("schooling", "Hemskolan");
        points.put("healthCare", "Hälsoundersökning i april");
        points.put("otherBodiesInterventions", "Inga");
        points.put("contactArrangements", "Hemresa varannan helg");
        points.put("mustRequirements", List.of("Eget rum"));
        points.put(
                "homePart",
                List.of(Map.of("activity", "Samtal", "how", "Enskilt", "when", "Tisdagar", "who", "Hemmet")));
        return points;
    }

    private String held(CaseDesk caseDesk, List<String> people, String day) {
        String made = caseDesk.create(staff.caseWorker(), "followUp", Map.of());
        CaseDesk.act(staff.caseWorker(), made, "book", Map.of("date", day));
        CaseDesk.act(staff.caseWorker(), made, "hold", Map.of("participants", participants(people)));
        return made;
    }

    private static Map<String, Object> followUpFields(String... outcomes) {
        return new LinkedHashMap<>(Map.of(
                "carriedOutAsDecided", true,
                "carriedOutAsDecidedText", "Enligt beslut och plan",
                "nextPeriodGoals", "Närvaro även på eftermiddagar",
                "participation", "Barnet berättade",
                "outcome", List.of(outcomes),
                "nextFollowUpDate", "2026-12-01"));
    }

    private List<Map<String, String>> results(String followUpId, String attainment) {
        List<Map<String, String>> results = new ArrayList<>();
        CaseDesk.read(staff.caseWorker(), followUpId).at("/fields/goals").forEach(goal -> {
            Map<String, String> result = new LinkedHashMap<>();
            result.put("goalId", goal.path("goalId").asText());
            result.put("result", "Närvaron har ökat");
            if (attainment != null) {
                result.put("attainment", attainment);
            }
            results.add(result);
        });
        return results;
    }

    private static List<Map<String, String>> participants(List<String> people) {
        return people.stream().map(id -> Map.of("personId", id)).toList();
    }

    private List<String> family(CaseDesk caseDesk) {
        List<String> ids = new ArrayList<>();
        caseDesk.overview(staff.caseWorker())
                .path("persons")
                .forEach(person -> ids.add(person.path("id").asText()));
        return ids;
    }

    private String otherPlan(CaseDesk caseDesk, String... known) {
        for (JsonNode document : caseDesk.overview(staff.caseWorker()).path("documents")) {
            if (document.path("kind").asText().equals("implementationPlan")
                    && !List.of(known).contains(document.path("id").asText())) {
                return document.path("id").asText();
            }
        }
        throw new AssertionError("No other plan");
    }
}
