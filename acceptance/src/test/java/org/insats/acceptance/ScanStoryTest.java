package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Printed forms come back signed through the scanner, by the importer as the program that it is. */
class ScanStoryTest {

    private static final String V1 = CaseDesk.V1;
    private static final String NODES = "/api/-default-/public/alfresco/versions/1/nodes/";
    private static Target target;
    private static TestClock clock;
    private static Staff staff;
    private static List<OpenCareCases.WithOrder> cases;

    @TempDir
    Path folder;

    private ScannerDesk scanner;

    @BeforeAll
    static void ordersAreSent() {
        target = Target.get();
        clock = new TestClock(target.admin());
        clock.setTo("2026-02-09");
        staff = Staff.of(target, "scn");
        cases = OpenCareCases.withDraftOrders(staff, 5);
        cases.forEach(each -> CaseDesk.act(staff.caseWorker(), each.order(), "send", Map.of()));
        clock.setTo("2026-03-20");
    }

    @AfterAll
    static void reset() {
        clock.reset();
    }

    @BeforeEach
    void anEmptyInbox() {
        scanner = new ScannerDesk(target, new People(target.admin()), folder);
    }

    @Test
    void aBatchOfTwoFormsIsPartedAtTheSeparatorAndEachIsFiledInItsCaseByTheDayOnIt() {
        List<BufferedImage> batch = new ArrayList<>();
        List<BufferedImage> first = PaperRound.ticked(sheets(0), "YY", 3, 16);
        Collections.reverse(first);
        first.forEach(sheet -> batch.add(PaperRound.turned(sheet, 181.5)));
        batch.addAll(PaperRound.sheets(
                scanner.registrar().get(V1 + "/scans/separator.pdf").bytes()));
        PaperRound.ticked(sheets(1), "YY", 0, 0).forEach(sheet -> batch.add(PaperRound.turned(sheet, -2)));
        scanner.drop("batch.pdf", PaperRound.scan(batch));

        ScannerDesk.Run run = scanner.importAll();

        assertThat(run.output()).as(reports().toString()).contains("filed 2", "to the queue 0");
        JsonNode dated = CaseDesk.read(staff.caseWorker(), cases.get(0).order());
        assertThat(paperDate(0)).isEqualTo("2026-03-16");
        assertThat(dated.path("versions").size()).isGreaterThan(1);
        assertThat(reports()).filteredOn(line -> line.contains(";FILED;")).hasSize(batch.size() - 1);
        assertThat(reports()).filteredOn(line -> line.contains(";SEPARATOR;")).hasSize(1);
    }

    @Test
    void withTesseractTheDocumentHasASearchableCopy() {
        Tools.require("tesseract");
        scanner.drop("signerad.pdf", PaperRound.scan(PaperRound.ticked(sheets(4), "YY", 0, 0)));

        assertThat(scanner.importAll().output()).contains("filed 1");

        String copy = "/documents/" + cases.get(4).order() + "/searchable.pdf";
        assertThat(textOf(staff.caseWorker().get(V1 + copy).bytes())).contains("innehållet");
        assertThat(scanner.registrar().get(V1 + copy).status()).isIn(403, 404);
    }

    private static String textOf(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void aTickedNoWaitsForARegistrarAndSoDoesWhatIsNoForm() {
        scanner.drop("nej.pdf", PaperRound.scan(PaperRound.ticked(sheets(2), "YN", 0, 0)));
        scanner.drop("trasig.pdf", "%PDF-1.7 trasig".getBytes(StandardCharsets.US_ASCII));

        assertThat(scanner.importAll().output()).contains("filed 0", "to the queue 2");

        JsonNode waiting = queue("INS-SCAN-ANSWER_NO");
        assertThat(waiting.path("hasPreview").asBoolean()).isTrue();
        assertThat(waiting.path("bestGuess").asText()).contains("-BST-");
        Api.Answer picture = scanner.registrar()
                .get(V1 + "/scans/queue/" + waiting.path("id").asText() + "/preview");
        assertThat(picture.response().headers().firstValue("Content-Type").orElseThrow())
                .startsWith("image/jpeg");
        assertThat(staff.caseWorker()
                        .get(V1 + "/scans/queue/" + waiting.path("id").asText() + "/preview")
                        .status())
                .isEqualTo(403);
        scanner.registrar()
                .post(
                        V1 + "/scans/queue/" + waiting.path("id").asText() + "/file",
                        Map.of("documentName", waiting.path("bestGuess").asText(), "paperDate", "2026-03-18"))
                .expect(200);
        assertThat(paperDate(2)).isEqualTo("2026-03-18");
    }

    @Test
    void aFileDroppedInTheFolderOfTheRepositoryTakesTheSameRoad() {
        byte[] scan = PaperRound.scan(PaperRound.ticked(sheets(3), "YY", 3, 19));
        String inbox = scanner.registrar()
                .get(V1 + "/scans/inbox")
                .expect(200)
                .path("folder")
                .asText();
        String dropped = scanner.registrar()
                .upload(NODES + inbox + "/children", "filedata", "inlamnad.pdf", scan, Map.of())
                .expect(201)
                .at("/entry/id")
                .asText();

        assertThat(scanner.importAll().output()).as(reports().toString()).contains("filed 1");
        assertThat(scanner.importAll().exitCode()).isZero();

        assertThat(target.admin().get(NODES + dropped).status()).isEqualTo(404);
    }

    private JsonNode queue(String reasonId) {
        JsonNode items = scanner.registrar()
                .get(V1 + "/scans/queue?size=200")
                .expect(200)
                .path("items");
        for (JsonNode item : items) {
            if (item.path("reasonId").asText().equals(reasonId)) {
                return item;
            }
        }
        throw new AssertionError("Nothing waits with " + reasonId + ": " + items);
    }

    private static String paperDate(int number) {
        return target.admin()
                .get(NODES + cases.get(number).order())
                .expect(200)
                .at("/entry/properties/ins:paperDate")
                .asText()
                .substring(0, 10);
    }

    private static List<BufferedImage> sheets(int number) {
        Api.Answer form =
                staff.caseWorker().get(V1 + "/documents/" + cases.get(number).order() + "/form.pdf");
        assertThat(form.status()).as(form.text()).isEqualTo(200);
        return PaperRound.sheets(form.bytes());
    }

    private List<String> reports() {
        if (!Files.exists(scanner.inbox().resolve("reports"))) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(scanner.inbox().resolve("reports"))) {
            List<String> lines = new ArrayList<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".csv")).toList()) {
                lines.addAll(Files.readAllLines(file));
            }
            return lines;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
