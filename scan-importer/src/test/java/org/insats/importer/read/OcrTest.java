package org.insats.importer.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.insats.importer.Scans;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class OcrTest {

    @TempDir
    Path folder;

    private BatchReader reader;

    @BeforeAll
    static void useVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @BeforeEach
    void needsTesseract() {
        boolean installed = Ocr.isInstalled("tesseract", "swe");
        if (!installed && Boolean.parseBoolean(System.getenv("INSATS_REQUIRE_TOOLS"))) {
            throw new IllegalStateException(
                    "Install tesseract with swe: this run must not skip the tests that need it");
        }
        assumeTrue(installed, "tesseract with swe is not installed");
        reader = new BatchReader(Limits.ofPages(20), Optional.of(new Ocr("tesseract", "swe", 60)), () -> {});
    }

    @Test
    void theNamePrintedOnAPaperIsTheBestGuessWhereTheCodeIsTornOff() throws IOException {
        ScannedPaper paper = read(text(Scans.page(null), "2026-000123-GPL-01"));

        assertThat(paper.reason()).contains(Reason.NO_CODE);
        assertThat(paper.fields())
                .filteredOn(field -> field.name().equals("reference"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.value()).isEqualTo("2026-000123-GPL-01");
                    assertThat(field.confidence()).isGreaterThan(0.5);
                });
    }

    @Test
    void aCodeOfAnotherDocumentThanIsPrintedIsForAPerson() throws IOException {
        String printed = FormCode.parse(Scans.code(1, 1)).orElseThrow().documentName();

        assertThat(read(text(Scans.page(Scans.code(1, 1)), printed)).reason()).isEmpty();
        assertThat(read(text(Scans.page(Scans.code("2026-000002", 1, 1)), printed))
                        .reason())
                .contains(Reason.CONFLICT);
    }

    @Test
    void theSearchableCopyIsValidPdfAWithSwedishWordsAndUprightPages() throws Exception {
        ScannedPaper paper = read(Scans.upsideDown(text(Scans.page(Scans.code(1, 1)), "Åtgärder på söndag")));

        byte[] copy = Files.readAllBytes(folder.resolve("work").resolve(paper.searchable()));
        try (PDDocument pdf = Loader.loadPDF(copy)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Åtgärder", "söndag", "familjen");
        }
        assertValid(copy);
    }

    @Test
    void linesOfTesseractThatAreNoWordsAreLeftOut() {
        String tsv = "level\tpage\tblock\tpar\tline\tword\tleft\ttop\twidth\theight\tconf\ttext\n"
                + "4\t1\t1\t1\t1\t0\t10\t10\t50\t20\t-1\t\n"
                + "5\t1\t1\t1\t1\t1\t10\t10\t50\t20\t91.5\tplan\n";

        assertThat(Ocr.words(tsv)).containsExactly(new Ocr.Word("plan", 0.915, 10, 10, 50, 20));
    }

    private ScannedPaper read(BufferedImage page) throws IOException {
        Path work = Files.createDirectories(folder.resolve("work"));
        List<ScannedPaper> papers =
                reader.read(Scans.pdf(folder.resolve("a.pdf"), page), work).papers();
        assertThat(papers).hasSize(1);
        return papers.get(0);
    }

    private static BufferedImage text(BufferedImage page, String text) {
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 36));
        graphics.drawString(text, 150, 220);
        graphics.dispose();
        return page;
    }

    private static void assertValid(byte[] pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_U;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 20, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }
}
