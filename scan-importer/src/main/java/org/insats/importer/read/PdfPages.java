package org.insats.importer.read;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.io.MemoryUsageSetting;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Pages of a PDF. */
final class PdfPages implements PageSource {

    private static final float LARGEST_PAGE_POINTS = 2_000;
    private static final long IN_MEMORY = 32_000_000;

    private final PDDocument pdf;
    private final PDFRenderer renderer;

    PdfPages(Path file, Limits limits) throws IOException {
        pdf = Loader.loadPDF(
                file.toFile(), MemoryUsageSetting.setupMixed(IN_MEMORY, limits.scratchBytes()).streamCache);
        try {
            check(limits);
        } catch (IOException | RuntimeException e) {
            pdf.close();
            throw e;
        }
        renderer = new PDFRenderer(pdf);
        renderer.setSubsamplingAllowed(true);
    }

    private void check(Limits limits) throws IOException {
        int pages = pdf.getNumberOfPages();
        if (pages == 0) {
            throw new Unfit(Reason.UNREADABLE, 0);
        }
        if (pages > limits.mostPages()) {
            throw new Unfit(Reason.TOO_LARGE, pages);
        }
        PdfObjects objects = new PdfObjects(limits);
        objects.look(pdf.getDocument().getTrailer());
        if (objects.tooLarge() || hasGiantPage()) {
            throw new Unfit(Reason.TOO_LARGE, pages);
        }
        if (objects.active()) {
            throw new Unfit(Reason.ACTIVE_CONTENT, pages);
        }
    }

    private boolean hasGiantPage() {
        for (PDPage page : pdf.getPages()) {
            if (page.getCropBox().getWidth() > LARGEST_PAGE_POINTS
                    || page.getCropBox().getHeight() > LARGEST_PAGE_POINTS) {
                return true;
            }
        }
        return false;
    }

    @Override
    public int pages() {
        return pdf.getNumberOfPages();
    }

    @Override
    public Raster raster(int page, int dpi) throws IOException {
        return new Raster(renderer.renderImageWithDPI(page - 1, dpi, ImageType.GRAY), dpi);
    }

    @Override
    public void extract(List<Integer> pages, Path target) throws IOException {
        try (PDDocument part = new PDDocument()) {
            for (int page : pages) {
                part.importPage(pdf.getPage(page - 1));
            }
            // Without this the file would hold the time of its making, and the same paper would have two checksums.
            part.setDocumentId((long) pages.hashCode());
            part.save(target.toFile());
        }
    }

    @Override
    public void close() throws IOException {
        pdf.close();
    }

    /** Width times height of a picture; 0 for anything else. */
    static long pixels(COSBase object) {
        if (object instanceof COSStream stream && COSName.IMAGE.equals(stream.getDictionaryObject(COSName.SUBTYPE))) {
            return (long) stream.getInt(COSName.WIDTH, 0) * stream.getInt(COSName.HEIGHT, 0);
        }
        return 0;
    }
}
