package org.insats.print;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Prints a {@link Paper} as tagged PDF/A-2a with its fonts inside. */
public final class PdfPrinter {

    private static final String FONTS = "META-INF/resources/webjars/npm-font-open-sans/1.1.0/fonts/";
    private static final String FAMILY = "Insats";
    private static final float POINTS_PER_MM = 72f / 25.4f;
    private static final float CODE_SIZE = 26 * POINTS_PER_MM;
    private static final float CODE_MARGIN = 12 * POINTS_PER_MM;
    private static final int CODE_PIXELS = 300;
    /** Millimetres from the upper left corner of the page, as in the importer's {@code BoxReader}. */
    private static final float FIRST_ROW = 56;

    private static final float ROW_PITCH = 12;
    private static final float YES_LEFT = 152;
    private static final float NO_LEFT = 174;
    private static final float BOX_SIDE = 5;
    private static final float DATES_LEFT = 18;
    private static final float MONTHS_TOP = 98;
    private static final float MONTH_PITCH = 14;
    private static final float DAYS_TOP = 112;
    private static final float DAY_PITCH = 5.5f;
    private static final float DATE_SIDE = 4;
    private static final float BOX_LINE = 1;

    static {
        // The library logs what it lays out; nothing of a case may reach a log.
        XRLog.setLoggingEnabled(false);
    }

    /**
     * Writes the PDF; the stream stays open.
     *
     * @throws UncheckedIOException when the stream cannot be written to
     */
    public void print(Paper paper, OutputStream out) {
        try {
            if (paper.code().isEmpty()) {
                render(paper, out);
                return;
            }
            ByteArrayOutputStream withoutCode = new ByteArrayOutputStream();
            render(paper, withoutCode);
            stamp(withoutCode.toByteArray(), paper, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void render(Paper paper, OutputStream out) throws IOException {
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_A);
        builder.usePdfUaAccessibility(true);
        builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
        builder.useFont(() -> font("Regular/OpenSans-Regular.ttf"), FAMILY, 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("Bold/OpenSans-Bold.ttf"), FAMILY, 700, FontStyle.NORMAL, true);
        builder.withW3cDocument(new PaperHtml(FAMILY).of(paper), null);
        builder.withProducer("Insats");
        builder.toStream(out);
        builder.run();
    }

    private static InputStream font(String file) {
        InputStream in = PdfPrinter.class.getClassLoader().getResourceAsStream(FONTS + file);
        if (in == null) {
            throw new IllegalStateException("The font library npm-font-open-sans is not on the class path");
        }
        return in;
    }

    /** Puts the code on every page; it must be stamped afterwards, because it tells how many pages there are. */
    private static void stamp(byte[] pdf, Paper paper, OutputStream out) throws IOException {
        PageCode code = paper.code().orElseThrow();
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                stamp(document, document.getPage(page - 1), code.text(page, pages));
            }
            if (!paper.questions().isEmpty()) {
                drawBoxes(
                        document, document.getPage(pages - 1), paper.questions().size());
            }
            document.save(out);
        }
    }

    private static void stamp(PDDocument document, PDPage page, String text) throws IOException {
        PDImageXObject image = LosslessFactory.createFromImage(document, qrCode(text));
        float x = page.getMediaBox().getWidth() - CODE_MARGIN - CODE_SIZE;
        float y = page.getMediaBox().getHeight() - CODE_MARGIN - CODE_SIZE;
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.drawImage(image, x, y, CODE_SIZE, CODE_SIZE);
            content.endMarkedContent();
        }
    }

    /** Boxes to tick, where the scan importer looks for them; the words beside them are in the text. */
    private static void drawBoxes(PDDocument document, PDPage page, int rows) throws IOException {
        try (PDPageContentStream content = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
            content.beginMarkedContent(COSName.ARTIFACT);
            content.setLineWidth(BOX_LINE);
            for (int row = 0; row < rows; row++) {
                for (float left : new float[] {YES_LEFT, NO_LEFT}) {
                    box(content, page, left, FIRST_ROW + row * ROW_PITCH, BOX_SIDE);
                }
            }
            for (int month = 0; month < 12; month++) {
                box(content, page, DATES_LEFT + month * MONTH_PITCH, MONTHS_TOP, DATE_SIDE);
            }
            for (int day = 0; day < 31; day++) {
                box(content, page, DATES_LEFT + day * DAY_PITCH, DAYS_TOP, DATE_SIDE);
            }
            content.stroke();
            content.endMarkedContent();
        }
    }

    private static void box(PDPageContentStream content, PDPage page, float left, float top, float side)
            throws IOException {
        float below = page.getMediaBox().getHeight() - (top + side) * POINTS_PER_MM;
        content.addRect(left * POINTS_PER_MM, below, side * POINTS_PER_MM, side * POINTS_PER_MM);
    }

    private static BufferedImage qrCode(String text) {
        BitMatrix matrix = qrMatrix(text);
        BufferedImage image = new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        for (int x = 0; x < matrix.getWidth(); x++) {
            for (int y = 0; y < matrix.getHeight(); y++) {
                image.setRGB(x, y, matrix.get(x, y) ? 0x000000 : 0xFFFFFF);
            }
        }
        return image;
    }

    private static BitMatrix qrMatrix(String text) {
        try {
            return new QRCodeWriter()
                    .encode(
                            text,
                            BarcodeFormat.QR_CODE,
                            CODE_PIXELS,
                            CODE_PIXELS,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 2));
        } catch (WriterException e) {
            throw new IllegalStateException("A code of ours always fits", e);
        }
    }
}
