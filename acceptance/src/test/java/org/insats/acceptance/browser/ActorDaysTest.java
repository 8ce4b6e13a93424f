package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.insats.acceptance.Api;
import org.insats.acceptance.People;
import org.insats.acceptance.Staff;
import org.insats.acceptance.Target;
import org.insats.acceptance.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A day of each actor on the screen that offices have, 1366 by 768, in Swedish and in English: what they come for is in sight, nothing is
 * without a text, and nothing stands in the way of anybody. The pictures are kept under {@code target/screenshots}.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ActorDaysTest {

    private static final Pattern TEXT_KEY = Pattern.compile(
            "\\b(?:admin|board|case|cases|days|deadlines|documents|goals|list|members|people|profiles|reports|tasks|timeline)\\.[a-zA-Z]+");
    private static final int WIDTH = 1366;
    private static final int HEIGHT = 768;

    private Target target;
    private TestClock clock;
    private Browser browser;
    private Staff staff;
    private String registrar;
    private String caseNumber;
    private String plan;
    private String loggedIn = "";

    @BeforeAll
    void aCaseRunsAndItsFollowUpIsLate() {
        target = Target.get();
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        clock = new TestClock(target.admin());
        clock.setTo("2026-02-02");
        staff = Staff.of(target, "day");
        registrar = new People(target.admin()).inGroup("dag.registrator", "INSATS_REGISTRAR");
        RunningCase running = RunningCase.begun(staff, "2026-02-02");
        caseNumber = running.caseNumber();
        plan = running.plan();
        clock.morningOf("2026-02-05");
        clock.morningOf("2026-08-20");
        browser = Browser.start("sv");
    }

    @AfterAll
    void close() {
        if (browser != null) {
            browser.close();
        }
        if (clock != null) {
            clock.reset();
        }
    }

    Stream<Arguments> days() {
        String aCase = "#/cases/" + caseNumber;
        List<Arguments> days = new ArrayList<>();
        for (String language : List.of("sv", "en")) {
            days.add(day(language, "case-worker", staff.caseWorker(), "#/cases", "#/tasks", "#/deadlines", aCase));
            days.add(day(
                    language,
                    "follow-up-case-worker",
                    staff.followUpCaseWorker(),
                    aCase,
                    aCase + "/new/followUp",
                    "#/deadlines"));
            days.add(day(language, "coordinator", staff.coordinator(), "#/tasks", "#/deadlines"));
            days.add(day(language, "lead-social-worker", staff.leadSocialWorker(), aCase, "#/deadlines"));
            days.add(day(language, "unit-manager", staff.unitManager(), "#/deadlines", "#/reports", aCase));
            days.add(day(
                    language, "treatment-lead", staff.treatmentLead(), "#/tasks", aCase, aCase + "/documents/" + plan));
            days.add(day(language, "registrar", target.as(registrar), "#/scans"));
            days.add(day(language, "administrator", target.admin(), "#/admin"));
        }
        return days.stream();
    }

    private static Arguments day(String language, String actor, Api who, String... pages) {
        return Arguments.of(language, actor, who, List.of(pages));
    }

    @ParameterizedTest(name = "{1} in {0}")
    @MethodSource("days")
    void everyPageOfTheDayIsWhole(String language, String actor, Api who, List<String> pages) {
        sitDown(who, language);
        int number = 0;
        for (String page : pages) {
            browser.go(page);
            browser.settle();
            number++;
            browser.shoot("day-" + actor + "-" + number + "-" + language);
            assertThat(browser.text())
                    .as(page)
                    .doesNotContain("undefined", "[object", "NaN", "insats.field", "insats.check", "insats.set")
                    .doesNotContainPattern(TEXT_KEY);
            assertThat(browser.all(".notice-error")).as(page).isEmpty();
            assertThat(browser.accessibilityFindings()).as(page).isEmpty();
        }
    }

    @Test
    void theEssentialsOfACaseAreInSightWithoutScrolling() {
        sitDown(staff.followUpCaseWorker(), "sv");
        browser.go("#/cases/" + caseNumber);
        browser.settle();
        for (String css : List.of(
                ".case-head .facts",
                "#new-document",
                ".path .step-now",
                ".timeline",
                ".board-row:first-child .board-title",
                ".goal:first-child .goal-text")) {
            assertThat(browser.script(
                            "const box = document.querySelector(arguments[0]).getBoundingClientRect();"
                                    + "return box.top >= 0 && box.bottom <= arguments[1]",
                            css,
                            HEIGHT))
                    .as(css)
                    .isEqualTo(true);
        }
    }

    @Test
    void aCaseComesWithOneRequest() {
        sitDown(staff.followUpCaseWorker(), "sv");
        browser.script("performance.clearResourceTimings()");
        browser.go("#/cases/" + caseNumber);
        browser.settle();
        assertThat((List<?>) browser.script("return performance.getEntriesByType('resource').map(each => each.name)"
                        + ".filter(name => name.includes('/insats/v1/'))"))
                .singleElement()
                .asString()
                .endsWith("/cases/" + caseNumber);
    }

    @Test
    void theFollowUpThatIsLateStandsFirstOnTheBoardAndIsDoneThere() {
        sitDown(staff.followUpCaseWorker(), "sv");
        browser.go("#/deadlines");
        browser.see(".board-overdue");
        String row = ".board-overdue .board-row[data-rule='DL-15']:has(a[href$='" + caseNumber + "'])";
        assertThat(browser.see(row).getText()).contains("Genomför uppföljning").contains("försenad");
        assertThat(browser.all(".board-group").get(0).getDomAttribute("class")).contains("board-overdue");
        browser.click(row + " button[aria-expanded]");
        browser.see(row + " .task-form *");
        browser.settle();
        browser.shoot("day-board-task-sv");
        assertThat(browser.accessibilityFindings()).isEmpty();
    }

    @Test
    void atTwiceTheSizeNothingIsCutOff() {
        sitDown(staff.followUpCaseWorker(), "sv");
        try {
            browser.size(WIDTH / 2, HEIGHT / 2);
            for (String page : List.of("#/cases/" + caseNumber, "#/deadlines", "#/tasks")) {
                browser.go(page);
                browser.settle();
                assertThat((Long) browser.script("return document.documentElement.scrollWidth - window.innerWidth"))
                        .as(page)
                        .isLessThanOrEqualTo(0L);
            }
        } finally {
            browser.size(WIDTH, HEIGHT);
        }
    }

    private void sitDown(Api who, String language) {
        browser.size(WIDTH, HEIGHT);
        if (!loggedIn.equals(who.userName())) {
            browser.openAfresh(target.workbench());
            browser.type("#user", who.userName());
            browser.type("#password", (who.userName().equals("admin") ? "admin" : People.PASSWORD) + "\n");
            browser.see("#page-title");
            browser.settle();
            loggedIn = who.userName();
        }
        if (browser.all(".language[lang=" + language + "][aria-pressed='false']")
                        .size()
                == 1) {
            browser.click(".language[lang=" + language + "]");
            browser.settle();
        }
    }
}
