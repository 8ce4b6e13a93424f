package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
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
 * A contact person in profile {@code motala-rop}, from the notice without decision to the planned end, as case worker, section
 * manager and placement worker live through it from 2026 on. Every step builds on the one before. Weekdays and due dates were
 * worked out by hand: Good Friday is 3 April 2026.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class MotalaPlacementStoryTest {

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private PlacementDesk people;
    private CaseDesk desk;
    private String notice;
    private String match;
    private String order;
    private String decision;
    private String meeting;
    private String followUp;
    private String extension;
    private String ending;

    @BeforeAll
    void staffIsInPlace() {
        people = new PlacementDesk(target, "placering");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    @Test
    @Order(1)
    @Covers({"ORD-03", "ORD-06", "ORD-41", "BR-01", "BR-03", "DOC-NOT-01"})
    void theNoticeGoesOutWhileThereIsNoDecision() {
        clock.setTo("2026-03-02");
        desk = people.open("CONTACT_PERSON");
        String tooEarly = desk.create(people.caseWorker, "order", PlacementDesk.POINTS);
        assertThat(CaseDesk.tryAct(people.caseWorker, tooEarly, "send", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-01");
        notice = desk.create(people.caseWorker, "notice", Map.of("channel", "ROP_IFO"));
        assertThat(CaseDesk.tryAct(people.caseWorker, notice, "send", Map.of()).errorId())
                .isEqualTo("INS-MANDATORY");
        CaseDesk.change(people.caseWorker, notice, PlacementDesk.POINTS);

        JsonNode sent = CaseDesk.act(people.caseWorker, notice, "send", Map.of());

        assertThat(sent.path("status").asText()).isEqualTo("RECEIVED");
        assertThat(CaseDesk.status(people.sectionManager, notice)).isEqualTo("RECEIVED");
        assertThat(people.placementWorker
                        .get(CaseDesk.V1 + "/documents/" + notice)
                        .status())
                .isIn(403, 404);
    }

    @Test
    @Order(2)
    @Covers({"ORD-50", "DOC-ORD-22", "DOC-ENUM-32", "DOC-ENUM-13", "PRF-06", "CON-110"})
    void itIsAllocatedAtTheWeeklyMeetingOfTheGroup() {
        clock.setTo("2026-03-04");
        Api.Answer direct = CaseDesk.tryAct(
                people.sectionManager,
                notice,
                "allocate",
                Map.of("userName", people.placementWorker.userName(), "forum", "DIRECT_CONTACT"));
        assertThat(direct.errorId()).isEqualTo("INS-TMP-40");
        Map<String, String> today = Map.of("unit", people.group, "date", "2026-03-04");
        assertThat(people.placementWorker
                        .post(CaseDesk.V1 + "/unit-meetings", today)
                        .status())
                .isEqualTo(403);
        JsonNode opened = people.sectionManager
                .post(CaseDesk.V1 + "/unit-meetings", today)
                .expect(201);
        String weekly = CaseDesk.V1 + "/unit-meetings/" + opened.path("id").asText();
        JsonNode line = CaseDesk.find(opened.path("items"), "documentId", notice);
        assertThat(line.path("caseNumber").asText()).isEqualTo(desk.caseNumber());
        assertThat(line.path("workers").findValuesAsText("value"))
                .containsExactlyInAnyOrder(people.placementWorker.userName(), people.otherPlacementWorker.userName());
        assertThat(opened.toString()).doesNotContain("Testsson");
        assertThat(opened.path("mayHold").asBoolean(false)).isTrue();
        JsonNode asWorker = people.placementWorker.get(weekly).expect(200);
        assertThat(asWorker.path("mayHold").asBoolean(true)).isFalse();
        assertThat(asWorker.path("items").findValuesAsText("value")).isEmpty();
        assertThat(people.placementWorker
                        .get(CaseDesk.V1 + "/me/meeting-units")
                        .expect(200)
                        .path("items"))
                .singleElement()
                .satisfies(unit -> {
                    assertThat(unit.path("unit").asText()).isEqualTo(people.group);
                    assertThat(unit.path("mayHold").asBoolean(true)).isFalse();
                });
        assertThat(people.caseWorker
                        .get(CaseDesk.V1 + "/me/meeting-units")
                        .expect(200)
                        .path("items"))
                .isEmpty();

        people.sectionManager
                .post(
                        weekly + "/allocations",
                        Map.of("documentId", notice, "userName", people.placementWorker.userName()))
                .expect(200);
        JsonNode minuted = people.sectionManager
                .post(
                        weekly + "/minutes",
                        Map.of(
                                "present",
                                List.of(people.placementWorker.userName(), people.otherPlacementWorker.userName()),
                                "notes",
                                "Två utredningar pågår"))
                .expect(200);

        assertThat(minuted.path("status").asText()).isEqualTo("MINUTED");
        assertThat(minuted.at("/allocations/0/caseNumber").asText()).isEqualTo(desk.caseNumber());
        JsonNode allocated = CaseDesk.read(people.placementWorker, notice);
        assertThat(allocated.path("status").asText()).isEqualTo("ALLOCATED");
        assertThat(allocated.at("/fields/allocationForum").asText()).isEqualTo("WEEKLY_MEETING");
        assertThat(people.otherPlacementWorker
                        .get(CaseDesk.V1 + "/documents/" + notice)
                        .status())
                .isIn(403, 404);
        assertThat(people.placementWorker
                        .get(CaseDesk.V1 + "/cases?size=200")
                        .expect(200)
                        .path("items"))
                .extracting(item -> item.path("caseNumber").asText())
                .as("who carries out sees the case in the list")
                .contains(desk.caseNumber());
        assertThat(people.otherPlacementWorker
                        .get(CaseDesk.V1 + "/cases?size=200")
                        .expect(200)
                        .path("items"))
                .isEmpty();
        assertThat(people.otherPlacementWorker.get(weekly).expect(200).at("/allocations/0/documentId"))
                .isEqualTo(minuted.at("/allocations/0/documentId"));
    }

    @Test
    @Order(3)
    @Covers({"ORD-54", "ORD-60", "ORD-91", "DL-04", "DOC-ORD-23"})
    void thePlacementWorkerContactsTheCaseWorkerBeforeAnybodyIsSought() {
        assertThat(desk.deadline(people.caseWorker, "DL-04").path("dueDate").asText())
                .isEqualTo("2026-03-09");
        clock.runDeadlineJob();
        assertThat(desk.rulesAsked(people.placementWorker)).contains("DL-04");
        assertThat(CaseDesk.tryAct(people.placementWorker, notice, "search", Map.of())
                        .errorId())
                .isEqualTo("INS-ORD-54");
        clock.setTo("2026-03-06");

        CaseDesk.act(
                people.placementWorker,
                notice,
                "firstContact",
                Map.of("text", "Barnet trivs i vatten; besked om två veckor"));

        assertThat(desk.deadline(people.caseWorker, "DL-04").path("state").asText())
                .isEqualTo("MET");
        CaseDesk.act(people.placementWorker, notice, "search", Map.of());
        assertThat(CaseDesk.status(people.caseWorker, notice)).isEqualTo("MATCHING");
    }

    @Test
    @Order(4)
    @Covers({"MAT-01", "MAT-02", "MAT-03", "MAT-09", "ORD-55", "DOC-MAT-04", "PRF-12"})
    void theMatchIsTalkedOverVisitedAndAgreedOn() {
        clock.setTo("2026-03-16");
        match = people.latest(desk, "match");
        JsonNode proposal =
                CaseDesk.find(CaseDesk.read(people.placementWorker, match).path("actions"), "name", "propose");
        assertThat(proposal.path("inputs").findValuesAsText("name"))
                .as("contractors are investigated here, so none is proposed by name alone")
                .containsExactly("registerId", "matchingAssessment");
        assertThat(proposal.at("/inputs/0/type").asText()).isEqualTo("CONTRACTOR");
        assertThat(proposal.at("/inputs/0/sort").asText()).isEqualTo("CONTACT_PERSON");
        people.propose(match, people.approved("CONTACT_PERSON", false));
        assertThat(CaseDesk.tryAct(people.caseWorker, match, "agree", Map.of()).errorId())
                .isEqualTo("INS-STATE");
        CaseDesk.act(people.caseWorker, match, "discuss", Map.of("matchingAssessment", "Simmar själv, bor nära"));
        CaseDesk.act(people.placementWorker, match, "visit", Map.of("date", "2026-03-16"));

        JsonNode agreed = CaseDesk.act(people.caseWorker, match, "agree", Map.of());

        assertThat(agreed.at("/fields/matchingVisit").asText()).isEqualTo("2026-03-16");
        assertThat(agreed.path("status").asText()).isEqualTo("AGREED");
        assertThat(CaseDesk.status(people.placementWorker, notice)).isEqualTo("MATCHED");
    }

    @Test
    @Order(5)
    @Covers({"BR-20", "ORD-57", "ORD-77"})
    void aNoticeStartsNothingEvenWhenTheDecisionIsMade() {
        clock.setTo("2026-03-23");
        decision = people.decide(desk, "SOL", "2026-04-01", "2026-09-30");
        people.plan(desk);
        meeting = people.bookStartUp(desk, "2026-03-23");
        CaseDesk.act(
                people.caseWorker,
                meeting,
                "hold",
                Map.of("participants", people.everybody(desk), "assignmentReviewed", true));

        assertThat(CaseDesk.tryAct(people.caseWorker, meeting, "execute", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-20");
        CaseDesk.act(people.caseWorker, meeting, "markErroneous", Map.of("reason", "Beställningen saknades"));
    }

    @Test
    @Order(6)
    @Covers({"ORD-02", "ORD-30", "ORD-40", "ORD-62", "DOC-NOT-03", "DOC-ORD-04"})
    void theOrderTakesThePlaceOfTheNoticeWithAllocationAndMatch() {
        CaseDesk.act(people.caseWorker, notice, "convert", Map.of());
        order = people.latest(desk, "order");
        assertThat(CaseDesk.read(people.caseWorker, order)
                        .at("/fields/clientInterests")
                        .asText())
                .isEqualTo("Simning");

        JsonNode sent = CaseDesk.act(people.caseWorker, order, "send", Map.of());

        assertThat(sent.path("status").asText()).isEqualTo("MATCHED");
        assertThat(sent.at("/fields/channel").asText()).isEqualTo("ROP_IFO");
        assertThat(sent.at("/fields/decisionRef").asText()).isEqualTo(decision);
        assertThat(sent.at("/fields/allocatedTo").asText()).isEqualTo(people.placementWorker.userName());
        assertThat(CaseDesk.status(people.caseWorker, notice)).isEqualTo("SUPERSEDED");
        assertThat(CaseDesk.read(people.placementWorker, match)
                        .at("/fields/orderOrReferral")
                        .asText())
                .isEqualTo(order);
    }

    @Test
    @Order(7)
    @Covers({"STA-01", "STA-02", "DOC-MTG-13", "PRF-20", "PRF-22"})
    void bothWorkersAreThereWhenItStarts() {
        clock.setTo("2026-04-01");
        meeting = desk.create(people.placementWorker, "meeting", Map.of());
        CaseDesk.act(people.placementWorker, meeting, "book", Map.of("date", "2026-04-01"));
        Api.Answer alone = CaseDesk.tryAct(
                people.caseWorker,
                meeting,
                "hold",
                Map.of(
                        "participants",
                        List.of(Map.of("userName", people.caseWorker.userName())),
                        "assignmentReviewed",
                        true));
        assertThat(alone.errorId()).isEqualTo("INS-STA-01");

        CaseDesk.act(
                people.caseWorker,
                meeting,
                "hold",
                Map.of("participants", people.everybody(desk), "assignmentReviewed", true));
        CaseDesk.act(people.caseWorker, meeting, "execute", Map.of());

        assertThat(CaseDesk.status(people.placementWorker, order)).isEqualTo("STARTED");
        JsonNode intervention = desk.intervention(people.caseWorker);
        assertThat(intervention.path("state").asText()).isEqualTo("RUNNING");
        assertThat(intervention.path("startDate").asText()).isEqualTo("2026-04-01");
    }

    @Test
    @Order(8)
    @Covers({"DL-13", "DL-51", "ORD-94", "PRF-27"})
    void theInterventionRunsAndIsToBeFollowedUpJointly() {
        // Six months on is the day after the grant ends, which counts as its last day.
        assertThat(desk.deadline(people.caseWorker, "DL-13").path("dueDate").asText())
                .isEqualTo("2026-09-30");
        // Five working days, with Good Friday and Easter Monday in between.
        assertThat(desk.deadline(people.caseWorker, "DL-51").path("dueDate").asText())
                .isEqualTo("2026-04-10");
    }

    @Test
    @Order(9)
    @Covers({"FUP-11", "FUP-24", "BR-75", "DLF-11", "DOC-FUP-03", "PRF-28"})
    void aFollowUpWithoutThePlacementWorkerDoesNotCount() {
        clock.setTo("2026-08-31");
        String due = desk.deadline(people.caseWorker, "DL-13").path("dueDate").asText();
        String alone = desk.create(people.caseWorker, "followUp", Map.of());
        JsonNode booked = CaseDesk.act(people.caseWorker, alone, "book", Map.of("date", "2026-08-31"));
        assertThat(booked.at("/fields/invited").findValuesAsText("userName"))
                .contains(people.caseWorker.userName(), people.placementWorker.userName());
        JsonNode held = CaseDesk.act(people.caseWorker, alone, "hold", Map.of());
        assertThat(held.at("/fields/jointFollowUp").asBoolean(true)).isFalse();
        JsonNode stillDue = desk.deadline(people.caseWorker, "DL-13");
        assertThat(stillDue.path("state").asText()).isIn("PENDING", "DUE_SOON");
        assertThat(stillDue.path("dueDate").asText())
                .as("the follow-up that was due is due still")
                .isEqualTo(due);

        clock.setTo("2026-09-15");
        followUp = desk.create(people.caseWorker, "followUp", Map.of());
        CaseDesk.act(people.caseWorker, followUp, "book", Map.of("date", "2026-09-15"));
        JsonNode joint = CaseDesk.act(people.caseWorker, followUp, "hold", Map.of("placementWorkerPresent", true));

        assertThat(joint.at("/fields/jointFollowUp").asBoolean(false)).isTrue();
        CaseDesk.change(
                people.caseWorker,
                followUp,
                Map.of(
                        "participation", "Barnet berättade själv",
                        "outcome", List.of("EXTEND"),
                        "nextFollowUpDate", "2027-03-15"));
        CaseDesk.act(people.caseWorker, followUp, "document", Map.of());
    }

    @Test
    @Order(10)
    @Covers({
        "EXT-01",
        "BR-12",
        "ORD-76",
        "ORD-98",
        "DL-22",
        "EXT-07",
        "DOC-EXT-01",
        "DOC-EXT-02",
        "DOC-EXT-03",
        "PRF-35"
    })
    void theExtensionIsANewOrderMarkedAsOne() {
        clock.setTo("2026-09-21");
        String continued = desk.create(
                people.caseWorker,
                "decision",
                Map.of(
                        "decisionType", "CONTINUED_GRANT",
                        "legalBasis", "SOL",
                        "grantFrom", "2026-10-01",
                        "grantTo", "2027-03-31",
                        "extendsDecision", decision));
        CaseDesk.act(people.caseWorker, continued, "decide", Map.of());
        // Three working days after the decision, which is before the old period ends.
        assertThat(desk.deadline(people.caseWorker, "DL-22").path("dueDate").asText())
                .isEqualTo("2026-09-24");
        extension = desk.create(people.caseWorker, "order", PlacementDesk.POINTS);
        CaseDesk.change(people.caseWorker, extension, Map.of("orderKind", "NEW"));
        assertThat(CaseDesk.tryAct(people.caseWorker, extension, "send", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-12");
        CaseDesk.change(people.caseWorker, extension, Map.of("orderKind", "EXTENSION", "extensionDecision", decision));
        assertThat(CaseDesk.tryAct(people.caseWorker, extension, "send", Map.of())
                        .errorId())
                .isEqualTo("INS-EXT-01");
        CaseDesk.change(people.caseWorker, extension, Map.of("extensionDecision", continued));

        JsonNode sent = CaseDesk.act(people.caseWorker, extension, "send", Map.of());

        assertThat(sent.path("status").asText()).isEqualTo("STARTED");
        assertThat(sent.at("/fields/allocatedTo").asText()).isEqualTo(people.placementWorker.userName());
        assertThat(sent.at("/fields/extendsIntervention").asText()).isEqualTo(desk.interventionId());
        assertThat(CaseDesk.status(people.placementWorker, extension)).isEqualTo("STARTED");
        assertThat(desk.deadline(people.caseWorker, "DL-22").path("state").asText())
                .isEqualTo("MET");
        assertThat(people.ofKind(desk, "match")).hasSize(1);
        assertThat(desk.overview(people.caseWorker).path("interventions")).hasSize(1);
        assertThat(desk.deadline(people.caseWorker, "DL-13").path("dueDate").asText())
                .isEqualTo("2027-03-15");
    }

    @Test
    @Order(11)
    @Covers({"END-01", "BR-98", "CON-100", "ORD-99", "DOC-END-06", "PRF-37"})
    void thePlannedEndIsPlannedWithThePlacementWorker() {
        clock.setTo("2027-03-08");
        ending = desk.create(
                people.caseWorker,
                "ending",
                Map.of(
                        "endingKind",
                        "PLANNED",
                        "endingReason",
                        "NEED_CEASED",
                        "endingReasonText",
                        "Barnet simmar i en klubb",
                        "endDate",
                        "2027-03-31"));
        assertThat(CaseDesk.tryAct(people.caseWorker, ending, "end", Map.of()).errorId())
                .isEqualTo("INS-BR-98");
        CaseDesk.change(
                people.caseWorker,
                ending,
                Map.of("endingPlan", "Två avslutande träffar", "participants", people.workers()));

        CaseDesk.act(people.caseWorker, ending, "end", Map.of());

        assertThat(CaseDesk.status(people.placementWorker, ending)).isEqualTo("ENDED_BY_CASE_WORKER");
        assertThat(desk.deadline(people.caseWorker, "DL-13").path("state").asText())
                .isEqualTo("CANCELLED");
    }

    @Test
    @Order(12)
    @Covers({"ORD-27", "ORD-63", "DL-39", "ORD-103"})
    void whenItIsOverTheOrdersEndAndViewsOnTheContractorAreAskedFor() {
        clock.setTo("2027-03-31");
        CaseDesk.act(people.caseWorker, ending, "closeIntervention", Map.of());

        JsonNode ended = desk.intervention(people.caseWorker);
        assertThat(ended.path("state").asText()).isEqualTo("ENDED");
        assertThat(ended.at("/contractor/mayWrite").findValuesAsText("kind"))
                .containsExactlyInAnyOrder("complaint", "contractorFeedback");
        assertThat(CaseDesk.status(people.caseWorker, order)).isEqualTo("ENDED");
        assertThat(CaseDesk.status(people.caseWorker, extension)).isEqualTo("ENDED");
        assertThat(desk.deadline(people.caseWorker, "DL-39").path("dueDate").asText())
                .isEqualTo("2027-03-22");
    }
}
