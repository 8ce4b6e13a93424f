package org.insats.importer.read;

import java.awt.image.BufferedImage;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The pages of an opened file. */
interface PageSource extends Closeable {

    /** Opens a PDF, TIFF, JPEG or PNG by what it begins with, never by its name. */
    static PageSource open(Path file, Limits limits) throws IOException {
        try (var in = Files.newInputStream(file)) {
            boolean pdf = new String(in.readNBytes(1024), StandardCharsets.ISO_8859_1).contains("%PDF-");
            return pdf ? new PdfPages(file, limits) : new ImagePages(file, limits);
        }
    }

    int pages();

    /**
     * A page in shades of grey.
     *
     * @param page from 1
     * @param dpi the resolution asked for; a picture without one is taken for an A4 page, and never enlarged
     */
    Raster raster(int page, int dpi) throws IOException;

    /** Writes some pages, in the order given, as a PDF of their own; the same pages give the same bytes. */
    void extract(List<Integer> pages, Path target) throws IOException;

    /**
     * A page as pixels.
     *
     * @param image one byte a pixel
     * @param dpi its true resolution
     */
    record Raster(BufferedImage image, int dpi) {}
}
