package org.insats.demo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.CubicCurve2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Stands in for the office scanner: printed forms come back signed, as PDF files that hold one image a page and no text. */
final class Scanner {

    private static final int DPI = 200;
    private static final float QUALITY = 0.6f;

    private final Path inbox;

    Scanner(Path inbox) {
        this.inbox = inbox;
    }

    Path inbox() {
        return inbox;
    }

    /** A form signed by hand and scanned. */
    void scanSigned(String fileName, byte[] form) {
        try (PDDocument printed = Loader.loadPDF(form);
                PDDocument scan = new PDDocument()) {
            PDFRenderer renderer = new PDFRenderer(printed);
            int pages = printed.getNumberOfPages();
            for (int page = 0; page < pages; page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, DPI, ImageType.RGB);
                if (page == pages - 1) {
                    sign(image);
                }
                add(scan, image);
            }
            write(fileName, scan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A page that nobody can tell the origin of. */
    void scanStray(String fileName) {
        BufferedImage image = new BufferedImage(1654, 2339, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.dispose();
        sign(image);
        try (PDDocument scan = new PDDocument()) {
            add(scan, image);
            write(fileName, scan);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sign(BufferedImage image) {
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setColor(new Color(20, 30, 120));
        pen.setStroke(new BasicStroke(4));
        int x = image.getWidth() / 4;
        int y = image.getHeight() - image.getHeight() / 12;
        for (int stroke = 0; stroke < 4; stroke++) {
            int from = x + stroke * 70;
            pen.draw(new CubicCurve2D.Double(from, y, from + 90, y - 110, from - 40, y - 70, from + 80, y + 20));
        }
        pen.dispose();
    }

    private static void add(PDDocument scan, BufferedImage image) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        scan.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
            content.drawImage(
                    JPEGFactory.createFromImage(scan, image, QUALITY),
                    0,
                    0,
                    PDRectangle.A4.getWidth(),
                    PDRectangle.A4.getHeight());
        }
    }

    /** Written under a passing name first: the importer must never see half a file. */
    private void write(String fileName, PDDocument scan) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        scan.save(bytes);
        Files.createDirectories(inbox);
        Path passing = Files.write(inbox.resolve("." + fileName + ".part"), bytes.toByteArray());
        Files.move(passing, inbox.resolve(fileName));
    }

    /** Two scans of one sheet under two names. */
    void copy(String fileName, String otherName) {
        try {
            Files.copy(inbox.resolve(fileName), inbox.resolve(otherName));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
