package org.insats.importer;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.Result;
import com.google.zxing.common.GlobalHistogramBinarizer;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.multi.qrcode.QRCodeMultiReader;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * Finds the code on the pages of a scanned file (PDF, TIFF, JPEG, PNG). It opens hostile input too, so it is only ever used in
 * the importer's own process.
 */
public final class FormReader {

    private static final int[] RESOLUTIONS = {150, 300};
    private static final float LARGEST_PAGE_POINTS = 2_000;
    private static final long MOST_PIXELS = 40_000_000;
    private static final Map<DecodeHintType, Object> HINTS = Map.of(
            DecodeHintType.TRY_HARDER, Boolean.TRUE, DecodeHintType.POSSIBLE_FORMATS, List.of(BarcodeFormat.QR_CODE));

    private final int mostPages;

    /**
     * @param mostPages files with more pages are not opened but sent to the queue
     */
    public FormReader(int mostPages) {
        this.mostPages = mostPages;
    }

    /** Reads one file. Whatever is in it, the answer says what a person should know; nothing is thrown for bad content. */
    public Reading read(Path file) throws IOException {
        if (Files.size(file) == 0) {
            return Reading.queued(Reading.Reason.EMPTY, 0);
        }
        return isPdf(file) ? readPdf(file) : readImages(file);
    }

    private static boolean isPdf(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(1024), java.nio.charset.StandardCharsets.ISO_8859_1).contains("%PDF-");
        }
    }

    private Reading readPdf(Path file) {
        try (PDDocument pdf = Loader.loadPDF(file.toFile(), IOUtils.createTempFileOnlyStreamCache())) {
            int pages = pdf.getNumberOfPages();
            if (pages == 0) {
                return Reading.queued(Reading.Reason.UNREADABLE, 0);
            }
            if (pages > mostPages || hasGiantPage(pdf)) {
                return Reading.queued(Reading.Reason.TOO_LARGE, pages);
            }
            PDFRenderer renderer = new PDFRenderer(pdf);
            renderer.setSubsamplingAllowed(true);
            List<Set<String>> codes = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                codes.add(codesOf(renderer, page));
            }
            return judge(codes);
        } catch (InvalidPasswordException e) {
            return Reading.queued(Reading.Reason.ENCRYPTED, 0);
        } catch (IOException | RuntimeException | StackOverflowError e) {
            // Damaged input ends in many ways inside a parser; for a registrar they are all the same.
            return Reading.queued(Reading.Reason.UNREADABLE, 0);
        }
    }

    private static boolean hasGiantPage(PDDocument pdf) {
        for (PDPage page : pdf.getPages()) {
            if (page.getCropBox().getWidth() > LARGEST_PAGE_POINTS
                    || page.getCropBox().getHeight() > LARGEST_PAGE_POINTS) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> codesOf(PDFRenderer renderer, int page) throws IOException {
        for (int resolution : RESOLUTIONS) {
            Set<String> codes = codesOf(renderer.renderImageWithDPI(page, resolution, ImageType.GRAY));
            if (!codes.isEmpty()) {
                return codes;
            }
        }
        return Set.of();
    }

    private Reading readImages(Path file) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(file.toFile())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                return Reading.queued(Reading.Reason.UNREADABLE, 0);
            }
            ImageReader reader = readers.next();
            reader.setInput(input);
            try {
                return readImages(reader);
            } finally {
                reader.dispose();
            }
        }
    }

    private Reading readImages(ImageReader reader) {
        try {
            int pages = reader.getNumImages(true);
            if (pages > mostPages) {
                return Reading.queued(Reading.Reason.TOO_LARGE, pages);
            }
            List<Set<String>> codes = new ArrayList<>();
            for (int page = 0; page < pages; page++) {
                if ((long) reader.getWidth(page) * reader.getHeight(page) > MOST_PIXELS) {
                    return Reading.queued(Reading.Reason.TOO_LARGE, pages);
                }
                codes.add(codesOf(reader.read(page)));
            }
            return judge(codes);
        } catch (IOException | RuntimeException e) {
            // As for PDF: however it is damaged, a person has to look.
            return Reading.queued(Reading.Reason.UNREADABLE, 0);
        }
    }

    private static Set<String> codesOf(BufferedImage image) {
        LuminanceSource source = luminance(image);
        Set<String> codes = decode(new BinaryBitmap(new HybridBinarizer(source)));
        return codes.isEmpty() ? decode(new BinaryBitmap(new GlobalHistogramBinarizer(source))) : codes;
    }

    private static LuminanceSource luminance(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        return new RGBLuminanceSource(width, height, image.getRGB(0, 0, width, height, null, 0, width));
    }

    private static Set<String> decode(BinaryBitmap bitmap) {
        Set<String> codes = new LinkedHashSet<>();
        try {
            for (Result result : new QRCodeMultiReader().decodeMultiple(bitmap, HINTS)) {
                codes.add(result.getText());
            }
        } catch (NotFoundException none) {
            return Set.of();
        }
        return codes;
    }

    /** One form, all its pages once: certain. Anything else is for a person, with the best guess there is. */
    static Reading judge(List<Set<String>> codesByPage) {
        int pages = codesByPage.size();
        List<String> ours = codesByPage.stream()
                .flatMap(Collection::stream)
                .filter(FormCode::isOurs)
                .toList();
        if (ours.isEmpty()) {
            return Reading.queued(Reading.Reason.NO_CODE, pages);
        }
        List<FormCode> codes =
                ours.stream().map(FormCode::parse).flatMap(Optional::stream).toList();
        if (codes.isEmpty()) {
            return Reading.queued(Reading.Reason.DAMAGED_CODE, pages);
        }
        FormCode first = codes.get(0);
        if (!codes.stream().allMatch(first::sameFormAs)) {
            return Reading.queued(Reading.Reason.SEVERAL_FORMS, pages);
        }
        if (codes.size() < ours.size()) {
            return Reading.queued(Reading.Reason.DAMAGED_CODE, pages, first);
        }
        return everyPageOnce(codes, first.pages())
                ? Reading.of(first, pages)
                : Reading.queued(Reading.Reason.PAGES_MISSING, pages, first);
    }

    private static boolean everyPageOnce(List<FormCode> codes, int pages) {
        Stream<Integer> distinct = codes.stream().map(FormCode::page).distinct();
        return codes.size() == pages && distinct.count() == pages;
    }
}
