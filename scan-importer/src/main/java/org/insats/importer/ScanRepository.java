package org.insats.importer;

import java.io.IOException;

/** Where scanned papers go. */
public interface ScanRepository {

    /** What the repository did with a paper. */
    enum Outcome {
        /** It is the content of a case document now. */
        FILED,
        /** It waits in the queue for a registrar. */
        QUEUED,
        /** The repository has had these very bytes before; nothing was stored. */
        DUPLICATE
    }

    /**
     * The repository's answer.
     *
     * @param outcome what it did
     * @param sha256 checksum of the bytes as they lie in its store
     * @param reason id of the reason why the paper waits, or empty
     */
    record Receipt(Outcome outcome, String sha256, String reason) {}

    /**
     * Hands a paper over; returns when the repository has stored it for good. Handing the same bytes over again is harmless.
     *
     * @throws Refused when the repository will not take it, however often it is sent
     * @throws IOException when it cannot be reached, is full or fails: the file stays where it is
     */
    Receipt file(Delivery delivery) throws IOException, Refused;

    /** The repository will never take this paper. */
    final class Refused extends Exception {
        private static final long serialVersionUID = 1L;

        /** With the repository's explanation. */
        public Refused(String message) {
            super(message);
        }
    }
}
