package org.insats.importer.read;

/**
 * How much the importer spends on a file.
 *
 * @param mostPages files with more pages are not opened but sent to the queue
 * @param mostPixels of one picture; a page of 600 dpi has 35 million
 * @param scratchBytes memory and disk for what a PDF unpacks to
 */
public record Limits(int mostPages, long mostPixels, long scratchBytes) {

    /** For a heap of 512 MB. */
    public static Limits ofPages(int mostPages) {
        return new Limits(mostPages, 80_000_000L, 600_000_000L);
    }
}
