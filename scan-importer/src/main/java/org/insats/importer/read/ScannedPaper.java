package org.insats.importer.read;

import java.util.List;
import java.util.Optional;

/**
 * Pages that belong together: what is handed over as one.
 *
 * @param pages numbers in the scanned file, from 1, in the order of the paper
 * @param code text of the code; the best guess where there is a reason
 * @param reason why a person has to look; empty where everything is certain
 * @param file name of the paper's own file in the work folder; empty where the paper is the whole scanned file
 * @param preview name of a JPEG of the first pages in the work folder; empty where none can be made
 * @param searchable name of a PDF/A with text in the work folder; empty where none was made
 * @param fingerprint what the paper looks like, see {@link Fingerprint}; empty where no page can be opened
 * @param fields what else was read
 */
public record ScannedPaper(
        List<Integer> pages,
        Optional<String> code,
        Optional<Reason> reason,
        String file,
        String preview,
        String searchable,
        String fingerprint,
        List<Field> fields) {

    /** Copies. */
    public ScannedPaper {
        pages = List.copyOf(pages);
        fields = List.copyOf(fields);
    }

    static ScannedPaper whole(Reason reason, List<Integer> pages) {
        return new ScannedPaper(pages, Optional.empty(), Optional.of(reason), "", "", "", "", List.of());
    }
}
