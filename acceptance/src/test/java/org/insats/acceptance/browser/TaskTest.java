package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.insats.acceptance.Api;
import org.insats.acceptance.People;
import org.insats.acceptance.Target;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** A task is done where it stands: its form is the one that Share has, and completing it performs the act. */
class TaskTest {

    private static final String V1 = "/s/insats/v1";
    private static final String UNIT = "WEBTASK";
    private static final String WORKER = "prov.uppgift";
    private static final String COORDINATOR = "prov.samordnare";

    private final Target target = Target.get();
    private String caseNumber;
    private String order;

    @BeforeEach
    void orderIsReceivedAndItsCheckIsNear() {
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        People people = new People(target.admin());
        people.inRole(COORDINATOR, "ADMINISTRATIVE_COORDINATOR", UNIT);
        Api worker = target.as(people.inRole(WORKER, "CASE_WORKER", UNIT));
        clock("2026-02-02");
        JsonNode opened = worker.post(
                        V1 + "/cases",
                        Map.of(
                                "profile",
                                "motala-srv",
                                "unit",
                                UNIT,
                                "performerUnit",
                                "WEBSRV",
                                "service",
                                "OPEN_CARE",
                                "client",
                                Map.of("name", "Test Testsson", "birthDate", "2013-05-14"),
                                "persons",
                                List.of(Map.of("name", "Vera Testsson", "relation", "GUARDIAN"))))
                .expect(201);
        caseNumber = opened.path("caseNumber").asText();
        String intervention = opened.at("/interventions/0/id").asText();
        String guardian = opened.at("/persons/1/id").asText();
        String assignment = create(
                worker,
                intervention,
                "assignment",
                Map.of(
                        "needs", "Stöd i vardagen",
                        "followUpForms", "Möten",
                        "goals", List.of(Map.of("text", "Skolgång varje dag", "level", "GOAL"))));
        act(worker, assignment, "communicate", Map.of("date", "2026-02-02"));
        act(
                worker,
                assignment,
                "consent",
                Map.of("personId", guardian, "capacity", "GUARDIAN", "answer", "GIVEN", "date", "2026-02-02"));
        String decision = create(
                worker,
                intervention,
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
        act(worker, decision, "decide", Map.of());
        order = create(worker, intervention, "order", Map.of("decisionRef", decision, "assignmentRef", assignment));
        act(worker, order, "send", Map.of());
        clock("2026-02-10");
        target.admin().post("/s/insats/test/deadline-job", Map.of()).expect(200);
    }

    @AfterEach
    void machineTimeAgain() {
        target.admin().post("/s/insats/test/clock/reset", Map.of());
    }

    @Test
    @Covers("DL-35")
    void theNoteIsEstablishedByTheActsOwnFormInTheTask() {
        try (Browser browser = Browser.start("sv")) {
            browser.openAfresh(target.workbench());
            browser.type("#user", WORKER);
            browser.type("#password", People.PASSWORD);
            browser.press(Keys.ENTER);
            browser.see("#page-title");
            browser.go("#/tasks");
            String mine = ".task[data-rule='DL-35']:has(a[href$='" + caseNumber + "'])";
            browser.see(mine);
            browser.click(mine + " button");
            browser.see(".task-act[data-act='establish'] form");
            browser.settle();
            browser.shoot("task-act-sv");
            assertThat(browser.accessibilityFindings()).isEmpty();
            browser.click(".task-act[data-act='establish'] button[type=submit]");
            browser.waitUntil("document.querySelector(\"" + mine + "\") === null");
        }
        target.as(WORKER)
                .get(V1 + "/cases/" + caseNumber)
                .expect(200)
                .path("documents")
                .forEach(document -> {
                    if (document.path("kind").asText().equals("journalNote")) {
                        assertThat(document.path("status").asText()).isEqualTo("ESTABLISHED");
                    }
                });
    }

    @Test
    @Covers({"DL-06", "RSP-41"})
    void coordinatorChecksTheExecutionFromHerList() {
        try (Browser browser = Browser.start("sv")) {
            browser.openAfresh(target.workbench());
            browser.type("#user", COORDINATOR);
            browser.type("#password", People.PASSWORD);
            browser.press(Keys.ENTER);
            browser.see("#page-title");
            browser.go("#/tasks");
            browser.waitForText(".task", "Kontrollera verkställighet");
            browser.waitForText(".task .chip", "Snart dags");
            browser.click(".task button");
            browser.type("[data-field='inswf:checkDate'] input.date", "2026-02-10");
            browser.script("const select = document.querySelector(\"[data-field='inswf:executionStatus'] select\");"
                    + "select.value = 'START_UP_BOOKED'; select.dispatchEvent(new Event('change'))");
            browser.settle();
            browser.shoot("task-sv");
            assertThat(browser.accessibilityFindings()).isEmpty();
            browser.click(".task-form button[type=submit]");
            browser.waitForText("insats-tasks", "Inget väntar på dig.");
        }
        JsonNode checked = target.as(WORKER).get(V1 + "/documents/" + order).expect(200);
        assertThat(checked.at("/fields/executionCheckDate").asText()).isEqualTo("2026-02-10");
        assertThat(checked.at("/fields/executionCheckBy").asText()).isEqualTo(COORDINATOR);
        assertThat(checked.at("/fields/executionCheckText").asText()).isEqualTo("Uppstartsmöte bokat");
    }

    private void clock(String date) {
        target.admin()
                .post("/s/insats/test/clock", Map.of("instant", date + "T08:00:00Z"))
                .expect(200);
    }

    private String create(Api author, String intervention, String kind, Map<String, ?> fields) {
        return author.post(
                        V1 + "/cases/" + caseNumber + "/documents",
                        Map.of("kind", kind, "interventionId", intervention, "fields", fields))
                .expect(201)
                .path("id")
                .asText();
    }

    private static void act(Api who, String document, String action, Map<String, ?> input) {
        who.post(V1 + "/documents/" + document + "/actions/" + action, input).expect(200);
    }
}
