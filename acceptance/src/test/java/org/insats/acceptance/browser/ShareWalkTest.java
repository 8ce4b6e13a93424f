package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import org.insats.acceptance.Api;
import org.insats.acceptance.Staff;
import org.insats.acceptance.StopAtFirstFailure;
import org.insats.acceptance.Target;
import org.insats.acceptance.TestClock;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Open care in profile {@code motala-srv} walked in a genuine Share, each step by the one whose step it is, with their own account.
 * Only people and clock are prepared otherwise. Runs with {@code -Dshare.url=http://localhost:8080/share} and {@code -Drepo.url=}.
 */
@EnabledIfSystemProperty(
        named = "share.url",
        matches = "http.*",
        disabledReason =
                "Share cannot be had from Maven Central: name a running one with -Dshare.url= and its repository with -Drepo.url=")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(StopAtFirstFailure.class)
class ShareWalkTest {

    private static final String V1 = "/s/insats/v1";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private Staff staff;
    private ShareDesk desk;
    private String caseNumber;
    private String interventionId;
    private String assignment;
    private String decision;
    private String order;
    private String meeting;
    private String plan;
    private String followUp;
    private String ending;

    @BeforeAll
    void peopleAreInPlace() {
        String url = System.getProperty("share.url");
        staff = Staff.of(target, "share");
        desk = ShareDesk.at(URI.create(url.endsWith("/") ? url : url + "/"), "sv");
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
        if (desk != null) {
            desk.close();
        }
    }

    private JsonNode read(Api who, String path) {
        return who.get(V1 + "/" + path).expect(200);
    }

    private String status(Api who, String document) {
        return read(who, "documents/" + document).path("status").asText();
    }

    private String interventionState(Api who) {
        return read(who, "cases/" + caseNumber).at("/interventions/0/state").asText();
    }

    private void shoot(String name) {
        desk.browser().shoot("share-" + name);
    }

    private void assertNoBarriers() {
        assertThat(desk.browser().accessibilityFindings(".insats-page")).isEmpty();
    }

    @Test
    @Order(1)
    @Covers("BR-110")
    void intakeOpensACaseWithClientAndGuardians() {
        clock.setTo("2026-02-02");
        desk.sitDown(staff.caseWorker());
        desk.page("insats-cases");
        desk.browser().click("a[href$='insats-new-case']");
        desk.settle();
        assertNoBarriers();
        desk.choose("profile", "motala-srv");
        desk.choose("service", "OPEN_CARE");
        desk.choose("unit", staff.unit());
        desk.choose("performerUnit", staff.performerUnit());
        desk.fill("name", "Test Testsson");
        desk.fill("birthDate", "2013-05-14");
        guardian(1, "Vera Testsson");
        guardian(2, "Nils Testsson");
        shoot("01-new-case");

        desk.browser().click("insats-new-case button[type=submit]");

        desk.browser().waitUntil("location.pathname.endsWith('insats-case')");
        desk.settle();
        caseNumber = desk.browser().address().replaceAll(".*case=", "");
        assertThat(caseNumber).matches("2026-\\d{6}");
        interventionId = read(staff.caseWorker(), "cases/" + caseNumber)
                .at("/interventions/0/id")
                .asText();
        assertNoBarriers();
        shoot("02-case");
    }

    private void guardian(int number, String name) {
        desk.browser().click("insats-new-case p.buttons button");
        desk.browser()
                .type(
                        "insats-new-case form > div > fieldset:nth-of-type(" + number + ") [data-field='name'] input",
                        name);
    }

    @Test
    @Order(2)
    @Covers({"ORD-08", "CON-01", "DOC-ASG-17"})
    void assignmentWithGoalsIsCommunicatedWithTheFamily() {
        desk.startDocument(caseNumber, "assignment");
        desk.fill("insasg:needs", "Stöd i vardagens rutiner");
        desk.fill("insasg:followUpForms", "Möte var sjätte månad");
        desk.addGoal("Skolgång varje dag");
        desk.addGoal("Lugna kvällar hemma");
        shoot("03-assignment-form");
        assignment = desk.saveNew();
        clock.setTo("2026-02-03");
        desk.document(caseNumber, assignment);

        desk.act("communicate");
        assertThat(desk.browser().see("[data-input='date'] input.date").getAttribute("value"))
                .isEqualTo("2026-02-03");
        desk.perform();

        assertThat(status(staff.caseWorker(), assignment)).isEqualTo("COMMUNICATED");
        shoot("04-assignment-communicated");
    }

    @Test
    @Order(3)
    @Covers("BR-06")
    void orderIsNotSentBeforeDecisionAndConsent() {
        desk.startDocument(caseNumber, "order");
        order = desk.saveNew();

        desk.act("send");
        String problem = desk.tryToPerform();

        assertThat(problem).contains("amtycke");
        shoot("05-order-refused");
        assertThat(status(staff.caseWorker(), order)).isEqualTo("DRAFT");
    }

    @Test
    @Order(4)
    @Covers({"CON-02", "DOC-ASG-18"})
    void assignmentIsConsentedWhenBothGuardiansHaveSaidYes() {
        consent("Vera Testsson");
        assertThat(status(staff.caseWorker(), assignment)).isEqualTo("COMMUNICATED");

        consent("Nils Testsson");

        assertThat(status(staff.caseWorker(), assignment)).isEqualTo("CONSENTED");
    }

    private void consent(String guardian) {
        desk.document(caseNumber, assignment);
        desk.act("consent");
        desk.inputText("personId", guardian);
        desk.inputChoice("capacity", "GUARDIAN");
        desk.inputChoice("answer", "GIVEN");
        desk.inputChoice("form", "WRITTEN");
        shoot("06-consent");
        assertNoBarriers();
        desk.perform();
    }

    @Test
    @Order(5)
    @Covers({"ORD-83", "BR-05"})
    void decisionGrantsForALimitedTime() {
        clock.setTo("2026-02-05");
        desk.startDocument(caseNumber, "decision");
        desk.choose("insdec:decisionType", "GRANT");
        desk.choose("insdec:legalBasis", "SOL");
        desk.fill("insdec:grantFrom", "2026-02-09");
        decision = desk.saveNew();
        desk.act("decide");
        assertThat(desk.tryToPerform()).isNotEmpty();

        desk.edit();
        desk.fill("insdec:grantTo", "2026-11-08");
        desk.save();
        desk.act("decide");
        desk.perform();

        assertThat(status(staff.caseWorker(), decision)).isEqualTo("ESTABLISHED");
        assertThat(interventionState(staff.caseWorker())).isEqualTo("GRANTED");
    }

    @Test
    @Order(6)
    @Covers({"ORD-42", "ORD-46", "ORD-09"})
    void orderIsSentFromTheDocumentLibrary() {
        clock.setTo("2026-02-06");
        desk.document(caseNumber, order);
        desk.edit();
        desk.chooseOnly("insord:decisionRef");
        desk.chooseOnly("insord:assignmentRef");
        desk.save();

        desk.folder("/Insats/Cases/2026/" + caseNumber + "/" + caseNumber + "-I01");
        desk.actsInLibrary(caseNumber + "-BST-01");
        desk.act("send");
        shoot("07-send-in-library");
        assertThat(desk.browser().accessibilityFindings("dialog")).isEmpty();
        assertThat(desk.tryToPerform()).isEmpty();

        desk.browser().waitUntil("!document.querySelector('dialog')");
        assertThat(status(staff.caseWorker(), order)).isEqualTo("RECEIVED");
        desk.folder("/Insats/Cases/2026/" + caseNumber);
        desk.actsInLibrary(caseNumber + "-JRN-01");
        desk.act("establish");
        assertThat(desk.tryToPerform()).isEmpty();
        desk.browser().waitUntil("!document.querySelector('dialog')");
    }

    @Test
    @Order(7)
    @Covers({"CON-110", "ORD-53"})
    void unitManagerAllocatesAndThePerformerDoesNotSeeTheDecision() {
        desk.sitDown(staff.unitManager());
        desk.document(caseNumber, order);
        desk.act("allocate");
        desk.inputChoice("userName", staff.treatmentLead().userName());
        desk.inputChoice("forum", "UNIT_MANAGER");
        shoot("08-allocate");
        desk.perform();

        desk.sitDown(staff.treatmentLead());
        desk.page("insats-case?case=" + caseNumber);
        shoot("09-case-of-the-performer");
        assertThat(desk.browser().text()).contains("Beställning").doesNotContain(caseNumber + "-BES-01");
        assertThat(status(staff.treatmentLead(), order)).isEqualTo("ALLOCATED");
    }

    @Test
    @Order(8)
    @Covers({"DL-06", "DLC-16", "ORD-48"})
    void coordinatorIsRemindedLateAndChecksTheExecution() {
        desk.sitDown(staff.coordinator());
        clock.morningOf("2026-02-12");
        assertThat(desk.tasks(caseNumber)).isEmpty();
        clock.morningOf("2026-02-13");
        assertThat(desk.tasks(caseNumber).toString()).contains("DL-06 Snart dags");
        clock.morningOf("2026-02-21");
        assertThat(desk.tasks(caseNumber).toString()).contains("DL-06 Försenad");
        clock.morningOf("2026-02-27");
        desk.task(caseNumber, "DL-06");
        desk.fill("inswf:checkDate", "2026-02-27");
        desk.choose("inswf:executionStatus", "START_UP_BOOKED");
        shoot("10-task-execution-check");
        assertNoBarriers();
        desk.completeTask();

        JsonNode checked = read(staff.caseWorker(), "documents/" + order);
        assertThat(checked.at("/fields/executionCheckDate").asText()).isEqualTo("2026-02-27");
        assertThat(checked.at("/fields/executionCheckBy").asText())
                .isEqualTo(staff.coordinator().userName());
    }

    @Test
    @Order(9)
    @Covers({"STA-20", "STA-21", "STA-22", "BR-63"})
    void startUpMeetingIsMadeWithSharesOwnFormAndHandsTheCaseOver() {
        desk.sitDown(staff.caseWorker());
        desk.folder("/Insats/Cases/2026/" + caseNumber + "/" + caseNumber + "-I01");
        desk.browser().click("button[id$='createContent-button-button']");
        shoot("11-create-menu");
        desk.browser().click("li.yuimenuitem a[href*='itemId=insmtg:meeting']");
        desk.stockFill("insmtg_place", "Socialkontoret");
        shoot("12-meeting-in-shares-form");
        desk.browser().click("button[id$='form-submit-button']");
        desk.browser().waitUntil("location.pathname.endsWith('document-details')");
        meeting = desk.browser().address().replaceAll(".*SpacesStore/([\\w-]+).*", "$1");

        desk.sitDown(staff.treatmentLead());
        desk.document(caseNumber, meeting);
        desk.act("book");
        desk.browser().retype("[data-input='date'] input.date", "2026-03-02");
        desk.browser().retype("[data-input='date'] input.time", "13:00");
        desk.perform();
        clock.setTo("2026-03-02");
        desk.sitDown(staff.caseWorker());
        desk.document(caseNumber, meeting);
        desk.edit();
        desk.fill("insmtg:needsPresented", "Behoven i uppdraget gicks igenom");
        desk.fill("insmtg:methodsPresented", "Hembesök och samtal");
        desk.fill("insmtg:roleAgreement", "Kontakter går genom handläggaren");
        desk.browser()
                .waitUntil("document.querySelector(\"[data-field='insmtg:caseHandover'] option[value='"
                        + staff.followUpCaseWorker().userName() + "']\")");
        desk.choose("insmtg:caseHandover", staff.followUpCaseWorker().userName());
        desk.tick("ins:participants", "Vera Testsson");
        desk.save();
        desk.act("hold");
        shoot("13-meeting-held");
        desk.perform();

        assertThat(status(staff.caseWorker(), meeting)).isEqualTo("HELD");
        assertThat(read(staff.followUpCaseWorker(), "cases/" + caseNumber)
                        .path("responsibleCaseWorker")
                        .asText())
                .isEqualTo(staff.followUpCaseWorker().userName());
    }

    @Test
    @Order(10)
    @Covers({"STA-25", "BR-64"})
    void executionIsDatedToTheMeeting() {
        clock.setTo("2026-03-03");
        desk.sitDown(staff.unitManager());
        desk.document(caseNumber, meeting);
        desk.act("execute");
        assertThat(desk.browser().see("[data-input='date'] input.date").getAttribute("value"))
                .isEqualTo("2026-03-02");
        desk.perform();

        assertThat(interventionState(staff.followUpCaseWorker())).isEqualTo("RUNNING");
    }

    @Test
    @Order(11)
    @Covers({"PLN-21", "PLN-33", "DOC-IMP-15"})
    void planIsEstablishedCopiedAndSigned() {
        clock.setTo("2026-03-09");
        desk.sitDown(staff.treatmentLead());
        desk.startDocument(caseNumber, "implementationPlan");
        desk.fill("inspln:goalsAndPurpose", "Som i uppdraget");
        desk.fill("inspln:interventionContent", "Hembesök varje vecka");
        desk.fill("inspln:responsibilityDivision", "Behandlaren håller i hembesöken");
        desk.fill("inspln:followUpMethod", "Möte var sjätte månad");
        desk.fill("ins:participation", "Barnet och vårdnadshavarna var med och skrev");
        desk.tick("ins:preparedWith", "Vera Testsson", "Nils Testsson");
        shoot("14-plan-form");
        plan = desk.saveNew();
        desk.act("establish");
        desk.perform();
        assertThat(status(staff.treatmentLead(), plan)).isEqualTo("ESTABLISHED");
        clock.setTo("2026-03-10");
        desk.document(caseNumber, plan);
        desk.act("sendCopy");
        desk.perform();
        desk.act("requestSignature");
        desk.perform();
        clock.setTo("2026-03-16");
        desk.document(caseNumber, plan);
        desk.act("registerSignedCopy");
        desk.perform();

        assertThat(status(staff.followUpCaseWorker(), plan)).isEqualTo("SIGNED");
        assertThat(read(staff.followUpCaseWorker(), "documents/" + plan)
                        .at("/fields/copySent")
                        .asText())
                .isEqualTo("2026-03-10");
        shoot("15-plan-signed");
    }

    @Test
    @Order(12)
    @Covers({"DL-15", "FUP-15"})
    void sixMonthFollowUpIsRegisteredOnSharesOwnTaskPage() {
        clock.morningOf("2026-08-26");
        desk.sitDown(staff.followUpCaseWorker());
        assertThat(desk.tasks(caseNumber).toString()).contains("DL-15");
        clock.setTo("2026-09-01");
        JsonNode task = task(staff.followUpCaseWorker(), "DL-15");
        desk.stockPage("task-edit?taskId=activiti$" + task.path("id").asText().replace("activiti$", ""));
        desk.stockFill("inswf_heldDate", "2026-09-01");
        desk.browser()
                .waitUntil(
                        "[...document.querySelectorAll('insats-control label.check-line')].some(label => label.textContent.includes('Vera Testsson'))");
        desk.browser()
                .script(
                        "[...document.querySelectorAll('insats-control label.check-line')].find(label => label.textContent.includes('Vera Testsson')).click()");
        desk.browser()
                .script(
                        "const select = document.querySelector(\"select[id$='prop_inswf_caseWorkerPresent-control']\");"
                                + "if (select) { select.value = 'true'; select.dispatchEvent(new Event('change', {bubbles: true})); }");
        shoot("16-task-in-shares-form");
        desk.browser().click("button[id*='prop_transitions']");
        desk.browser().waitUntil("!location.pathname.endsWith('task-edit')");

        JsonNode held =
                find(read(staff.followUpCaseWorker(), "cases/" + caseNumber).path("documents"), "kind", "followUp");
        followUp = held.path("id").asText();
        assertThat(held.path("status").asText()).isEqualTo("HELD");
    }

    private JsonNode task(Api who, String ruleId) {
        for (JsonNode task : read(who, "tasks?mine=true").path("items")) {
            if (task.path("caseNumber").asText().equals(caseNumber)
                    && task.path("ruleId").asText().equals(ruleId)) {
                return task;
            }
        }
        throw new AssertionError("No task for " + ruleId);
    }

    private static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.path(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("Nothing with " + field + " = " + value);
    }

    @Test
    @Order(13)
    @Covers({"FUP-16", "BR-72", "BR-73"})
    void followUpIsMeasuredAgainstAssignmentAndPlan() {
        desk.document(caseNumber, followUp);
        desk.act("document");
        assertThat(desk.tryToPerform()).isNotEmpty();
        desk.edit();
        desk.fill("insfup:measuredAgainstNeeds", "Behoven är tillgodosedda");
        desk.fill("insfup:measuredAgainstPlan", "Planen har följts");
        desk.fill("ins:participation", "Barnet berättade själv");
        for (int goal = 1; goal <= 2; goal++) {
            String place = "[data-field='insfup:goalResult'] li:nth-of-type(" + goal + ")";
            desk.browser().retype(place + " textarea", "Målet är nått");
            desk.browser().choose(place + " select", "POSITIVE_MET");
        }
        desk.tick("insfup:outcome", "Avslutas");
        desk.choose("insfup:endingReason", "GOALS_MET");
        shoot("17-follow-up-form");
        desk.save();
        desk.act("document");
        desk.perform();

        assertThat(status(staff.followUpCaseWorker(), followUp)).isEqualTo("DOCUMENTED");
    }

    @Test
    @Order(14)
    @Covers("DL-57")
    void endOfTheGrantIsNoticedAMonthBefore() {
        clock.morningOf("2026-10-08");
        desk.task(caseNumber, "DL-57");
        desk.fill("inswf:notExtendedDate", "2026-10-08");
        desk.completeTask();

        assertThat(desk.tasks(caseNumber).toString()).doesNotContain("DL-57");
    }

    @Test
    @Order(15)
    @Covers({"END-20", "BR-92"})
    void caseWorkerEndsTheIntervention() {
        clock.morningOf("2026-11-06");
        desk.startDocument(caseNumber, "ending");
        desk.choose("insend:endingKind", "PLANNED");
        desk.choose("insend:endingReason", "GOALS_MET");
        desk.fill("insend:endingReasonText", "Målen är nådda");
        desk.fill("insend:endDate", "2026-11-06");
        ending = desk.saveNew();
        desk.act("end");
        desk.perform();

        assertThat(status(staff.followUpCaseWorker(), ending)).isEqualTo("ENDED_BY_CASE_WORKER");
        shoot("18-ended-by-case-worker");
    }

    @Test
    @Order(16)
    @Covers({"DL-28", "END-21"})
    void treatmentLeadFinishesTheDocumentation() {
        clock.morningOf("2026-11-13");
        desk.sitDown(staff.treatmentLead());
        clock.setTo("2026-11-16");
        desk.task(caseNumber, "DL-28");
        desk.fill("inswf:documentationDate", "2026-11-16");
        desk.completeTask();

        assertThat(interventionState(staff.followUpCaseWorker())).isEqualTo("DOCUMENTED");
    }

    @Test
    @Order(17)
    @Covers({"DL-29", "END-22"})
    void unitManagerClosesAndTheCaseSaysSo() {
        clock.morningOf("2026-11-17");
        desk.sitDown(staff.unitManager());
        clock.setTo("2026-11-18");
        desk.task(caseNumber, "DL-29");
        desk.fill("inswf:closingDate", "2026-11-18");
        desk.completeTask();

        assertThat(interventionState(staff.followUpCaseWorker())).isEqualTo("ENDED");
        desk.sitDown(staff.followUpCaseWorker());
        desk.page("insats-case?case=" + caseNumber);
        assertThat(desk.browser().see(".step-now").getText()).contains("Avslutad");
        assertThat(desk.browser().title()).isEqualTo("Ärende " + caseNumber + " – Insats");
        shoot("19-case-closed");
        assertNoBarriers();
    }

    @Test
    @Order(18)
    void boardAndCaseTellWhatIsToBeDone() {
        desk.sitDown(staff.followUpCaseWorker());
        desk.page("insats-deadlines");
        desk.browser().click("[data-scope='unit']");
        desk.settle();
        shoot("20-board");
        assertNoBarriers();
        desk.page("insats-case?case=" + caseNumber);
        assertThat(desk.browser().all(".timeline-mark")).isNotEmpty();
        assertThat(desk.browser().all(".goal .chart")).isNotEmpty();
        shoot("21-case-at-a-glance");
        assertNoBarriers();
    }

    @Test
    @Order(19)
    void administratorSeesHowTheInstallationStands() {
        desk.sitDown(target.admin(), System.getProperty("repo.password", "admin"));
        desk.page("insats-admin");
        desk.browser().see("[data-check='PROFILES-OK']");
        desk.browser().see(".insats-tabs a[aria-current='page'][href$='insats-admin']");
        shoot("22-administration");
        assertNoBarriers();
    }

    @Test
    @Order(20)
    void everyPageIsThereInEnglishToo() {
        try (ShareDesk english =
                ShareDesk.at(URI.create(System.getProperty("share.url").replaceAll("/?$", "/")), "en")) {
            english.sitDown(staff.followUpCaseWorker());
            for (String page : List.of(
                    "insats-cases",
                    "insats-new-case",
                    "insats-case?case=" + caseNumber,
                    "insats-document?case=" + caseNumber + "&document=" + followUp,
                    "insats-new-document?case=" + caseNumber + "&kind=order",
                    "insats-tasks",
                    "insats-deadlines",
                    "insats-contractors",
                    "insats-new-contractor",
                    "insats-meetings",
                    "insats-reports",
                    "insats-stand-ins",
                    "insats-access-log",
                    "insats-exceptional-access",
                    "insats-scans")) {
                english.page(page);
                english.browser().shoot("share-en-" + page.replaceAll("\\?.*", ""));
                assertThat(english.browser().text())
                        .as(page)
                        .contains("My tasks")
                        .doesNotContain("Mina uppgifter");
                assertThat(english.browser().accessibilityFindings(".insats-page"))
                        .as(page)
                        .isEmpty();
            }
        }
    }
}
