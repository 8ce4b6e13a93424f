package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
 * A contact person in profile {@code malmo-contact}, from the referral on, as the people of the social office and the
 * foster-care unit live through it in 2026. Every step builds on the one before. Weekdays and due dates were worked out by
 * hand: Good Friday is 3 April.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class MalmoContactStoryTest {

    private static final Map<String, Object> REFERRAL = Map.of("referralText", "Behöver en vuxen utanför hemmet");

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private String unit;
    private String fosterCare;
    private Api caseWorker;
    private Api leadSocialWorker;
    private Api unitManager;
    private Api placementWorker;
    private CaseDesk desk;
    private String client;
    private List<String> guardians;
    private String basis;
    private String referral;
    private String decision;
    private String match;
    private String contractor;
    private String meeting;
    private String plan;
    private String followUp;

    @BeforeAll
    void staffIsInPlace() {
        String run = "kontakt" + Long.toString(System.currentTimeMillis(), 36);
        unit = "S" + run.toUpperCase(Locale.ROOT);
        fosterCare = "F" + run.toUpperCase(Locale.ROOT);
        People people = new People(target.admin());
        caseWorker = target.as(people.inRole(run + ".handlaggare", "CASE_WORKER", unit));
        leadSocialWorker = target.as(people.inRole(run + ".socialsekreterare", "LEAD_SOCIAL_WORKER", unit));
        unitManager = target.as(people.inRole(run + ".enhetschef", "UNIT_MANAGER", fosterCare));
        placementWorker = target.as(people.inRole(run + ".familjehem", "PLACEMENT_WORKER", fosterCare));
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    private CaseDesk open() {
        return CaseDesk.open(
                caseWorker,
                Map.of(
                        "profile",
                        "malmo-contact",
                        "unit",
                        unit,
                        "performerUnit",
                        fosterCare,
                        "service",
                        "CONTACT_PERSON",
                        "client",
                        Map.of("name", "Test Testsson", "birthDate", "2015-05-14"),
                        "persons",
                        List.of(
                                Map.of("name", "Vera Testsson", "relation", "GUARDIAN"),
                                Map.of("name", "Nils Testsson", "relation", "GUARDIAN"))));
    }

    @Test
    @Order(1)
    @Covers({"ORD-80", "ORD-81", "DOC-DBA-07", "DOC-DBA-08"})
    void theBasisWeighsAlternativesBeforeItIsEstablished() {
        clock.setTo("2026-03-02");
        desk = open();
        client = desk.people(caseWorker, "CHILD").get(0);
        guardians = desk.people(caseWorker, "GUARDIAN");
        desk.openInvestigation(caseWorker, Map.of("reason", "OTHER", "openedDate", "2026-03-02"));
        basis = desk.create(
                caseWorker,
                "decisionBasis",
                Map.of(
                        "basisKind", "NEW_INTERVENTION",
                        "analysisAndAssessment", "Saknar en vuxen att göra saker med",
                        "centralNeeds", "En trygg vuxen och ett eget intresse",
                        "receptiveness", "Familjen är positiv",
                        "participation", "Samtal med barnet och vårdnadshavarna",
                        "goals", List.of(Map.of("text", "Ett eget fritidsintresse", "level", "GOAL"))));
        Api.Answer early = CaseDesk.tryAct(caseWorker, basis, "establish", Map.of());
        assertThat(early.errorId()).isEqualTo("INS-MANDATORY");

        CaseDesk.change(
                caseWorker,
                basis,
                Map.of(
                        "alternativesConsidered",
                        "Öppenvård, kontaktfamilj",
                        "reasonForChoice",
                        "Behovet finns på fritiden"));
        CaseDesk.act(caseWorker, basis, "establish", Map.of());

        assertThat(CaseDesk.status(caseWorker, basis)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Order(2)
    @Covers({"ORD-11", "ORD-43", "ORD-46", "DOC-REF-01", "DOC-REF-03"})
    void theReferralGoesOutWithoutADecision() {
        referral = desk.create(caseWorker, "referral", Map.of());
        assertThat(CaseDesk.tryAct(caseWorker, referral, "send", Map.of()).errorId())
                .isEqualTo("INS-MANDATORY");
        assertThat(unitManager.get(CaseDesk.V1 + "/documents/" + referral).status())
                .isIn(403, 404);

        CaseDesk.change(caseWorker, referral, REFERRAL);
        JsonNode sent = CaseDesk.act(caseWorker, referral, "send", Map.of());

        assertThat(sent.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(sent.at("/fields/recipient").asText()).isEqualTo("FOSTER_CARE_UNIT");
        assertThat(CaseDesk.status(unitManager, referral)).isEqualTo("RECEIVED");
    }

    @Test
    @Order(3)
    @Covers({"ORD-53", "CON-110"})
    void theUnitAllocatesToAPlacementWorkerWhoSeesTheReferralAndNotTheBasis() {
        clock.setTo("2026-03-03");
        Api.Answer nobody = CaseDesk.tryAct(unitManager, referral, "allocate", Map.of("userName", "finns-inte"));
        assertThat(nobody.errorId()).isEqualTo("INS-DOC-ORD-22");

        CaseDesk.act(unitManager, referral, "allocate", Map.of("userName", placementWorker.userName()));

        assertThat(CaseDesk.status(placementWorker, referral)).isEqualTo("ALLOCATED");
        assertThat(placementWorker.get(CaseDesk.V1 + "/documents/" + basis).status())
                .isIn(403, 404);
    }

    @Test
    @Order(4)
    @Covers({"BR-07", "ORD-82", "CON-05"})
    void aDecisionBeforeTheMatchIsRefused() {
        decision = desk.create(
                caseWorker,
                "decision",
                Map.of(
                        "decisionType", "GRANT",
                        "legalBasis", "SOL",
                        "grantFrom", "2026-04-01",
                        "grantTo", "2026-09-30"));

        Api.Answer refused = CaseDesk.tryAct(caseWorker, decision, "decide", Map.of());

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorId()).isEqualTo("INS-BR-07");
        assertThat(CaseDesk.read(caseWorker, decision)
                        .at("/fields/decisionBasisRef")
                        .asText())
                .isEqualTo(basis);
    }

    @Test
    @Order(5)
    @Covers({"MAT-01", "MAT-02", "MAT-04", "MAT-10", "CON-26"})
    void aFirstContractorIsProposedAndTheFamilySaysNo() {
        clock.setTo("2026-03-09");
        propose("Ada Kontaktsson");
        meet("2026-03-09");

        consent(guardians.get(0), "GUARDIAN", "REFUSED");

        assertThat(CaseDesk.status(caseWorker, match)).isEqualTo("REJECTED");
        assertThat(CaseDesk.status(caseWorker, referral)).isEqualTo("MATCHING");
        assertThat(matches()).hasSize(2);
        assertThat(consents()).singleElement().satisfies(consent -> assertThat(
                        consent.at("/fields/answer").asText())
                .isEqualTo("REFUSED"));
    }

    @Test
    @Order(6)
    @Covers({"MAT-06", "DOC-MAT-07"})
    void aSecondContractorMeetsTheFamily() {
        clock.setTo("2026-03-16");
        propose("Bo Kontaktsson");
        clock.setTo("2026-03-18");
        Api.Answer alone = CaseDesk.tryAct(
                caseWorker, match, "meet", Map.of("participants", List.of(Map.of("personId", guardians.get(0)))));
        assertThat(alone.errorId()).isEqualTo("INS-MAT-06");

        meet("2026-03-18");

        assertThat(CaseDesk.status(caseWorker, match)).isEqualTo("FAMILY_MEETING_HELD");
    }

    @Test
    @Order(7)
    @Covers({"MAT-07", "MAT-13", "CON-03", "CON-04", "DL-08"})
    void theLatestConsentStartsTheTwoWeeksForTheStartUpMeeting() {
        consent(guardians.get(0), "GUARDIAN", "GIVEN");
        clock.setTo("2026-03-20");

        consent(guardians.get(1), "GUARDIAN", "GIVEN");

        assertThat(CaseDesk.status(caseWorker, match)).isEqualTo("CONSENTED");
        JsonNode deadline = desk.deadline(caseWorker, "DL-08");
        assertThat(deadline.path("dueDate").asText()).isEqualTo("2026-04-03");
        assertThat(deadline.path("workBy").asText()).isEqualTo("2026-04-02");
    }

    @Test
    @Order(8)
    @Covers({"MAT-05", "MAT-08", "ORD-55"})
    void everybodyAgreesTheContractorToo() {
        CaseDesk.act(caseWorker, match, "present", Map.of());
        assertThat(CaseDesk.tryAct(caseWorker, match, "agree", Map.of()).errorId())
                .isEqualTo("INS-MAT-08");
        consent(contractor, "CONTRACTOR", "GIVEN");

        CaseDesk.act(caseWorker, match, "agree", Map.of());

        assertThat(CaseDesk.status(caseWorker, match)).isEqualTo("AGREED");
        assertThat(CaseDesk.status(placementWorker, referral)).isEqualTo("MATCHED");
    }

    @Test
    @Order(9)
    @Covers({"ORD-56", "CON-26"})
    void aConsentTakenBackSendsItBackToMatchingAndIsGivenAgain() {
        clock.setTo("2026-03-23");
        consent(guardians.get(1), "GUARDIAN", "WITHDRAWN");
        assertThat(CaseDesk.status(caseWorker, match)).isEqualTo("REJECTED");
        assertThat(CaseDesk.status(caseWorker, referral)).isEqualTo("MATCHING");
        assertThat(CaseDesk.tryAct(caseWorker, decision, "decide", Map.of()).errorId())
                .isEqualTo("INS-BR-07");

        match = latestMatch();
        CaseDesk.act(
                placementWorker,
                match,
                "propose",
                Map.of("contractorId", contractor, "matchingAssessment", "Samma intressen, nu med andra tider"));
        CaseDesk.act(placementWorker, match, "contact", Map.of());
        CaseDesk.act(caseWorker, match, "discuss", Map.of());
        CaseDesk.act(caseWorker, match, "present", Map.of());
        meet("2026-03-23");
        guardians.forEach(guardian -> consent(guardian, "GUARDIAN", "GIVEN"));
        consent(contractor, "CONTRACTOR", "GIVEN");
        CaseDesk.act(caseWorker, match, "agree", Map.of());

        assertThat(CaseDesk.status(caseWorker, referral)).isEqualTo("MATCHED");
        assertThat(desk.deadline(caseWorker, "DL-08").path("dueDate").asText()).isEqualTo("2026-04-06");
    }

    @Test
    @Order(10)
    @Covers({"BR-07", "BR-08", "DOC-DEC-09", "ORD-82"})
    void nowTheDecisionIsMadeWithEverybodysConsents() {
        JsonNode decided = CaseDesk.act(caseWorker, decision, "decide", Map.of());

        assertThat(decided.path("status").asText()).isEqualTo("ESTABLISHED");
        assertThat(decided.at("/fields/consents")).hasSize(3);
        assertThat(decided.path("warnings")).isEmpty();
        assertThat(desk.intervention(caseWorker).path("grantTo").asText()).isEqualTo("2026-09-30");
    }

    @Test
    @Order(11)
    @Covers({"STA-37", "BR-39", "CON-06"})
    void theAgreementWaitsForTheStartDateThatAllAgreeOn() {
        assertThat(CaseDesk.tryAct(placementWorker, match, "drawUpAgreement", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-39");
        CaseDesk.act(caseWorker, match, "agreeStart", Map.of("agreedStart", "2026-04-01"));

        JsonNode drawnUp = CaseDesk.act(placementWorker, match, "drawUpAgreement", Map.of());

        assertThat(drawnUp.at("/fields/agreementDrawnUp").asText()).isEqualTo("2026-03-23");
    }

    @Test
    @Order(12)
    @Covers({"STA-30", "STA-31", "STA-34", "BR-59"})
    void theStartUpMeetingInvitesTheChildToo() {
        meeting = desk.create(caseWorker, "meeting", Map.of());
        Api.Answer withoutChild = CaseDesk.tryAct(
                caseWorker, meeting, "book", Map.of("date", "2026-04-01", "invited", persons(guardians)));
        assertThat(withoutChild.errorId()).isEqualTo("INS-BR-59");

        CaseDesk.act(caseWorker, meeting, "book", Map.of("date", "2026-04-01", "invited", persons(everybody())));
        clock.setTo("2026-04-01");
        CaseDesk.act(
                caseWorker, meeting, "hold", Map.of("participants", persons(everybody()), "nextMeeting", "2026-08-20"));

        assertThat(CaseDesk.status(caseWorker, meeting)).isEqualTo("HELD");
        assertThat(desk.deadline(caseWorker, "DL-08").path("state").asText()).isEqualTo("MET");
    }

    @Test
    @Order(13)
    @Covers({"STA-35", "FUP-06", "DOC-JRN-03"})
    void theCaseWorkerJournalsTheMeeting() {
        String note = ofKind("journalNote").stream()
                .filter(id -> CaseDesk.read(caseWorker, id)
                        .at("/fields/noteType")
                        .asText()
                        .equals("START_UP"))
                .findFirst()
                .orElseThrow();

        refused(
                desk.tryCreate(placementWorker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Jag var med")),
                "INS-ROLE");
        CaseDesk.act(caseWorker, note, "establish", Map.of());

        assertThat(CaseDesk.status(caseWorker, note)).isEqualTo("ESTABLISHED");
    }

    @Test
    @Order(14)
    @Covers({"STA-36", "BR-38", "ORD-26", "ORD-57"})
    void theContractorIsRegisteredAsAResourceAndTheDecisionExecuted() {
        assertThat(CaseDesk.tryAct(caseWorker, meeting, "execute", Map.of()).errorId())
                .isEqualTo("INS-BR-38");
        assertThat(desk.intervention(caseWorker).path("state").asText()).isEqualTo("ORDERED");
        CaseDesk.act(placementWorker, match, "registerResource", Map.of());

        CaseDesk.act(caseWorker, meeting, "execute", Map.of());

        List<String> allocations = ofKind("resourceAllocation");
        assertThat(allocations).hasSize(1);
        assertThat(CaseDesk.read(caseWorker, allocations.get(0))
                        .at("/fields/resource")
                        .asText())
                .isEqualTo(contractor);
        JsonNode intervention = desk.intervention(caseWorker);
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("startDate").asText()).isEqualTo("2026-04-01");
        assertThat(CaseDesk.status(caseWorker, referral)).isEqualTo("STARTED");
    }

    @Test
    @Order(15)
    @Covers({"PLN-07", "PLN-22", "PLN-23", "DL-10"})
    void oneDocumentIsPlanAndAssignmentWithTheGoalsOfTheBasis() {
        assertThat(desk.tryCreate(caseWorker, "assignment", Map.of()).errorId()).isEqualTo("INS-PLN-07");
        assertThat(desk.deadline(caseWorker, "DL-10").path("dueDate").asText()).isEqualTo("2026-04-22");
        clock.setTo("2026-04-15");
        plan = desk.create(
                caseWorker,
                "implementationPlan",
                Map.ofEntries(
                        Map.entry("goalsAndPurpose", "Ett eget fritidsintresse"),
                        Map.entry("interventionContent", "Träffar"),
                        Map.entry("responsibilityDivision", "Handläggaren följer upp"),
                        Map.entry("followUpMethod", "Möte"),
                        Map.entry("participation", "Barnet valde aktivitet"),
                        Map.entry("preparedWith", everybody()),
                        Map.entry("needs", "En vuxen utanför familjen"),
                        Map.entry("frequency", "Varje vecka"),
                        Map.entry("content", "Bad och bio"),
                        Map.entry("reportFrequency", "Varje månad"),
                        Map.entry("reportInterval", 1),
                        Map.entry("reportIntervalUnit", "MONTHS"),
                        Map.entry("contactWay", "Sms till barnet, avtalat med familjen"),
                        Map.entry("reportMethod", "Per telefon")));

        JsonNode established = CaseDesk.act(caseWorker, plan, "establish", Map.of());

        assertThat(established.at("/fields/goals/0/text").asText()).isEqualTo("Ett eget fritidsintresse");
        assertThat(desk.deadline(caseWorker, "DL-10").path("state").asText()).isEqualTo("MET");
    }

    @Test
    @Order(16)
    @Covers({"FUP-04", "ORD-102", "CON-48", "CON-92", "DL-43"})
    void theContractorReportsAsOftenAsThePlanSays() {
        assertThat(CaseDesk.read(placementWorker, plan).at("/fields/contactWay").asText())
                .isEqualTo("Sms till barnet, avtalat med familjen");
        assertThat(desk.deadline(caseWorker, "DL-43").path("dueDate").asText()).isEqualTo("2026-05-01");
        clock.setTo("2026-04-28");
        String report = desk.create(
                caseWorker,
                "contractorReport",
                Map.of("meetingContent", "Badade", "howItWorks", "Bra", "changeNeeded", "Inget"));
        CaseDesk.act(caseWorker, report, "establish", Map.of());
        assertThat(desk.deadline(caseWorker, "DL-43").path("dueDate").asText()).isEqualTo("2026-05-28");
    }

    @Test
    @Order(17)
    @Covers({"FUP-12", "FUP-17", "FUP-20", "BR-78"})
    void theChildIsOfferedATalkAndTheFollowUpIsHeldAndDocumented() {
        clock.setTo("2026-08-20");
        followUp = ofKind("followUp").isEmpty()
                ? desk.create(caseWorker, "followUp", Map.of())
                : ofKind("followUp").get(0);
        if (CaseDesk.status(caseWorker, followUp).equals("PLANNED")) {
            CaseDesk.act(caseWorker, followUp, "book", Map.of("date", "2026-08-20"));
        }
        Map<String, Object> held = Map.of("participants", persons(everybody()), "adaptation", "Kort möte med bilder");
        assertThat(CaseDesk.tryAct(caseWorker, followUp, "hold", held).errorId())
                .isEqualTo("INS-FUP-20");
        String talk = desk.create(caseWorker, "childTalk", Map.of());
        CaseDesk.act(caseWorker, talk, "offer", Map.of("date", "2026-08-10"));
        CaseDesk.act(caseWorker, followUp, "hold", held);
        String goal =
                CaseDesk.read(caseWorker, followUp).at("/fields/goals/0/goalId").asText();
        CaseDesk.change(
                caseWorker,
                followUp,
                Map.of(
                        "participation", "Barnet berättade själv",
                        "development", "Har börjat simma",
                        "outcome", List.of("EXTEND"),
                        "agreedContent", "Simning varje vecka",
                        "nextFollowUpDate", "2027-02-15",
                        "goalResult",
                                List.of(Map.of(
                                        "goalId", goal, "result", "På god väg", "attainment", "POSITIVE_NOT_MET"))));

        CaseDesk.act(caseWorker, followUp, "document", Map.of());

        assertThat(CaseDesk.status(caseWorker, followUp)).isEqualTo("DOCUMENTED");
        assertThat(desk.intervention(caseWorker).at("/goals/0/ratings")).hasSize(1);
    }

    @Test
    @Order(18)
    @Covers({"EXT-02", "EXT-03", "EXT-07", "ORD-98", "CON-93", "BR-15", "PRF-35", "DOC-EXT-05"})
    void theGrantIsContinuedByDecisionWithCopiesAndANewAgreement() {
        clock.setTo("2026-09-21");
        String extension = ofKind("extension").stream()
                .findFirst()
                .orElseGet(() -> desk.create(caseWorker, "extension", Map.of("needRemains", true)));
        String continued = desk.create(
                caseWorker,
                "decision",
                Map.of(
                        "decisionType", "CONTINUED_GRANT",
                        "legalBasis", "SOL",
                        "grantFrom", "2026-10-01",
                        "grantTo", "2027-03-31",
                        "extendsDecision", decision));
        CaseDesk.act(caseWorker, continued, "decide", Map.of());
        refused(CaseDesk.tryAct(caseWorker, extension, "sendCopy", Map.of("personId", "finns-inte")), "INS-RECIPIENT");
        CaseDesk.act(caseWorker, extension, "sendCopy", Map.of("userName", placementWorker.userName()));
        assertThat(CaseDesk.status(caseWorker, extension)).isEqualTo("DECIDED_CONTINUE");
        CaseDesk.act(caseWorker, extension, "sendCopy", Map.of());
        JsonNode copies = CaseDesk.read(caseWorker, extension).at("/fields/copies");
        assertThat(copies.findValuesAsText("personId")).contains(contractor).containsAll(guardians);

        refused(CaseDesk.tryAct(caseWorker, extension, "registerAgreement", Map.of()), "INS-ROLE");
        refused(CaseDesk.tryAct(placementWorker, extension, "registerAgreement", Map.of()), "INS-DOC-EXT-05");
        String agreement = desk.create(caseWorker, "incomingDocument", Map.of());
        CaseDesk.act(placementWorker, extension, "registerAgreement", Map.of("newAgreement", agreement));

        assertThat(CaseDesk.status(caseWorker, extension)).isEqualTo("COMPLETED");
        assertThat(CaseDesk.read(caseWorker, extension)
                        .at("/fields/newAgreementRef")
                        .asText())
                .isEqualTo(agreement);
        JsonNode intervention = desk.intervention(caseWorker);
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("grantTo").asText()).isEqualTo("2027-03-31");
    }

    @Test
    @Order(19)
    @Covers({"END-04", "BR-93", "FUP-31", "FUP-22", "ORD-97", "CON-65", "CON-69", "CON-115"})
    void metGoalsAreDecidedInTheFollowUpWithTheRiskJudged() {
        clock.setTo("2027-02-15");
        followUp = ofKind("followUp").stream()
                .filter(id -> List.of("PLANNED", "BOOKED").contains(CaseDesk.status(caseWorker, id)))
                .findFirst()
                .orElseGet(() -> desk.create(caseWorker, "followUp", Map.of()));
        if (!CaseDesk.status(caseWorker, followUp).equals("BOOKED")) {
            CaseDesk.act(caseWorker, followUp, "book", Map.of("date", "2027-02-15"));
        }
        String talk = desk.create(caseWorker, "childTalk", Map.of());
        CaseDesk.act(caseWorker, talk, "offer", Map.of("date", "2027-02-08"));
        CaseDesk.act(
                caseWorker, talk, "accept", Map.of("ageMaturityAssessment", "Elva år, förstår vad samtalet gäller"));
        Map<String, String> view = Map.of("date", "2027-02-12", "childView", "Det har varit roligt");
        assertThat(CaseDesk.tryAct(caseWorker, talk, "hold", view).status()).isIn(409, 422);
        CaseDesk.act(caseWorker, talk, "informGuardians", Map.of("date", "2027-02-10", "guardianConsent", "REFUSED"));
        CaseDesk.act(caseWorker, talk, "hold", view);
        assertThat(CaseDesk.read(caseWorker, talk).at("/fields/childView").asText())
                .isEqualTo("Det har varit roligt");
        assertThat(placementWorker.get(CaseDesk.V1 + "/documents/" + talk).status())
                .isIn(403, 404);
        CaseDesk.act(
                caseWorker,
                followUp,
                "hold",
                Map.of("participants", persons(everybody()), "adaptation", "Kort möte med bilder"));
        String goal =
                CaseDesk.read(caseWorker, followUp).at("/fields/goals/0/goalId").asText();
        CaseDesk.change(
                caseWorker,
                followUp,
                Map.of(
                        "participation", "Barnet vill klara sig själv",
                        "development", "Simmar i klubb",
                        "outcome", List.of("END"),
                        "endingReason", "GOALS_MET",
                        "goalResult", List.of(Map.of("goalId", goal, "result", "Nått", "attainment", "POSITIVE_MET"))));
        Api.Answer unjudged = CaseDesk.tryAct(caseWorker, followUp, "document", Map.of());
        assertThat(unjudged.status()).isEqualTo(422);
        CaseDesk.change(
                caseWorker,
                followUp,
                Map.of("riskAssessment", Map.of("now", "LOW", "future", "LOW", "text", "Nätverket bär")));

        CaseDesk.act(caseWorker, followUp, "document", Map.of());

        assertThat(CaseDesk.status(caseWorker, followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Order(20)
    @Covers({"END-25", "END-26", "END-27", "BR-90", "BR-99", "ORD-27", "ORD-63"})
    void theResourceIsClosedBeforeTheIntervention() {
        List<String> open = ofKind("resourceAllocation");
        assertThat(open).as("the contractor was allocated").isNotEmpty();
        String ending = desk.create(
                caseWorker,
                "ending",
                Map.of(
                        "endingKind", "PLANNED",
                        "endingReason", "GOALS_MET",
                        "endingReasonText", "Målen är uppfyllda",
                        "endDate", "2027-02-15",
                        "lastFollowUp", followUp));
        CaseDesk.act(caseWorker, ending, "end", Map.of());
        Api.Answer blocked = CaseDesk.tryAct(caseWorker, ending, "closeIntervention", Map.of());
        assertThat(blocked.errorId()).isEqualTo("INS-BR-90");
        open.forEach(allocation -> CaseDesk.act(caseWorker, allocation, "close", Map.of("date", "2027-02-15")));

        CaseDesk.act(caseWorker, ending, "closeIntervention", Map.of("date", "2027-02-15"));

        assertThat(desk.intervention(caseWorker).path("state").asText()).isEqualTo("ENDED");
        assertThat(CaseDesk.status(caseWorker, referral)).isEqualTo("ENDED");
        assertThat(desk.tasks(caseWorker).stream()
                        .map(task -> task.path("ruleId").asText()))
                .doesNotContain("DL-08", "DL-10", "DL-12", "DL-16", "DL-21", "DL-57");
    }

    @Test
    @Order(21)
    @Covers({"ORD-58", "ORD-73", "ORD-74", "BR-18", "CON-86"})
    void inAnotherCaseTheUnitDeclinesInWritingAndTheCaseWorkerChooses() {
        CaseDesk other = open();
        String declined = other.create(caseWorker, "referral", REFERRAL);
        CaseDesk.act(caseWorker, declined, "send", Map.of());
        assertThat(CaseDesk.tryAct(unitManager, declined, "decline", Map.of()).errorId())
                .isEqualTo("INS-BR-18");

        CaseDesk.act(unitManager, declined, "decline", Map.of("reason", "Ingen ledig familjehemssekreterare"));

        JsonNode overview = other.overview(leadSocialWorker);
        String paper = CaseDesk.find(overview.path("documents"), "kind", "decline")
                .path("id")
                .asText();
        assertThat(CaseDesk.read(leadSocialWorker, paper).at("/fields/givenTo").asText())
                .isEqualTo("GROUP_INSATS_LEAD_SOCIAL_WORKER_" + unit);
        assertThat(overview.at("/openChoices/0/documentId").asText()).isEqualTo(declined);
        assertThat(other.rulesAsked(caseWorker)).contains("ORD-74");
        JsonNode chosen = CaseDesk.act(caseWorker, declined, "chooseNext", Map.of("choice", "NEW_ORDER"));
        assertThat(other.rulesAsked(caseWorker)).doesNotContain("ORD-74");
        assertThat(other.overview(caseWorker).path("openChoices")).isEmpty();
        assertThat(CaseDesk.status(caseWorker, chosen.at("/fields/copiedTo").asText()))
                .isEqualTo("DRAFT");
    }

    @Test
    @Order(22)
    @Covers({"ORD-59", "ORD-70", "ORD-78", "BR-19"})
    void inAThirdCaseTheNeedChangesAndANewReferralTakesOverTheText() {
        CaseDesk third = open();
        String withdrawn = third.create(caseWorker, "referral", REFERRAL);
        CaseDesk.act(caseWorker, withdrawn, "send", Map.of());
        CaseDesk.act(unitManager, withdrawn, "allocate", Map.of("userName", placementWorker.userName()));
        assertThat(CaseDesk.tryAct(caseWorker, withdrawn, "withdraw", Map.of("reason", "NEED_CHANGED"))
                        .errorId())
                .isEqualTo("INS-BR-19");
        CaseDesk.act(
                caseWorker,
                withdrawn,
                "withdraw",
                Map.of("reason", "NEED_CHANGED", "orallyInformed", placementWorker.userName()));

        String copy = CaseDesk.act(caseWorker, withdrawn, "copyToNew", Map.of())
                .at("/fields/copiedTo")
                .asText();

        JsonNode draft = CaseDesk.read(caseWorker, copy);
        assertThat(draft.at("/fields/referralText").asText()).isEqualTo(REFERRAL.get("referralText"));
        assertThat(draft.at("/fields/allocatedTo").isMissingNode()).isTrue();
    }

    private static void refused(Api.Answer answer, String id) {
        assertThat(answer.errorId()).as(answer.text()).isEqualTo(id);
        assertThat(answer.status()).as(answer.text()).isIn(403, 409, 422);
    }

    // What people do, again and again.

    private void propose(String name) {
        if (CaseDesk.status(caseWorker, referral).equals("ALLOCATED")) {
            CaseDesk.act(placementWorker, referral, "search", Map.of());
        }
        match = latestMatch();
        JsonNode proposed = CaseDesk.act(
                placementWorker,
                match,
                "propose",
                Map.of("contractorName", name, "matchingAssessment", "Samma intressen"));
        contractor = proposed.at("/fields/proposedContractor").asText();
        CaseDesk.act(placementWorker, match, "contact", Map.of());
        CaseDesk.act(caseWorker, match, "discuss", Map.of());
    }

    private void meet(String date) {
        CaseDesk.act(caseWorker, match, "meet", Map.of("date", date, "participants", persons(everybody())));
    }

    private void consent(String personId, String capacity, String answer) {
        CaseDesk.act(
                caseWorker,
                match,
                "consent",
                Map.of("personId", personId, "capacity", capacity, "answer", answer, "form", "ORAL"));
    }

    private List<String> everybody() {
        List<String> everybody = new ArrayList<>(guardians);
        everybody.add(client);
        everybody.add(contractor);
        return everybody;
    }

    private static List<Map<String, String>> persons(List<String> ids) {
        return ids.stream().map(id -> Map.of("personId", id)).toList();
    }

    private List<String> matches() {
        return ofKind("match");
    }

    private String latestMatch() {
        List<String> all = matches();
        return all.get(all.size() - 1);
    }

    private List<JsonNode> consents() {
        return ofKind("consent").stream()
                .map(id -> CaseDesk.read(caseWorker, id))
                .toList();
    }

    private List<String> ofKind(String kind) {
        return StreamSupport.stream(desk.overview(caseWorker).path("documents").spliterator(), false)
                .filter(document -> document.path("kind").asText().equals(kind))
                .map(document -> document.path("id").asText())
                .toList();
    }
}
