package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.LocalDate;
import org.insats.acceptance.Target;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** The workbench's clock moves the time of a demonstration; administrators only. */
class ClockTest {

    @Test
    void clockMovesAWeekAndThePageFollows() {
        Target target = Target.get();
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        try (Browser browser = Browser.start("sv")) {
            browser.openAfresh(target.workbench());
            browser.type("#user", "admin");
            browser.type("#password", "admin");
            browser.press(Keys.ENTER);
            LocalDate before = LocalDate.parse(browser.see(".clock-now time").getText());
            browser.click(".clock-buttons button:nth-child(2)");
            browser.waitForText(".clock-now time", before.plusDays(7).toString());
            assertThat(browser.accessibilityFindings()).isEmpty();
        } finally {
            target.admin().post("/s/insats/test/clock/reset", "{}");
        }
    }
}
