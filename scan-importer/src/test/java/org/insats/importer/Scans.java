package org.insats.importer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Rectangle2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.insats.importer.read.FormCode;

/** Invented scans: image-only pages, as a scanner makes them of forms as Insats prints them. */
public final class Scans {

    private static final int DPI = 200;
    private static final double CODE_LEFT = 172;
    private static final double CODE_TOP = 12;
    private static final double CODE_SIDE = 26;
    private static final double BOX = 5;
    private static final double FIRST_ROW = 56;
    private static final double ROW_PITCH = 12;
    private static final double[] BOX_LEFT = {152, 174};

    private Scans() {}

    public static String code(int page, int pages) {
        return code("2026-000001", page, pages);
    }

    public static String code(String caseNumber, int page, int pages) {
        return code(caseNumber, "GPL", 1, page, pages);
    }

    public static String code(String caseNumber, String kind, int serial, int page, int pages) {
        String text = "INS1;" + caseNumber + ";" + kind + ";" + serial + ";1.0;" + page + "/" + pages;
        return text + ";" + FormCode.checksum(text);
    }

    /** An A4 page at 200 dpi with a code in the corner; one without for null. */
    public static BufferedImage page(String code) {
        return page(code, "", DPI);
    }

    /**
     * An A4 page with text lines.
     *
     * @param code in the corner, or null
     * @param ticks a letter for each row of two boxes: Y, N, B(oth) or - (none)
     */
    public static BufferedImage page(String code, String ticks, int dpi) {
        double scale = dpi / 25.4;
        BufferedImage image = blank(dpi);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(scale, scale);
        graphics.setColor(Color.BLACK);
        graphics.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 1).deriveFont(4.2f));
        double top = FIRST_ROW + ticks.length() * ROW_PITCH + 10;
        int seed = code == null ? 7 : code.hashCode();
        for (int line = 0; line < 22; line++) {
            graphics.drawString(words(seed + 31 * line), 18f, (float) (top + line * 7.5));
        }
        for (int row = 0; row < ticks.length(); row++) {
            boxes(graphics, row, ticks.charAt(row));
        }
        if (code != null) {
            draw(matrix(code), graphics);
        }
        graphics.dispose();
        return image;
    }

    private static String words(int seed) {
        String[] words = {"barnet", "skolan", "familjen", "och", "samtal", "varje", "vecka", "stöd", "plan", "mål"};
        java.util.Random random = new java.util.Random(seed);
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < 4 + random.nextInt(7); i++) {
            line.append(words[random.nextInt(words.length)]).append(' ');
        }
        return line.toString();
    }

    /** The boxes for month and day below the answers; 0 for none ticked. */
    public static BufferedImage withDay(BufferedImage page, int dpi, int month, int day) {
        Graphics2D graphics = page.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(dpi / 25.4, dpi / 25.4);
        graphics.setColor(Color.WHITE);
        graphics.fill(new Rectangle2D.Double(10, 88, 190, 32));
        graphics.setColor(Color.BLACK);
        for (int i = 0; i < 12; i++) {
            dateBox(graphics, 18 + i * 14, 98, i + 1 == month);
        }
        for (int i = 0; i < 31; i++) {
            dateBox(graphics, 18 + i * 5.5, 112, i + 1 == day);
        }
        graphics.dispose();
        return page;
    }

    private static void dateBox(Graphics2D graphics, double left, double top, boolean ticked) {
        graphics.setStroke(new BasicStroke(0.35f));
        graphics.draw(new Rectangle2D.Double(left, top, 4, 4));
        if (ticked) {
            graphics.setStroke(new BasicStroke(0.5f));
            graphics.draw(new java.awt.geom.Line2D.Double(left + 0.6, top + 0.5, left + 3.5, top + 3.6));
            graphics.draw(new java.awt.geom.Line2D.Double(left + 3.6, top + 0.6, left + 0.4, top + 3.3));
        }
    }

    private static void boxes(Graphics2D graphics, int row, char tick) {
        double top = FIRST_ROW + row * ROW_PITCH;
        for (int column = 0; column < 2; column++) {
            graphics.setStroke(new BasicStroke(0.35f));
            graphics.draw(new Rectangle2D.Double(BOX_LEFT[column], top, BOX, BOX));
            if (tick == 'B' || tick == (column == 0 ? 'Y' : 'N')) {
                cross(graphics, BOX_LEFT[column], top);
            }
        }
    }

    private static void cross(Graphics2D graphics, double left, double top) {
        graphics.setStroke(new BasicStroke(0.6f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        graphics.draw(new java.awt.geom.Line2D.Double(left + 0.8, top + 0.6, left + 4.4, top + 4.5));
        graphics.draw(new java.awt.geom.Line2D.Double(left + 4.5, top + 0.9, left + 0.5, top + 4.2));
    }

    /** White paper. */
    public static BufferedImage blank(int dpi) {
        BufferedImage image = new BufferedImage(
                (int) Math.round(210 / 25.4 * dpi), (int) Math.round(297 / 25.4 * dpi), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        return image;
    }

    private static void draw(BitMatrix matrix, Graphics2D graphics) {
        double pixel = CODE_SIDE / matrix.getWidth();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_OFF);
        for (int x = 0; x < matrix.getWidth(); x++) {
            for (int y = 0; y < matrix.getHeight(); y++) {
                if (matrix.get(x, y)) {
                    graphics.fill(new Rectangle2D.Double(CODE_LEFT + x * pixel, CODE_TOP + y * pixel, pixel, pixel));
                }
            }
        }
    }

    private static BitMatrix matrix(String code) {
        try {
            return new QRCodeWriter()
                    .encode(
                            code,
                            BarcodeFormat.QR_CODE,
                            300,
                            300,
                            Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.Q, EncodeHintType.MARGIN, 2));
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    public static BufferedImage upsideDown(BufferedImage image) {
        return turned(image, Math.PI);
    }

    public static BufferedImage skewed(BufferedImage image, double degrees) {
        return turned(image, Math.toRadians(degrees));
    }

    private static BufferedImage turned(BufferedImage image, double radians) {
        AffineTransform turn =
                AffineTransform.getRotateInstance(radians, image.getWidth() / 2.0, image.getHeight() / 2.0);
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, result.getWidth(), result.getHeight());
        graphics.drawImage(image, new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        graphics.dispose();
        return result;
    }

    /** Black and white, as a fax or an office scanner makes it. */
    public static BufferedImage bilevel(BufferedImage image) {
        BufferedImage result = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                result.setRGB(x, y, image.getRaster().getSample(x, y, 0) < 150 ? 0 : 0xFFFFFF);
            }
        }
        return result;
    }

    public static Path pdf(Path file, BufferedImage... pages) {
        return pdf(file, null, 0.6f, List.of(pages));
    }

    public static Path pdf(Path file, float quality, List<BufferedImage> pages) {
        return pdf(file, null, quality, pages);
    }

    public static Path encryptedPdf(Path file, BufferedImage... pages) {
        return pdf(file, "hemligt", 0.6f, List.of(pages));
    }

    private static Path pdf(Path file, String password, float quality, List<BufferedImage> pages) {
        try (PDDocument pdf = new PDDocument()) {
            for (BufferedImage image : pages) {
                PDRectangle size = image.getWidth() > image.getHeight()
                        ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                        : PDRectangle.A4;
                PDPage page = new PDPage(size);
                pdf.addPage(page);
                PDImageXObject picture = image.getType() == BufferedImage.TYPE_BYTE_BINARY
                        ? CCITTFactory.createFromImage(pdf, image)
                        : JPEGFactory.createFromImage(pdf, image, quality);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(picture, 0, 0, size.getWidth(), size.getHeight());
                }
            }
            if (password != null) {
                pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            pdf.save(file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One TIFF of several pages, packed as black-and-white scanners pack (CCITT T.6) or LZW. */
    public static Path tiff(Path file, List<BufferedImage> pages) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        try {
            Files.deleteIfExists(file);
            try (ImageOutputStream out = ImageIO.createImageOutputStream(file.toFile())) {
                writer.setOutput(out);
                writer.prepareWriteSequence(null);
                for (BufferedImage page : pages) {
                    ImageWriteParam param = writer.getDefaultWriteParam();
                    param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                    param.setCompressionType(page.getType() == BufferedImage.TYPE_BYTE_BINARY ? "CCITT T.6" : "LZW");
                    writer.writeToSequence(
                            new IIOImage(
                                    page,
                                    null,
                                    writer.getDefaultImageMetadata(
                                            ImageTypeSpecifier.createFromRenderedImage(page), param)),
                            param);
                }
                writer.endWriteSequence();
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
    }
}
