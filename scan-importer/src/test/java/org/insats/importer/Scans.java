package org.insats.importer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;

/** Invented scans: image-only pages, as a scanner makes them. */
final class Scans {

    private Scans() {}

    static String code(int page, int pages) {
        return code("2026-000001", page, pages);
    }

    static String code(String caseNumber, int page, int pages) {
        String text = "INS1;" + caseNumber + ";GPL;1;1.0;" + page + "/" + pages;
        return text + ";" + FormCode.checksum(text);
    }

    /** An A4 page at 200 dpi with a code in the corner; a blank one for null. */
    static BufferedImage page(String code) {
        BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setColor(Color.BLACK);
        for (int line = 0; line < 30; line++) {
            graphics.fillRect(150, 500 + line * 50, 1300 - line % 7 * 60, 6);
        }
        if (code != null) {
            draw(matrix(code), graphics);
        }
        graphics.dispose();
        return image;
    }

    private static void draw(BitMatrix matrix, Graphics2D graphics) {
        for (int x = 0; x < matrix.getWidth(); x++) {
            for (int y = 0; y < matrix.getHeight(); y++) {
                if (matrix.get(x, y)) {
                    graphics.fillRect(1300 + x, 80 + y, 1, 1);
                }
            }
        }
    }

    private static BitMatrix matrix(String code) {
        try {
            return new QRCodeWriter().encode(code, BarcodeFormat.QR_CODE, 240, 240);
        } catch (WriterException e) {
            throw new IllegalStateException(e);
        }
    }

    static BufferedImage upsideDown(BufferedImage image) {
        return turned(image, Math.PI);
    }

    static BufferedImage skewed(BufferedImage image, double degrees) {
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

    static Path pdf(Path file, BufferedImage... pages) throws IOException {
        return pdf(file, null, List.of(pages));
    }

    static Path encryptedPdf(Path file, BufferedImage... pages) throws IOException {
        return pdf(file, "hemligt", List.of(pages));
    }

    private static Path pdf(Path file, String password, List<BufferedImage> pages) throws IOException {
        try (PDDocument pdf = new PDDocument()) {
            for (BufferedImage image : new ArrayList<>(pages)) {
                PDPage page = new PDPage(PDRectangle.A4);
                pdf.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(pdf, image, 0.6f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            if (password != null) {
                pdf.protect(new StandardProtectionPolicy(password, password, new AccessPermission()));
            }
            pdf.save(file.toFile());
        }
        return file;
    }
}
