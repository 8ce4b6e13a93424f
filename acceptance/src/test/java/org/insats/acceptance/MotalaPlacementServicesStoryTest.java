package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Profile {@code motala-rop} service by service, each from the order to the running intervention, and what may come in between:
 * withdrawal, urgent placement, the form of the state institution, interruption. Dates of 2026 were worked out by hand.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MotalaPlacementServicesStoryTest {

    private static final String REST = "/api/-default-/public/alfresco/versions/1/nodes/";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());

    private PlacementDesk people;

    @BeforeAll
    void staffIsInPlace() {
        people = new PlacementDesk(target, "insatser");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    @ParameterizedTest
    @CsvSource({
        "CONTACT_PERSON,  SOL, false, DL-13, 2026-10-01",
        "CONTACT_FAMILY,  SOL, false, DL-13, 2026-10-01",
        "SUPPORT_FAMILY,  LSS, false, DL-14, 2027-04-01",
        "FOSTER_HOME,     SOL, false, DL-13, 2026-10-01"
    })
    @Covers({
        "ORD-02",
        "STA-01",
        "STA-02",
        "BR-53",
        "PLN-20",
        "DL-13",
        "DL-14",
        "DOC-IMP-13",
        "PRF-16",
        "PRF-19",
        "EX-07",
        "ROLE-21",
        "ROLE-22"
    })
    void whoeverTakesAClientOnIsStartedUpByBothWorkersWithAPlan(
            String service, String law, boolean underAgreement, String rule, String due) {
        clock.setTo("2026-03-02");
        CaseDesk desk = people.open(service);
        if (service.equals("FOSTER_HOME")) {
            people.basis(desk);
        }
        people.decide(desk, law, "2026-04-01", "2027-12-31");
        String order = desk.create(
                people.caseWorker,
                "order",
                with(PlacementDesk.POINTS, "channel", law.equals("LSS") ? "ROP_LSS" : "ROP_IFO"));
        CaseDesk.act(people.caseWorker, order, "send", Map.of());
        people.takeOn(order);
        people.match(desk, order, people.approved(service, underAgreement));
        clock.setTo("2026-04-01");
        String meeting = people.bookStartUp(desk, "2026-04-01");
        Map<String, Object> held = Map.of("participants", people.everybody(desk), "assignmentReviewed", true);
        assertThat(CaseDesk.tryAct(people.caseWorker, meeting, "hold", held).errorId())
                .isEqualTo("INS-BR-53");
        people.plan(desk);
        Map<String, Object> notGoneThrough = Map.of("participants", people.everybody(desk));
        assertThat(CaseDesk.tryAct(people.caseWorker, meeting, "hold", notGoneThrough)
                        .errorId())
                .isEqualTo("INS-MANDATORY");

        CaseDesk.act(people.caseWorker, meeting, "hold", held);
        CaseDesk.act(people.caseWorker, meeting, "execute", Map.of());

        assertThat(desk.intervention(people.caseWorker).path("state").asText()).isEqualTo("RUNNING");
        assertThat(CaseDesk.status(people.placementWorker, order)).isEqualTo("STARTED");
        assertThat(desk.deadline(people.caseWorker, rule).path("dueDate").asText())
                .isEqualTo(due);
    }

    @ParameterizedTest
    @CsvSource({
        "RESIDENTIAL_CARE_HOME, true",
        "RESIDENTIAL_CARE_HOME, false",
        "STATE_INSTITUTION,     false",
        "SUPPORTED_HOUSING,     false"
    })
    @Covers({"STA-10", "STA-11", "DL-19", "FUP-02", "PRF-15", "PRF-20", "ROLE-24"})
    void aHomeIsStartedUpFromCarePlanOrOrderByTheCaseWorker(String service, boolean underAgreement) {
        clock.setTo("2026-03-02");
        CaseDesk desk = people.open(service);
        people.decide(desk, "SOL", "2026-04-01", "2027-12-31");
        String order = people.send(desk, "order");
        people.takeOn(order);
        people.match(desk, order, people.approved(service, underAgreement));
        clock.setTo("2026-04-01");
        String meeting = people.bookStartUp(desk, "2026-04-01");
        assertThat(CaseDesk.read(people.caseWorker, meeting)
                        .at("/fields/basisDocuments/0")
                        .asText())
                .isEqualTo(order);
        Map<String, Object> held = Map.of(
                "participants",
                List.of(Map.of("userName", people.caseWorker.userName())),
                "assignmentReviewed",
                true,
                "homeContent",
                "Behandling och skola",
                "homeResponsibilities",
                "Hemmet har ansvar för vardagen");
        assertThat(CaseDesk.tryAct(people.caseWorker, meeting, "hold", held).errorId())
                .isEqualTo("INS-MANDATORY");
        Map<String, Object> whole = with(held, "homeFollowUp", "Möte var sjätte månad");
        assertThat(CaseDesk.tryAct(people.caseWorker, meeting, "hold", with(whole, "basisDocuments", List.of(meeting)))
                        .status())
                .isEqualTo(422);

        Map<String, Object> notGoneThrough = new LinkedHashMap<>(whole);
        notGoneThrough.remove("assignmentReviewed");
        assertThat(CaseDesk.tryAct(people.caseWorker, meeting, "hold", notGoneThrough)
                        .errorId())
                .isEqualTo("INS-MANDATORY");

        CaseDesk.act(people.caseWorker, meeting, "hold", whole);
        CaseDesk.act(people.caseWorker, meeting, "execute", Map.of());

        assertThat(CaseDesk.read(people.caseWorker, meeting)
                        .at("/fields/homeGoalsAndPurpose")
                        .asText())
                .isEqualTo("Ett eget fritidsintresse");
        assertThat(desk.deadline(people.caseWorker, "DL-19").path("dueDate").asText())
                .isEqualTo("2026-10-01");
    }

    @Test
    @Covers({"ORD-59", "ORD-70", "ORD-72", "ORD-78", "ORD-90", "BR-19", "BR-115", "DL-05", "DOC-WDR-03", "DOC-WDR-04"})
    void anOrderIsTakenBackAndThePlacementWorkerToldOrally() {
        clock.setTo("2026-03-02");
        CaseDesk desk = people.open("CONTACT_FAMILY");
        people.decide(desk, "SOL", "2026-04-01", "2027-03-31");
        String order = people.send(desk, "order");
        people.takeOn(order);
        clock.setTo("2026-03-05");
        CaseDesk.act(people.caseWorker, order, "needChanged", Map.of("reason", "NEED_CHANGED"));
        assertThat(desk.deadline(people.caseWorker, "DL-05").path("dueDate").asText())
                .isEqualTo("2026-03-06");
        Map<String, Object> toTheManager =
                Map.of("reason", "NEED_CHANGED", "orallyInformed", people.sectionManager.userName());
        assertThat(CaseDesk.tryAct(people.caseWorker, order, "withdraw", toTheManager)
                        .errorId())
                .isEqualTo("INS-ORD-72");

        CaseDesk.act(
                people.caseWorker,
                order,
                "withdraw",
                with(toTheManager, "orallyInformed", people.placementWorker.userName()));

        JsonNode paper = CaseDesk.read(people.placementWorker, people.latest(desk, "withdrawal"));
        assertThat(paper.at("/fields/orallyInformed").asText()).isEqualTo(people.placementWorker.userName());
        assertThat(paper.at("/fields/withdrawnBy").asText()).isEqualTo(people.caseWorker.userName());
        assertThat(desk.deadline(people.caseWorker, "DL-05").path("state").asText())
                .isEqualTo("MET");
        CaseDesk.act(people.caseWorker, order, "copyToNew", Map.of());
        String next = people.latest(desk, "order");
        CaseDesk.act(people.caseWorker, next, "send", Map.of());
        assertThat(CaseDesk.status(people.caseWorker, next)).isEqualTo("RECEIVED");
        assertThat(CaseDesk.tryAct(people.sectionManager, next, "confirmEarlier", Map.of())
                        .status())
                .isEqualTo(403);
        CaseDesk.act(people.placementWorker, next, "confirmEarlier", Map.of());
        assertThat(CaseDesk.read(people.placementWorker, next)
                        .at("/fields/allocatedTo")
                        .asText())
                .isEqualTo(people.placementWorker.userName());
    }

    @Test
    @Covers({"TMP-40", "TMP-41", "TMP-42", "DL-03", "DOC-ORD-05", "DOC-ORD-20", "PRF-41"})
    void anUrgentPlacementGoesPastTheWeeklyMeeting() {
        clock.setTo("2026-03-05");
        CaseDesk desk = people.open("RESIDENTIAL_CARE_HOME");
        people.decide(desk, "SOL", "2026-03-05", "2026-09-04");
        String stub = desk.create(people.caseWorker, "order", Map.of());
        CaseDesk.act(people.caseWorker, stub, "markUrgent", Map.of());
        JsonNode contacted = CaseDesk.act(
                people.caseWorker,
                stub,
                "contactDirectly",
                Map.of("at", "2026-03-05T07:30:00Z", "userName", people.placementWorker.userName()));
        assertThat(contacted.path("warnings").findValuesAsText("id")).contains("INS-TMP-41");
        assertThat(desk.deadlines(people.caseWorker, "DL-03")).hasSize(2).anySatisfy(deadline -> {
            assertThat(deadline.path("dueDate").asText()).isEqualTo("2026-03-06");
            assertThat(deadline.path("state").asText()).isIn("PENDING", "DUE_SOON");
        });
        clock.setTo("2026-03-06");
        CaseDesk.change(people.caseWorker, stub, PlacementDesk.POINTS);
        CaseDesk.act(people.caseWorker, stub, "send", Map.of());

        JsonNode allocated = CaseDesk.act(
                people.placementWorker, stub, "allocate", Map.of("userName", people.placementWorker.userName()));

        assertThat(allocated.at("/fields/allocationForum").asText()).isEqualTo("DIRECT_CONTACT");
        assertThat(desk.deadlines(people.caseWorker, "DL-03"))
                .allSatisfy(
                        deadline -> assertThat(deadline.path("state").asText()).isEqualTo("MET"));
        assertThat(desk.deadlines(people.caseWorker, "DL-01")).isEmpty();
        JsonNode agenda = people.sectionManager
                .get(CaseDesk.V1 + "/meetings/agenda?unit=" + people.group + "&date=2026-03-11")
                .expect(200);
        JsonNode line = CaseDesk.find(agenda.path("items"), "documentId", stub);
        assertThat(line.path("reason").asText()).isEqualTo("INFORMATION");
        assertThat(line.toString()).doesNotContain("Testsson");
    }

    @Test
    @Covers({"BR-04", "ORD-07", "ORD-61", "DL-48", "DOC-SIS-01", "DOC-SIS-02", "DOC-SIS-03", "DOC-SIS-04"})
    void theFormOfTheStateInstitutionHasTwoAuthorsAndComesAfterTheAllocation() {
        clock.setTo("2026-03-02");
        CaseDesk desk = people.open("STATE_INSTITUTION");
        people.decide(desk, "SOL", "2026-04-01", "2026-09-30");
        String order = people.send(desk, "order");
        assertThat(desk.tryCreate(people.caseWorker, "sisForm", Map.of()).errorId())
                .isEqualTo("INS-BR-04");
        people.takeOn(order);
        assertThat(desk.deadline(people.caseWorker, "DL-48").path("dueDate").asText())
                .isEqualTo("2026-03-09");
        String file = people.placementWorker
                .upload(
                        REST + desk.interventionId() + "/children",
                        "filedata",
                        "blankett.pdf",
                        "%PDF-1.4 prov".getBytes(StandardCharsets.UTF_8),
                        Map.of())
                .expect(201)
                .at("/entry/id")
                .asText();
        String form = desk.create(people.placementWorker, "sisForm", Map.of("sisFormFile", file));
        CaseDesk.act(people.placementWorker, form, "confirm", Map.of());
        assertThat(CaseDesk.tryAct(people.placementWorker, form, "send", Map.of())
                        .errorId())
                .isEqualTo("INS-BR-04");
        CaseDesk.act(people.caseWorker, form, "confirm", Map.of());

        JsonNode sent = CaseDesk.act(people.placementWorker, form, "send", Map.of("date", "2026-03-02"));

        assertThat(sent.path("status").asText()).isEqualTo("ESTABLISHED");
        assertThat(sent.at("/fields/filledInBy").findValuesAsText("userName"))
                .containsExactlyInAnyOrder(people.caseWorker.userName(), people.placementWorker.userName());
        assertThat(desk.deadline(people.caseWorker, "DL-48").path("state").asText())
                .isEqualTo("MET");
    }

    @Test
    @Covers({"CON-99", "END-02", "ORD-99", "DL-26", "DL-49", "DLF-10", "EX-30", "DOC-END-07", "DOC-END-02", "PRF-36"})
    void anInterruptionIsToldPromptlyAndEndsTheFollowUps() {
        clock.setTo("2026-03-02");
        CaseDesk desk = people.open("CONTACT_PERSON");
        people.decide(desk, "SOL", "2026-03-02", "2027-03-01");
        String order = people.send(desk, "order");
        people.takeOn(order);
        people.match(desk, order, people.approved("CONTACT_PERSON", false));
        people.plan(desk);
        String meeting = people.bookStartUp(desk, "2026-03-02");
        CaseDesk.act(
                people.caseWorker,
                meeting,
                "hold",
                Map.of("participants", people.everybody(desk), "assignmentReviewed", true));
        CaseDesk.act(people.caseWorker, meeting, "execute", Map.of());
        assertThat(desk.deadline(people.caseWorker, "DL-13").path("dueDate").asText())
                .isEqualTo("2026-09-02");
        clock.setTo("2026-04-20");
        String ending = desk.create(people.caseWorker, "ending", Map.of("endingKind", "EARLY"));
        CaseDesk.act(people.caseWorker, ending, "interrupt", Map.of("text", "Uppdragstagaren har flyttat"));
        assertThat(desk.deadline(people.caseWorker, "DL-26").path("dueDate").asText())
                .isEqualTo("2026-04-21");
        JsonNode followUp = desk.deadline(people.caseWorker, "DL-13");
        assertThat(followUp.path("state").asText()).isEqualTo("CANCELLED");
        assertThat(CaseDesk.tryAct(people.caseWorker, ending, "end", Map.of()).errorId())
                .isEqualTo("INS-END-02");
        clock.setTo("2026-04-21");
        clock.runDeadlineJob();
        JsonNode task = desk.task(people.caseWorker, "DL-26");

        desk.complete(people.caseWorker, task, Map.of("doneDate", "2026-04-21")).expect(200);

        assertThat(desk.deadline(people.caseWorker, "DL-26").path("state").asText())
                .isEqualTo("MET");
        assertThat(desk.deadline(people.caseWorker, "DL-49").path("dueDate").asText())
                .isEqualTo("2026-04-24");
        CaseDesk.act(people.caseWorker, ending, "end", Map.of());
        assertThat(CaseDesk.read(people.placementWorker, ending)
                        .at("/fields/placementWorkerInformedAt")
                        .asText())
                .isEqualTo("2026-04-21");
    }

    private static Map<String, Object> with(Map<String, ?> fields, String name, Object value) {
        Map<String, Object> all = new LinkedHashMap<>(fields);
        all.put(name, value);
        return all;
    }
}
