package org.insats.print;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;

class PdfPrinterTest {

    private static final PrintCode CODE = new PrintCode("2026-000123", "GPL", 1, "1.2");

    private final PdfPrinter printer = new PdfPrinter();

    @BeforeAll
    static void useVeraPdf() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    @Test
    void aRecordIsValidTaggedPdfA() throws Exception {
        assertValid(print(paper(3, Optional.empty())));
    }

    @Test
    void aFormWithCodeIsValidTaggedPdfA() throws Exception {
        assertValid(print(paper(3, Optional.of(CODE))));
    }

    @Test
    void everyPageOfAFormHasItsOwnCode() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(print(paper(60, Optional.of(CODE))))) {
            int pages = pdf.getNumberOfPages();
            assertThat(pages).isGreaterThan(1);
            for (int page = 1; page <= pages; page++) {
                assertThat(codeOn(pdf, page)).isEqualTo(CODE.text(page, pages));
                assertThat(PrintCode.parse(codeOn(pdf, page))).contains(CODE);
            }
        }
    }

    @Test
    void boxesStandOnTheLastPageWhereTheImporterLooksForThem() throws Exception {
        Paper paper = new Paper(
                Locale.forLanguageTag("sv"),
                "2026-000123-GPL-01",
                "Genomförandeplan",
                "Fastställd",
                List.of(new Paper.Section("Mål", List.of(new Paper.Entry("Mål", "Rad")))),
                List.of("Ungdom", "Vårdnadshavare"),
                Optional.of(CODE),
                "Insats",
                List.of("Jag har tagit del av innehållet.", "Jag är överens om innehållet."));
        byte[] printed = print(paper);
        assertValid(printed);

        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(2);
            BufferedImage page = new PDFRenderer(pdf).renderImageWithDPI(1, 300);
            for (double[] box : new double[][] {
                {152, 56, 5},
                {174, 56, 5},
                {152, 68, 5},
                {174, 68, 5},
                {18, 98, 4},
                {172, 98, 4},
                {18, 112, 4},
                {183, 112, 4}
            }) {
                assertThat(isFrame(page, box[0], box[1], box[2]))
                        .as("box at " + box[0] + " " + box[1])
                        .isTrue();
            }
            assertThat(isFrame(page, 152, 80, 5)).as("no third question").isFalse();
        }
    }

    /** Dark in the middle of each side, white inside. */
    private static boolean isFrame(BufferedImage page, double left, double top, double side) {
        boolean frame = dark(page, left, top + side / 2)
                && dark(page, left + side, top + side / 2)
                && dark(page, left + side / 2, top)
                && dark(page, left + side / 2, top + side);
        return frame && !dark(page, left + side / 2, top + side / 2);
    }

    private static boolean dark(BufferedImage page, double mmX, double mmY) {
        int x = (int) Math.round(mmX / 25.4 * 300);
        int y = (int) Math.round(mmY / 25.4 * 300);
        for (int dx = -1; dx <= 1; dx++) {
            for (int dy = -1; dy <= 1; dy++) {
                if ((page.getRGB(x + dx, y + dy) & 0xff) < 100) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void aBlankFormWithLinesAndBoxesIsValidTaggedPdfA() throws Exception {
        Paper paper = paper(List.of(
                new Paper.Entry("Beskrivning", "", List.of(), 3),
                new Paper.Entry("Lagrum", "", List.of("SoL", "LVU"), 0)));
        byte[] printed = print(paper);

        assertValid(printed);
        try (PDDocument pdf = Loader.loadPDF(printed)) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("Beskrivning", "SoL", "LVU");
        }
    }

    @Test
    void aBlankFormsCodeNamesACaseOrNone() {
        PrintCode inCase = PrintCode.blank(Optional.of("2026-000123"), "GPL");
        PrintCode anywhere = PrintCode.blank(Optional.empty(), "GPL");

        assertThat(PrintCode.parse(inCase.text(1, 2))).contains(inCase);
        assertThat(inCase.isBlank() && inCase.hasCase()).isTrue();
        assertThat(anywhere.isBlank() && !anywhere.hasCase()).isTrue();
        assertThat(CODE.isBlank()).isFalse();
    }

    @Test
    void swedishLettersAndMarkupArePrintedAsTheyStand() throws Exception {
        Paper paper =
                paper(List.of(new Paper.Entry("Åtgärd", "Hjälp på söndag <script>alert(1)</script> & \u0007slut")));

        try (PDDocument pdf = Loader.loadPDF(print(paper))) {
            assertThat(new PDFTextStripper().getText(pdf))
                    .contains("Åtgärd", "Hjälp på söndag <script>alert(1)</script> & slut");
        }
    }

    @Test
    void thePdfsOwnTitleIsTheImpersonalName() throws Exception {
        try (PDDocument pdf = Loader.loadPDF(print(paper(1, Optional.empty())))) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("2026-000123-GPL-01");
        }
    }

    @Test
    void aCodeWithAWrongChecksumIsNoCode() {
        String text = CODE.text(1, 1);

        assertThat(PrintCode.parse(text.replace("000123", "000124"))).isEmpty();
        assertThat(PrintCode.parse("INS1;nonsense")).isEmpty();
        assertThat(CODE.documentName()).isEqualTo("2026-000123-GPL-01");
    }

    private byte[] print(Paper paper) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        printer.print(paper, out);
        return out.toByteArray();
    }

    private static Paper paper(int entries, Optional<PrintCode> code) {
        return new Paper(
                Locale.forLanguageTag("sv"),
                "2026-000123-GPL-01",
                "Genomförandeplan",
                "Fastställd 2026-03-02, version 1.2",
                List.of(new Paper.Section(
                        "Mål och innehåll", Collections.nCopies(entries, new Paper.Entry("Mål", "Rad ett\nRad två")))),
                code.isPresent() ? List.of("Ungdom, datum") : List.of(),
                code,
                "Insats");
    }

    private static Paper paper(List<Paper.Entry> entries) {
        return new Paper(
                Locale.forLanguageTag("sv"),
                "2026-000123-GPL-01",
                "Genomförandeplan",
                "Utkast",
                List.of(new Paper.Section("Mål", entries)),
                List.of(),
                Optional.empty(),
                "Insats");
    }

    private static String codeOn(PDDocument pdf, int page) throws Exception {
        BufferedImage image = new PDFRenderer(pdf).renderImageWithDPI(page - 1, 150);
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return new QRCodeReader()
                .decode(new BinaryBitmap(
                        new HybridBinarizer(new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels))))
                .getText();
    }

    private static void assertValid(byte[] pdf) throws Exception {
        PDFAFlavour flavour = PDFAFlavour.PDFA_2_A;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                PDFAValidator validator =
                        Foundries.defaultInstance().createValidator(flavour, 20, false, true, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions()).isEmpty();
            assertThat(result.isCompliant()).isTrue();
        }
    }
}
