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
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

/** The workbench in a real browser: it works by keyboard, in two languages, without barriers, and shows text as text. */
class WorkbenchTest {

    private static final String UNIT = "WEB";
    private static final String WORKER = "prov.webb";
    private static final String SCRIPT = "<script>window.insatsHacked = true</script>";
    private static final String CHILD = "Test Testsson " + SCRIPT;
    private static Browser browser;
    private static Target target;
    private static String caseNumber;

    @BeforeAll
    static void prepare() {
        target = Target.get();
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        new People(target.admin()).inRole(WORKER, "CASE_WORKER", UNIT);
        Api worker = target.as(WORKER);
        JsonNode made = worker.post(
                        "/s/insats/v1/cases",
                        Map.of(
                                "profile",
                                "motala-srv",
                                "unit",
                                UNIT,
                                "performerUnit",
                                "SRV",
                                "service",
                                "OPEN_CARE",
                                "client",
                                Map.of(
                                        "name",
                                        CHILD,
                                        "birthDate",
                                        "2014-05-05",
                                        "protectedIdentity",
                                        false,
                                        "interpreterNeed",
                                        false),
                                "persons",
                                List.of(Map.of(
                                        "name",
                                        "Prov Provsson",
                                        "relation",
                                        "GUARDIAN",
                                        "protectedIdentity",
                                        false,
                                        "interpreterNeed",
                                        false))))
                .expect(201);
        caseNumber = made.path("caseNumber").asText();
        browser = Browser.start("sv");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void logIn() {
        browser.openAfresh(target.workbench());
        browser.type("#user", WORKER);
        browser.type("#password", People.PASSWORD);
        browser.press(Keys.ENTER);
        browser.see("#page-title");
        browser.settle();
    }

    @Test
    void wrongPasswordSaysWhatToDo() {
        browser.openAfresh(target.workbench());
        browser.type("#user", WORKER);
        browser.type("#password", "fel");
        browser.press(Keys.ENTER);
        assertThat(browser.see("[role=alert]").getText()).contains("Kontrollera båda");
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sv, cases, Ärenden",
        "en, cases, Cases",
        "sv, tasks, Mina uppgifter",
        "en, tasks, My tasks",
        "sv, deadlines, Tidsfrister",
        "en, deadlines, Deadlines",
        "sv, contractors, Uppdragstagare",
        "en, contractors, Contractors",
        "sv, new-contractor, Ny uppdragstagare",
        "en, new-contractor, New contractor",
        "sv, meetings, Fördelningsmöten",
        "en, meetings, Allocation meetings",
        "sv, reports, Rapporter",
        "en, reports, Reports",
        "sv, standIns, Ersättare",
        "en, standIns, Stand-ins",
        "sv, accessLog, Åtkomstlogg",
        "en, accessLog, Access log",
        "sv, exceptional-access, Begär särskild åtkomst",
        "en, exceptional-access, Ask for exceptional access",
        "sv, scans, Skanningskö",
        "en, scans, Scan queue",
        "sv, new-case, Nytt ärende",
        "en, new-case, New case",
        "sv, forms, Formulär",
        "en, forms, Forms"
    })
    void everyPageIsWholeInBothLanguagesAndWithoutBarriers(String language, String page, String heading) {
        browser.click(".language[lang=" + language + "]");
        browser.go("#/" + page);
        browser.waitForText("#page-title", heading);
        browser.settle();
        browser.shoot(page + "-" + language);
        assertThat(browser.title()).isEqualTo(heading + " – Insats");
        assertThat(browser.script("return document.documentElement.lang")).isEqualTo(language);
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "sv, decisionBasis",
        "sv, assignment",
        "sv, consent",
        "sv, decision",
        "sv, order",
        "sv, meeting",
        "sv, implementationPlan",
        "sv, followUp",
        "sv, ending",
        "en, journalNote",
        "sv, extension",
        "en, resourceAllocation",
        "sv, enrolmentNotice",
        "en, allowanceRecord"
    })
    void everyFormIsDrawnWithoutBarriers(String language, String kind) {
        browser.click(".language[lang=" + language + "]");
        browser.go("#/cases/" + caseNumber + "/new/" + kind);
        browser.see("insats-form form");
        browser.settle();
        browser.shoot("form-" + kind + "-" + language);
        assertThat(browser.all("insats-form .field")).isNotEmpty();
        assertThat(browser.text()).doesNotContain("insats.field.", "insats.set.", "insats.help.");
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @Test
    void caseShowsTextAsText() {
        browser.go("#/cases/" + caseNumber);
        browser.waitForText(".people", CHILD);
        browser.shoot("case-sv");
        assertThat(browser.script("return window.insatsHacked === undefined")).isEqualTo(true);
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @Test
    void administratorSeesFirstStepsChecksAndWhatAProfileWouldChange() {
        browser.openAfresh(target.workbench());
        browser.type("#user", "admin");
        browser.type("#password", "admin");
        browser.press(Keys.ENTER);
        browser.see("nav a[href='#/admin']");
        browser.go("#/admin");
        browser.see("[data-check='PROFILES-OK']");
        browser.settle();
        browser.choose(".which-profile", "motala-srv");
        browser.see("input[data-rule='DL-06']");
        browser.settle();
        browser.retype("input[data-rule='DL-06']", "3");
        browser.type(".example input[name='orderReceived']", "2026-02-02");
        browser.click(".example button[type=submit]");
        browser.waitForText(".outcome", "7 dagar senare");
        browser.click(".save-profile [data-check]");
        browser.waitForText(".profile .problems", "Profilen kan användas");
        browser.shoot("admin-sv");
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.click(".language[lang=en]");
        browser.waitForText("#page-title", "Administration");
        browser.settle();
        browser.shoot("admin-en");
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @Test
    void titlesAndAddressesHoldNothingPersonal() {
        browser.go("#/cases/" + caseNumber);
        browser.waitForText(".people", CHILD);
        assertThat(browser.title()).isEqualTo("Ärende " + caseNumber + " – Insats");
        assertThat(browser.address()).endsWith("#/cases/" + caseNumber);
    }

    @Test
    @Covers("DOC-JRN-04")
    void noteIsWrittenSavedAndShownThroughItsForm() {
        browser.go("#/cases/" + caseNumber + "/new/journalNote");
        browser.see("insats-form form");
        browser.type("[data-field='ins:noteDate'] input.date", "2026-03-02");
        browser.script("const select = document.querySelector(\"[data-field='ins:noteType'] select\");"
                + "select.value = 'FAMILY_CONTACT'; select.dispatchEvent(new Event('change'))");
        browser.type("[data-field='ins:noteText'] textarea", "Samtal om skolan " + SCRIPT);
        browser.click("insats-form button[type=submit]");
        browser.waitForText("#page-title", "Journalanteckning i ärende " + caseNumber);
        browser.waitForText("insats-form", "Samtal om skolan " + SCRIPT);
        browser.settle();
        browser.shoot("document-sv");
        assertThat(browser.title()).isEqualTo("Journalanteckning i ärende " + caseNumber + " – Insats");
        assertThat(browser.script("return window.insatsHacked === undefined")).isEqualTo(true);
        assertThat(browser.accessibilityFindings()).isEmpty();
        JsonNode overview =
                target.as(WORKER).get("/s/insats/v1/cases/" + caseNumber).expect(200);
        assertThat(overview.path("documents").findValuesAsText("kind")).contains("journalNote");
        overview.path("documents").forEach(document -> {
            if (document.path("kind").asText().equals("journalNote")) {
                assertThat(document.path("interventionId").asText())
                        .as("a contact with the family counts for the intervention")
                        .isEqualTo(overview.at("/interventions/0/id").asText());
            }
        });
    }

    @Test
    void wrongDateIsToldAtItsField() {
        browser.go("#/cases/" + caseNumber + "/new/assignment");
        browser.type("[data-field='insasg:assignmentDate'] input.date", "2026-02-30");
        browser.press(Keys.TAB);
        browser.waitForText("[data-field='insasg:assignmentDate'] [role=alert]", "åååå-mm-dd");
        assertThat(browser.see("[data-field='insasg:assignmentDate'] input.date")
                        .getDomAttribute("aria-invalid"))
                .isEqualTo("true");
    }

    @Test
    void everythingIsReachedByKeyboardAndTheFocusIsSeen() {
        browser.openAfresh(target.workbench());
        browser.see("#user");
        browser.press(WORKER, Keys.TAB, People.PASSWORD, Keys.ENTER);
        browser.see("#page-title");
        browser.settle();
        browser.reload();
        browser.settle();
        assertThat(browser.tabTo(".skip", 1))
                .as("the way past the menu comes first")
                .isTrue();
        assertThat(browser.tabTo("nav a[href='#/cases']", 1))
                .as("then the menu")
                .isTrue();
        assertThat(browser.tabTo("insats-cases a", 30)).as("first case").isTrue();
        assertThat(browser.script("return getComputedStyle(document.activeElement).outlineStyle"))
                .isEqualTo("solid");
        browser.press(Keys.ENTER);
        browser.see(".path");
        browser.settle();
        assertThat(browser.tabTo("#new-document", 60))
                .as("choice of a new document")
                .isTrue();
        assertThat(browser.tabTo(".line-form button", 2)).as("button after it").isTrue();
        browser.press(Keys.ENTER);
        browser.see("insats-form form");
        assertThat(browser.tabTo("insats-form input.date", 30))
                .as("first field of the form")
                .isTrue();
    }

    @Test
    void narrowWindowNeedsNoSidewaysScrolling() {
        try {
            browser.width(500);
            browser.go("#/cases/" + caseNumber);
            browser.see(".path");
            assertThat((Long) browser.script("return document.documentElement.scrollWidth - window.innerWidth"))
                    .isLessThanOrEqualTo(0L);
        } finally {
            browser.width(1440);
        }
    }
}
