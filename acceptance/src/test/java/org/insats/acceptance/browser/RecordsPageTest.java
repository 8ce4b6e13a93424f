package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insats.acceptance.People;
import org.insats.acceptance.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The archivist's desk in a real browser. */
class RecordsPageTest {

    private static final String API = "/s/insats/v1";
    private static final String UNIT =
            "ARK" + Long.toString(System.currentTimeMillis(), 36).toUpperCase(Locale.ROOT);
    private static final String REASON = "Begärd av domstol, prov";

    private static Browser browser;
    private static String archivist;
    private static String caseNumber;
    private static Target target;

    @BeforeAll
    static void prepare() {
        target = Target.get();
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        // The browser shows machine time; another test may have left the repository at another.
        target.admin().post("/s/insats/test/clock/reset", Map.of()).expect(200);
        People people = new People(target.admin());
        String worker = UNIT.toLowerCase(Locale.ROOT) + ".handlaggare";
        people.inRole(worker, "CASE_WORKER", UNIT);
        archivist = people.inGroup(UNIT.toLowerCase(Locale.ROOT) + ".arkivarie", "INSATS_ARCHIVIST");
        caseNumber = target.as(worker)
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
        target.as(archivist)
                .post(API + "/records/holds", Map.of("caseNumber", caseNumber, "reason", REASON))
                .expect(201);
        browser = Browser.start("sv");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theDeskShowsHoldsAndWhatIsComingInBothLanguages() {
        browser.openAfresh(target.workbench());
        browser.type("#user", archivist);
        browser.type("#password", People.PASSWORD);
        browser.press(Keys.ENTER);
        browser.see("#page-title");
        for (String language : List.of("sv", "en")) {
            browser.click(".language[lang=" + language + "]");
            browser.go("#/records");
            browser.waitForText("main", caseNumber);
            browser.settle();
            browser.shoot("records-" + language);

            assertThat(browser.accessibilityFindings()).as(language).isEmpty();
            assertThat(browser.title() + browser.address()).doesNotContain("Testsson", REASON);
        }
    }
}
