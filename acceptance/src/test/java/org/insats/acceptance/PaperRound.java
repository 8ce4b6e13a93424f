package org.insats.acceptance;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** What happens to printed forms between the printer and the scanner: boxes are ticked, sheets lie crooked and in any order. */
public final class PaperRound {

    private static final int DPI = 200;
    private static final double FIRST_ROW = 56;
    private static final double ROW_PITCH = 12;
    private static final double YES = 152;
    private static final double NO = 174;

    private PaperRound() {}

    /** Sheets as they come out of the printer. */
    public static List<BufferedImage> sheets(byte[] form) {
        try (PDDocument printed = Loader.loadPDF(form)) {
            PDFRenderer renderer = new PDFRenderer(printed);
            List<BufferedImage> sheets = new ArrayList<>();
            for (int page = 0; page < printed.getNumberOfPages(); page++) {
                sheets.add(renderer.renderImageWithDPI(page, DPI, ImageType.GRAY));
            }
            return sheets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ticks yes or no in the rows of the last sheet, and the day. */
    public static List<BufferedImage> ticked(List<BufferedImage> sheets, String answers, int month, int day) {
        Graphics2D pen = sheets.get(sheets.size() - 1).createGraphics();
        pen.scale(DPI / 25.4, DPI / 25.4);
        pen.setColor(Color.DARK_GRAY);
        pen.setStroke(new BasicStroke(0.6f));
        for (int row = 0; row < answers.length(); row++) {
            cross(pen, answers.charAt(row) == 'Y' ? YES : NO, FIRST_ROW + row * ROW_PITCH, 5);
        }
        if (month > 0) {
            cross(pen, 18 + (month - 1) * 14, 98, 4);
            cross(pen, 18 + (day - 1) * 5.5, 112, 4);
        }
        pen.dispose();
        return sheets;
    }

    private static void cross(Graphics2D pen, double left, double top, double side) {
        pen.draw(new Line2D.Double(left + 0.5, top + 0.6, left + side - 0.4, top + side - 0.5));
        pen.draw(new Line2D.Double(left + side - 0.6, top + 0.4, left + 0.5, top + side - 0.4));
    }

    /** Put on the glass crooked. */
    public static BufferedImage turned(BufferedImage sheet, double degrees) {
        AffineTransform turn = AffineTransform.getRotateInstance(
                Math.toRadians(degrees), sheet.getWidth() / 2.0, sheet.getHeight() / 2.0);
        BufferedImage turned = new BufferedImage(sheet.getWidth(), sheet.getHeight(), BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = turned.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        graphics.drawImage(sheet, new AffineTransformOp(turn, AffineTransformOp.TYPE_BILINEAR), 0, 0);
        graphics.dispose();
        return turned;
    }

    /** One file of the scanner: a picture a page and no text. */
    public static byte[] scan(List<BufferedImage> sheets) {
        try (PDDocument scan = new PDDocument()) {
            for (BufferedImage sheet : sheets) {
                PDPage page = new PDPage(PDRectangle.A4);
                scan.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(scan, page)) {
                    content.drawImage(
                            JPEGFactory.createFromImage(scan, sheet, 0.6f),
                            0,
                            0,
                            PDRectangle.A4.getWidth(),
                            PDRectangle.A4.getHeight());
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            scan.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
