package org.insats.importer.read;

import java.util.List;
import java.util.stream.IntStream;

/**
 * What a scanned file turned out to be.
 *
 * @param pages pages of the file, 0 where it cannot be opened
 * @param separators pages that only part papers
 * @param papers the papers in it
 */
public record BatchReading(int pages, List<Integer> separators, List<ScannedPaper> papers) {

    /** Copies. */
    public BatchReading {
        separators = List.copyOf(separators);
        papers = List.copyOf(papers);
    }

    /** A file that a person has to look at as a whole. */
    public static BatchReading queued(Reason reason, int pages) {
        List<Integer> numbers = IntStream.rangeClosed(1, pages).boxed().toList();
        return new BatchReading(pages, List.of(), List.of(ScannedPaper.whole(reason, numbers)));
    }
}
