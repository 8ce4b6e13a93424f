package org.insats.importer;

import java.io.IOException;
import java.nio.file.Path;

/** Where scanned files go. */
public interface ScanRepository {

    /** What the repository did with a file. */
    enum Outcome {
        /** It is the content of a case document now. */
        FILED,
        /** It waits in the queue for a registrar. */
        QUEUED,
        /** The repository has had these very bytes before; nothing was stored. */
        DUPLICATE
    }

    /**
     * Hands a file over; returns when the repository has stored it for good. Handing the same bytes over again is harmless.
     *
     * @throws Refused when the repository will not take it, however often it is sent
     * @throws IOException when it cannot be reached, is full or fails: the file stays where it is
     */
    Outcome file(Path file, String sha256, Reading reading) throws IOException, Refused;

    /** The repository will never take this file. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }
}
