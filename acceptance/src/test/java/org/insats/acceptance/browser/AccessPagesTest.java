package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insats.acceptance.People;
import org.insats.acceptance.Target;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.openqa.selenium.Keys;

/** The pages of who answers for secrecy: exceptional access, the access log with its samples, stand-ins; in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AccessPagesTest {

    private static final String API = "/s/insats/v1";
    private static final String UNIT =
            "INSYN" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    private static final String WORKER = "insyn.handlaggare";
    private static final String COLLEAGUE = "insyn.kollega";
    private static final String MANAGER = "insyn.chef";
    private static final String STRANGER = "insyn.annan";
    private static final String REASON = "Jourärende, ansvarig handläggare nås inte";

    private static Browser browser;
    private static Target target;
    private static String caseNumber;

    @BeforeAll
    static void prepare() {
        target = Target.get();
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        // The browser shows machine time; another test may have left the repository at another.
        target.admin().post("/s/insats/test/clock/reset", Map.of()).expect(200);
        People people = new People(target.admin());
        people.inRole(WORKER, "CASE_WORKER", UNIT);
        people.inRole(COLLEAGUE, "CASE_WORKER", UNIT);
        people.inRole(MANAGER, "UNIT_MANAGER", UNIT);
        people.inRole(STRANGER, "CASE_WORKER", UNIT + "X");
        caseNumber = target.as(WORKER)
                .post(
                        API + "/cases",
                        Map.of(
                                "profile",
                                "motala-srv",
                                "unit",
                                UNIT,
                                "performerUnit",
                                UNIT + "R",
                                "service",
                                "OPEN_CARE",
                                "client",
                                Map.of("name", "Prov Testsson", "birthDate", "2014-05-05"),
                                "persons",
                                List.of()))
                .expect(201)
                .path("caseNumber")
                .asText();
        browser = Browser.start("sv");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private static void logIn(String userName, String language) {
        browser.openAfresh(target.workbench());
        browser.type("#user", userName);
        browser.type("#password", People.PASSWORD);
        browser.press(Keys.ENTER);
        browser.see("#page-title");
        browser.click(".language[lang=" + language + "]");
        browser.settle();
    }

    private static void isWhole(String picture) {
        browser.settle();
        browser.shoot(picture);
        assertThat(browser.accessibilityFindings()).as(picture).isEmpty();
        assertThat(browser.title() + browser.address()).doesNotContain("Testsson", REASON);
    }

    @Test
    @Order(1)
    @Covers("CON-118")
    void whoHasNoPartInACaseAsksForAccessByKeyboardAndReadsIt() {
        logIn(STRANGER, "sv");
        browser.go("#/cases/" + caseNumber);
        browser.see("[role=alert]");
        isWhole("exceptional-not-seen-sv");
        browser.click("a[href='#/exceptional-access/" + caseNumber + "']");
        browser.waitForText("#page-title", "Begär särskild åtkomst");
        isWhole("exceptional-ask-sv");

        assertThat(browser.tabTo("textarea[name=reason]", 40)).isTrue();
        browser.press(REASON);
        assertThat(browser.tabTo("button[type=submit]", 5)).isTrue();
        browser.press(Keys.ENTER);

        browser.waitForText(".given", "Du har åtkomst till och med");
        isWhole("exceptional-given-sv");
        browser.click(".given a");
        browser.see(".case-head");
    }

    @Test
    @Order(2)
    @Covers("CON-118")
    void theManagerSeesWhoLookedWithoutARoleAndEndsTheAccess() {
        logIn(MANAGER, "sv");
        browser.go("#/accessLog");
        browser.type("input[maxlength='11']", caseNumber);
        browser.press(Keys.ENTER);
        browser.waitForText("insats-access-log table", STRANGER);
        browser.waitForText("insats-access-log table", "Ingen roll");
        isWhole("access-log-case-sv");

        click("Särskild åtkomst");
        browser.waitForText("insats-access-log table", "Jourärende");
        isWhole("access-log-exceptions-sv");
        browser.click("insats-access-log table button");
        browser.waitForText("insats-access-log table", "Avslutad");
        assertThat(target.as(STRANGER).get(API + "/cases/" + caseNumber).status())
                .isEqualTo(404);
    }

    private static void click(String segment) {
        browser.script(
                "[...document.querySelectorAll('.segment')].find(each => each.textContent === arguments[0]).click()",
                segment);
        browser.settle();
    }

    @Test
    @Order(3)
    @Covers("CON-118")
    void aSampleIsDrawnReviewedAndSigned() {
        logIn(MANAGER, "en");
        browser.go("#/accessLog");
        click("Samples");
        browser.type(".search-row input", UNIT);
        browser.press(Keys.ENTER);
        browser.see("textarea[name=remark]");
        isWhole("access-log-sample-en");

        browser.type("textarea[name=remark]", "Alla tittade i tjänsten");
        browser.click("form:has(textarea[name=remark]) button[type=submit]");

        browser.waitForText("insats-access-log", "Reviewed by " + MANAGER);
        for (String view : new String[] {"One person", "Without a role in the case", "Exceptional access"}) {
            click(view);
            isWhole("access-log-" + view.replace(' ', '-') + "-en");
        }
    }

    @Test
    @Order(4)
    @Covers("BR-110")
    void theManagerSetsAStandInAndEndsIt() {
        String today = LocalDate.now(ZoneId.of("Europe/Stockholm")).toString();
        logIn(MANAGER, "sv");
        browser.go("#/standIns");
        browser.settle();
        browser.choose("select[name=absent]", WORKER);
        browser.choose("select[name=userName]", COLLEAGUE);
        browser.script("document.querySelectorAll('input.date').forEach(each => each.value = '')");
        browser.all("input.date").forEach(each -> each.sendKeys(today));
        browser.click("insats-stand-ins button[type=submit]");
        browser.waitForText("insats-stand-ins table", caseNumber);
        isWhole("stand-ins-sv");
        assertThat(target.as(COLLEAGUE).get(API + "/cases/" + caseNumber).status())
                .isEqualTo(200);

        browser.click("insats-stand-ins table button");

        browser.waitForText("insats-stand-ins", "Ingen ersätts just nu");
        assertThat(target.as(COLLEAGUE).get(API + "/cases/" + caseNumber).status())
                .isEqualTo(404);
        browser.click(".language[lang=en]");
        isWhole("stand-ins-en");
    }

    @Test
    @Order(5)
    @Covers("CON-118")
    void anAdministratorChecksTheLog() {
        browser.openAfresh(target.workbench());
        browser.type("#user", "admin");
        browser.type("#password", "admin");
        browser.press(Keys.ENTER);
        browser.see("#page-title");
        browser.click(".language[lang=sv]");
        browser.go("#/accessLog");
        click("Kontroll av loggen");
        browser.click("insats-access-log button.primary");
        browser.waitForText("insats-access-log", "poster i");
        isWhole("access-log-check-sv");
    }
}
