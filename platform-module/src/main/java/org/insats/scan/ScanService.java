package org.insats.scan;

import java.util.List;
import java.util.Optional;

/** The door to scans (bean {@code insats.scanService}). Every method is for registrars and administrators only. */
public interface ScanService {

    /**
     * Files a scan in the document its code points at, or puts it in the queue with the reason; the same bytes are taken only
     * once. Content, metadata and the waiting task are one transaction.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-SCAN-EMPTY} for a file without bytes, {@code INS-SCAN-CHECKSUM}
     *     when the bytes are not what the checksum says
     */
    Receipt receive(ScannedFile file);

    /**
     * What waits, in the order of {@link QueuedScan#key()}.
     *
     * @param after the key of the last entry of the page before
     */
    List<QueuedScan> queue(Optional<String> after, int size);

    /** Files a waiting scan in a document, named as {@code 2026-000123-GPL-01}. */
    Receipt fileInDocument(String queueId, String documentName);

    /** Files a waiting scan in a case as an incoming document of its own. */
    Receipt fileInCase(String queueId, String caseNumber);

    /**
     * Takes a scan out of the queue without filing it; it stays in the register with reason and name.
     *
     * @param reason why, in the registrar's words; must not be empty
     */
    void dismiss(String queueId, String reason);
}
