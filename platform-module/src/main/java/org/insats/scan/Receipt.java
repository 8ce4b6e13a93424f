package org.insats.scan;

import java.util.Optional;

/**
 * What became of a scanned file.
 *
 * @param outcome filed in a case, put in the queue, or known before
 * @param documentId the document that holds it, when filed
 * @param queueId the entry in the register of scans
 * @param reason id of the reason why it waits, for example {@code INS-SCAN-NO_CODE}
 * @param sha256 checksum of the bytes read back from the store; of a file known before, as it was then
 */
public record Receipt(
        Outcome outcome, Optional<String> documentId, String queueId, Optional<String> reason, String sha256) {

    /** Outcomes. */
    public enum Outcome {
        /** It is the content of a case document now. */
        FILED,
        /** It waits for a registrar. */
        QUEUED,
        /** The same bytes came before; nothing was stored. */
        DUPLICATE
    }
}
