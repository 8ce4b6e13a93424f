package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.insats.acceptance.Api;
import org.insats.acceptance.PaperRound;
import org.insats.acceptance.People;
import org.insats.acceptance.ScannerDesk;
import org.insats.acceptance.Target;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.Keys;

/** The registrar works through the scan queue in a real browser and never touches a mouse. */
class ScanQueueTest {

    private static final String API = "/s/insats/v1";
    private static final String ERASE = Keys.BACK_SPACE.toString().repeat(20);

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Target target;
    private static ScannerDesk scanner;
    private static String caseNumber;

    @BeforeAll
    static void prepare() {
        target = Target.get();
        assumeTrue(target.isEmbedded(), "the workbench belongs to the embedded repository");
        new People(target.admin()).inRole("prov.ko", "CASE_WORKER", "KO");
        caseNumber = target.as("prov.ko")
                .post(
                        API + "/cases",
                        Map.of(
                                "profile", "motala-srv",
                                "unit", "KO",
                                "performerUnit", "SRV",
                                "service", "OPEN_CARE",
                                "client", Map.of("name", "Test Testsson", "birthDate", "2014-05-05"),
                                "persons", List.of()))
                .expect(201)
                .path("caseNumber")
                .asText();
        scanner = new ScannerDesk(target, new People(target.admin()), folder);
        browser = Browser.start("sv");
    }

    private static void emptyQueue() {
        JsonNode waiting =
                scanner.registrar().get(API + "/scans/queue?size=200").expect(200);
        waiting.path("items").forEach(item -> scanner.registrar()
                .post(API + "/scans/queue/" + item.path("id").asText() + "/dismiss", Map.of("reason", "Prov"))
                .expect(200));
    }

    private static void queue(byte[] paper) throws Exception {
        String sha256 =
                HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(paper));
        scanner.registrar()
                .upload(
                        API + "/scans",
                        "file",
                        "scan",
                        paper,
                        Map.of(
                                "sha256",
                                sha256,
                                "pages",
                                "1",
                                "reason",
                                "NO_CODE",
                                "guess",
                                caseNumber,
                                "paperDay",
                                "01-02"))
                .expect(201);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void thePictureStandsBesideTheFields() {
        emptyQueue();
        BufferedImage sheet = PaperRound.sheets(
                        scanner.registrar().get(API + "/scans/separator.pdf").bytes())
                .get(0);
        BufferedImage code = sheet.getSubimage(0, 0, sheet.getWidth(), sheet.getHeight() / 4);
        java.awt.Graphics2D graphics = code.createGraphics();
        graphics.fillRect(0, 0, code.getWidth(), code.getHeight());
        graphics.dispose();
        scanner.drop(
                "utan-kod.pdf",
                PaperRound.scan(
                        List.of(PaperRound.ticked(List.of(sheet), "YN", 3, 4).get(0))));
        assertThat(scanner.importAll().output()).contains("to the queue 1");

        openQueueByKeyboard();
        browser.waitUntil("document.querySelector('.scan-picture img')?.naturalWidth > 300");
        browser.settle();
        browser.shoot("scan-queue-picture");
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.press(Keys.F9, "+");
        browser.waitUntil("document.querySelector('.scan-picture img').style.width === '125%'");
    }

    private static void openQueueByKeyboard() {
        browser.openAfresh(target.workbench());
        browser.see("#user");
        browser.press(scanner.registrar().userName(), Keys.TAB, People.PASSWORD, Keys.ENTER);
        browser.see("#page-title");
        browser.settle();
        browser.reload();
        browser.settle();
        assertThat(browser.tabTo("nav a[href='#/scans']", 20)).isTrue();
        browser.press(Keys.ENTER);
        browser.waitForText("insats-scan-queue h2", "Skanning 1 av");
    }

    @Test
    void papersAreFiledAndDismissedByKeyboardAloneAndNoneWithoutAReason() throws Exception {
        emptyQueue();
        for (int i = 0; i < 3; i++) {
            queue(("%PDF-1.4 " + System.nanoTime()).getBytes(StandardCharsets.US_ASCII));
        }
        openQueueByKeyboard();
        browser.waitForText("insats-scan-queue h2", "Skanning 1 av 3");
        browser.settle();
        assertThat(browser.accessibilityFindings()).isEmpty();
        browser.shoot("scan-queue");
        assertThat(focused("data-scan")).isEqualTo("target");
        assertThat(browser.script("return document.activeElement.value")).isEqualTo(caseNumber);

        browser.press(Keys.PAGE_DOWN);
        browser.waitForText("insats-scan-queue h2", "Skanning 2 av 3");
        browser.press(Keys.PAGE_UP);
        browser.waitForText("insats-scan-queue h2", "Skanning 1 av 3");
        browser.waitUntil("document.activeElement.dataset.scan === 'target'");
        browser.press(Keys.ENTER);
        browser.waitForText("insats-scan-queue h2", "Skanning 1 av 2");

        browser.press(Keys.F8);
        assertThat(focused("data-scan")).isEqualTo("reason");
        browser.press(Keys.ENTER);
        assertThat(waiting()).as("nothing leaves without a reason").isEqualTo(2);
        browser.press("Reklam", Keys.ENTER);
        browser.waitForText("insats-scan-queue h2", "Skanning 1 av 1");

        browser.press(Keys.F9);
        assertThat(focused("data-scan")).isEqualTo("picture");
        browser.press(Keys.ESCAPE);
        assertThat(focused("data-scan")).isEqualTo("target");
        browser.press(ERASE, "2026-999999", Keys.ENTER);
        browser.waitForText("insats-scan-queue [role=alert]", "INS-SCAN-UNKNOWN");
        browser.press(ERASE, caseNumber, Keys.ENTER);
        browser.waitForText("insats-scan-queue", "Kön är tom");
        assertThat(waiting()).isZero();
        Api worker = target.as("prov.ko");
        assertThat(worker.get(API + "/cases/" + caseNumber)
                        .expect(200)
                        .path("documents")
                        .findValuesAsText("kind"))
                .filteredOn("incomingDocument"::equals)
                .hasSize(2);
    }

    private static int waiting() {
        return scanner.registrar()
                .get(API + "/scans/queue")
                .expect(200)
                .path("items")
                .size();
    }

    private static Object focused(String attribute) {
        return browser.script("return document.activeElement.getAttribute(arguments[0])", attribute);
    }
}
