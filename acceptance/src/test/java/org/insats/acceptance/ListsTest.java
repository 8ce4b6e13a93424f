package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
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

/** Lists across cases: by date, in pages by key, as files, and only what the reader may read. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ListsTest {

    private static final String V1 = CaseDesk.V1;

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private Staff staff;
    private Api stranger;
    private CaseDesk first;
    private CaseDesk second;

    @BeforeAll
    void twoOrdersAreSentTwoDaysApart() {
        clock.setTo("2026-02-02");
        staff = Staff.of(target, "lst");
        stranger =
                target.as(new People(target.admin()).create(staff.caseWorker().userName() + ".utomstaende"));
        List<OpenCareCases.WithOrder> opened = OpenCareCases.withDraftOrders(staff, 2);
        first = opened.get(0).desk();
        second = opened.get(1).desk();
        clock.setTo("2026-02-03");
        CaseDesk.act(staff.caseWorker(), opened.get(0).order(), "send", Map.of());
        clock.setTo("2026-02-05");
        CaseDesk.act(staff.caseWorker(), opened.get(1).order(), "send", Map.of());
        clock.morningOf("2026-02-16");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    private static List<String> values(JsonNode answer, String field) {
        return StreamSupport.stream(answer.path("items").spliterator(), false)
                .map(item -> item.path(field).asText())
                .toList();
    }

    /** All items, a page at a time. */
    private static List<JsonNode> pages(Api reader, String list, int size) {
        List<JsonNode> all = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonNode page = reader.get(V1 + "/" + list + "&size=" + size + (after.isEmpty() ? "" : "&after=" + after))
                    .expect(200);
            assertThat(page.path("items").size()).isLessThanOrEqualTo(size);
            page.path("items").forEach(all::add);
            after = page.path("next").isNull() ? null : page.path("next").asText();
        }
        return all;
    }

    private static List<String> texts(List<JsonNode> items, String field) {
        return items.stream().map(item -> item.path(field).asText()).toList();
    }

    @Test
    @Order(1)
    @Covers("DL-06")
    void myDeadlinesStandByDueDateAndPageByKey() {
        JsonNode whole = staff.coordinator().get(V1 + "/deadlines?mine=true").expect(200);

        List<JsonNode> paged = pages(staff.coordinator(), "deadlines?mine=true", 1);

        assertThat(texts(paged, "id")).isEqualTo(values(whole, "id"));
        assertThat(values(whole, "dueDate")).isSorted();
        List<String> checks = paged.stream()
                .filter(item -> item.path("ruleId").asText().equals("DL-06"))
                .map(item -> item.path("caseNumber").asText() + " "
                        + item.path("dueDate").asText())
                .toList();
        assertThat(checks).containsExactly(first.caseNumber() + " 2026-02-17", second.caseNumber() + " 2026-02-19");
    }

    @Test
    @Order(2)
    void keyThatIsNoneIsRefused() {
        Api.Answer answer = staff.coordinator().get(V1 + "/deadlines?mine=true&after=x'%20OR%20'1");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.errorId()).isEqualTo("INS-PARAMETER");
        assertThat(staff.coordinator().get(V1 + "/deadlines?size=0").status()).isEqualTo(400);
        assertThat(staff.coordinator().get(V1 + "/deadlines?format=xml").status())
                .isEqualTo(400);
    }

    @Test
    @Order(3)
    void unitsOverdueAreThoseDueBeforeToday() {
        clock.morningOf("2026-02-18");
        String list = V1 + "/deadlines?unit=" + staff.unit() + "&overdue=true";

        JsonNode overdue = staff.leadSocialWorker().get(list).expect(200);

        assertThat(values(overdue, "caseNumber")).contains(first.caseNumber());
        assertThat(values(overdue, "dueDate")).allMatch(date -> date.compareTo("2026-02-18") < 0);
        assertThat(StreamSupport.stream(overdue.path("items").spliterator(), false)
                        .filter(item -> item.path("ruleId").asText().equals("DL-06")))
                .hasSize(1);
        assertThat(stranger.get(list).expect(200).path("items")).isEmpty();
    }

    @Test
    @Order(4)
    void deadlinesAreSavedAsAFileThatSpreadsheetsRead() {
        Api.Answer file = staff.coordinator().get(V1 + "/deadlines?mine=true&format=csv");

        file.expect(200);
        assertThat(file.response().headers().firstValue("Content-Type").orElse(""))
                .startsWith("text/csv")
                .containsIgnoringCase("utf-8");
        assertThat(file.response().headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment");
        assertThat(file.text())
                .startsWith("\uFEFFSenast;Sista arbetsdag;Ärende;")
                .contains("\r\n2026-02-17;2026-02-17;" + first.caseNumber() + ";")
                .doesNotContain("Testsson");
        assertThat(staff.coordinator()
                        .in("en")
                        .get(V1 + "/deadlines?mine=true&format=csv")
                        .text())
                .startsWith("\uFEFFDue;Last working day;Case;");
    }

    @Test
    @Order(5)
    void ordersWithoutAllocationStandInTheQueueInTheOrderTheyCame() {
        String list = "lists/allocation?unit=" + staff.performerUnit();
        for (Api reader : List.of(staff.unitManager(), staff.caseWorker(), staff.leadSocialWorker())) {
            List<JsonNode> queue = pages(reader, list, 1);
            assertThat(texts(queue, "caseNumber")).containsExactly(first.caseNumber(), second.caseNumber());
            assertThat(texts(queue, "receivedOn")).containsExactly("2026-02-03", "2026-02-05");
            assertThat(texts(queue, "responsibleCaseWorkerName")).containsOnly("Test Anställd");
        }
        assertThat(stranger.get(V1 + "/" + list).expect(200).path("items")).isEmpty();
        assertThat(staff.treatmentLead().get(V1 + "/" + list).expect(200).path("items"))
                .isEmpty();
        assertThat(staff.unitManager().get(V1 + "/" + list + "&format=csv").text())
                .contains("\r\n2026-02-03;false;" + first.caseNumber() + ";");
    }

    @Test
    @Order(6)
    void peopleOfARoleAreListedForStaffAlone() {
        String list = V1 + "/people?role=TREATMENT_LEAD&unit=" + staff.performerUnit();

        JsonNode people = staff.caseWorker().get(list).expect(200);

        assertThat(values(people, "userName"))
                .containsExactly(staff.treatmentLead().userName());
        assertThat(values(people, "name")).containsExactly("Test Anställd");
        Api.Answer refused = stranger.get(list);
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.errorId()).isEqualTo("INS-STAFF");
        assertThat(staff.caseWorker().get(V1 + "/people?role=NONE&unit=X").errorId())
                .isEqualTo("INS-PARAMETER");
    }

    @Test
    @Order(7)
    void overviewNamesTheStaffAndTellsOfEveryVersion() {
        JsonNode overview = first.overview(staff.caseWorker());

        assertThat(overview.path("responsibleName").asText()).isEqualTo("Test Anställd");
        assertThat(overview.at("/members/0/name").asText()).isEqualTo("Test Anställd");
        assertThat(overview.path("names")
                        .path(overview.at("/history/0/userName").asText())
                        .asText())
                .isEqualTo("Test Anställd");
        JsonNode document = overview.at("/documents/0");
        assertThat(document.path("versionHistory"))
                .hasSize(document.path("versions").asInt());
        assertThat(document.at("/versionHistory/0/label").asText()).isNotEmpty();
        for (String part : List.of("persons", "members", "interventions", "documents", "history", "tasks")) {
            assertThat(overview.path(part).isArray()).as(part).isTrue();
        }
        for (String part : List.of("goals", "deadlines")) {
            assertThat(overview.at("/interventions/0").path(part).isArray())
                    .as(part)
                    .isTrue();
        }
    }

    @Test
    @Order(8)
    void grantsThatRunOutAreListedInTime() {
        String list = "lists/expiring-grants?unit=" + staff.unit();
        assertThat(pages(staff.caseWorker(), list, 100)).isEmpty();

        clock.setTo("2026-09-01");

        List<JsonNode> expiring = pages(staff.caseWorker(), list, 1);
        assertThat(texts(expiring, "caseNumber")).containsExactlyInAnyOrder(first.caseNumber(), second.caseNumber());
        assertThat(texts(expiring, "grantTo")).containsOnly("2026-11-08");
        assertThat(texts(expiring, "daysLeft")).containsOnly("68");
        assertThat(pages(staff.caseWorker(), list + "&days=67", 100)).isEmpty();
        assertThat(pages(staff.caseWorker(), list + "&days=68", 100)).hasSize(2);
        assertThat(stranger.get(V1 + "/" + list).expect(200).path("items")).isEmpty();
        assertThat(staff.caseWorker().get(V1 + "/" + list + "&format=csv").text())
                .contains("\r\n2026-11-08;68;");
        assertThat(staff.caseWorker().get(V1 + "/" + list + "&days=x").status()).isEqualTo(400);
    }

    @Test
    @Order(9)
    @Covers("ORD-21")
    void agendaOfTheUnitTakesUpWhatStandsInItsQueue() {
        String unit = "unit=" + staff.performerUnit();
        JsonNode queue =
                staff.unitManager().get(V1 + "/lists/allocation?" + unit).expect(200);

        JsonNode agenda = staff.unitManager()
                .get(V1 + "/meetings/agenda?" + unit + "&date=2026-09-01")
                .expect(200);

        assertThat(values(agenda, "documentId")).isEqualTo(values(queue, "documentId"));
        assertThat(values(agenda, "reason")).containsOnly("ALLOCATE");
        assertThat(staff.unitManager()
                        .in("en")
                        .get(V1 + "/meetings/agenda?" + unit + "&date=2026-09-01&format=csv")
                        .text())
                .startsWith("\uFEFFWhy;Received;Due;Case;")
                .contains("\r\nALLOCATE;2026-02-03;");
        assertThat(staff.caseWorker().get(V1 + "/cases?format=csv").text())
                .startsWith("\uFEFFÄrende;Öppnat;")
                .contains("\r\n" + first.caseNumber() + ";2026-02-0");
    }

    @Test
    @Order(10)
    @Covers({"DLC-11", "DLC-13"})
    void overviewHasDeadlinesAsListsHaveThemAndTellsWhatHappenedInWords() {
        JsonNode overview = first.overview(staff.caseWorker().in("en"));

        JsonNode check = CaseDesk.find(overview.at("/interventions/0/deadlines"), "ruleId", "DL-06");
        assertThat(check.path("state").asText()).isEqualTo("OVERDUE");
        assertThat(check.path("history").isArray()).isTrue();
        assertThat(overview.findValues("listKey")).isEmpty();
        assertThat(overview.findValues("listedFor")).isEmpty();
        assertThat(overview.findValues("nextActionAt")).isEmpty();
        assertThat(overview.at("/interventions/0").has("recipient")).isTrue();
        assertThat(overview.at("/interventions/0/goals/0/state").asText()).isEqualTo("ACTIVE");
        List<String> told = StreamSupport.stream(overview.path("history").spliterator(), false)
                .map(event ->
                        event.path("name").asText() + " - " + event.path("text").asText())
                .toList();
        assertThat(told)
                .contains("Test Anställd - Order: sent", "Test Anställd - Order: received")
                .anyMatch(line -> line.contains("Order: created (version 1.0)"))
                .noneMatch(line -> line.contains("Behöver stöd"));
    }

    @Test
    @Order(11)
    void unitsReportCountsWhatWasNotDone() {
        String report =
                V1 + "/reports/compliance?unit=" + staff.unit() + "&from=2026-01&to=2026-12&act=EXECUTION_CHECK";

        clock.morningOf("2026-09-01");

        JsonNode rows = target.admin().get(report).expect(200);

        assertThat(rows.path("items")).hasSize(1);
        JsonNode row = rows.at("/items/0");
        assertThat(row.path("month").asText()).isEqualTo("2026-02");
        assertThat(row.path("service").asText()).isEqualTo("OPEN_CARE");
        assertThat(row.path("due").asInt()).isEqualTo(2);
        assertThat(row.path("overdue").asInt()).isEqualTo(2);
        assertThat(row.path("share").asDouble()).isZero();
        assertThat(target.admin().get(report + "&format=csv").text())
                .contains("\r\n2026-02;OPEN_CARE;EXECUTION_CHECK;");
        assertThat(staff.caseWorker().get(report).errorId()).isEqualTo("INS-REPORT");
        assertThat(staff.unitManager()
                        .get(V1 + "/reports")
                        .expect(200)
                        .at("/units/0")
                        .asText())
                .isEqualTo(staff.performerUnit());
        assertThat(staff.unitManager()
                        .get(V1 + "/reports/order-to-start?unit=" + staff.performerUnit())
                        .expect(200)
                        .path("items"))
                .isEmpty();
        assertThat(target.admin().get(report.replace("2026-01", "x")).status()).isEqualTo(400);
        assertThat(staff.unitManager().post(V1 + "/reports/rebuild", Map.of()).status())
                .isEqualTo(403);
    }
}
