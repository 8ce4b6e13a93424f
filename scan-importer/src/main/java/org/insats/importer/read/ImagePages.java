package org.insats.importer.read;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** Pages of a TIFF (one or several), JPEG or PNG, by Java's own readers. */
final class ImagePages implements PageSource {

    private static final double LONG_SIDE_INCHES = 297 / 25.4;
    private static final int LEAST_DPI = 50;

    private final ImageInputStream input;
    private final ImageReader reader;
    private final int pages;
    private int lastPage;
    private BufferedImage last;

    ImagePages(Path file, Limits limits) throws IOException {
        input = ImageIO.createImageInputStream(file.toFile());
        try {
            reader = reader(input);
            pages = reader.getNumImages(true);
            check(limits);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (List.of("TIFF", "JPEG", "PNG").contains(reader.getFormatName().toUpperCase(java.util.Locale.ROOT))
                    || reader.getFormatName().equalsIgnoreCase("tif")) {
                // Metadata stay closed: comments can be packed bombs.
                reader.setInput(input, false, true);
                return reader;
            }
        }
        throw new Unfit(Reason.UNREADABLE, 0);
    }

    private void check(Limits limits) throws IOException {
        if (pages < 1) {
            throw new Unfit(Reason.UNREADABLE, 0);
        }
        if (pages > limits.mostPages()) {
            throw new Unfit(Reason.TOO_LARGE, pages);
        }
        for (int page = 0; page < pages; page++) {
            if ((long) reader.getWidth(page) * reader.getHeight(page) > limits.mostPixels()) {
                throw new Unfit(Reason.TOO_LARGE, pages);
            }
        }
    }

    @Override
    public int pages() {
        return pages;
    }

    @Override
    public Raster raster(int page, int dpi) throws IOException {
        BufferedImage image = image(page);
        int trueDpi = (int) Math.round(Math.max(image.getWidth(), image.getHeight()) / LONG_SIDE_INCHES);
        if (trueDpi < LEAST_DPI) {
            throw new Unfit(Reason.UNREADABLE, pages);
        }
        double scale = Math.min(1, (double) dpi / trueDpi);
        return new Raster(grey(image, scale), (int) Math.round(trueDpi * scale));
    }

    private BufferedImage image(int page) throws IOException {
        if (page != lastPage) {
            last = null;
            last = reader.read(page - 1);
            lastPage = page;
        }
        return last;
    }

    private static BufferedImage grey(BufferedImage image, double scale) {
        if (scale == 1 && image.getType() == BufferedImage.TYPE_BYTE_GRAY) {
            return image;
        }
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage grey = new BufferedImage(width, height, BufferedImage.TYPE_BYTE_GRAY);
        Graphics2D graphics = grey.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return grey;
    }

    @Override
    public void extract(List<Integer> numbers, Path target) throws IOException {
        try (PDDocument part = new PDDocument()) {
            for (int number : numbers) {
                BufferedImage image = image(number);
                PDRectangle size = image.getWidth() > image.getHeight()
                        ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth())
                        : PDRectangle.A4;
                PDPage page = new PDPage(size);
                part.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(part, page)) {
                    content.drawImage(lossless(part, image), 0, 0, size.getWidth(), size.getHeight());
                }
            }
            part.setDocumentId((long) numbers.hashCode());
            part.save(target.toFile());
        }
    }

    private static PDImageXObject lossless(PDDocument part, BufferedImage image) throws IOException {
        return image.getType() == BufferedImage.TYPE_BYTE_BINARY
                        && image.getColorModel().getPixelSize() == 1
                ? CCITTFactory.createFromImage(part, image)
                : LosslessFactory.createFromImage(part, image);
    }

    @Override
    public void close() throws IOException {
        reader.dispose();
        input.close();
    }
}
