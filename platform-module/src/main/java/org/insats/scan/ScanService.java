package org.insats.scan;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The door to scans (bean {@code insats.scanService}). Every method but {@link #searchable} is for registrars and administrators only. */
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

    /**
     * Files a waiting scan in a document, named as {@code 2026-000123-GPL-01}.
     *
     * @param paperDate the day on the paper, which deadlines go by; where it is not known, what the importer read, else today
     * @throws org.insats.platform.RuleViolation {@code INS-SCAN-DATE} when it is to come
     */
    Receipt fileInDocument(String queueId, String documentName, Optional<LocalDate> paperDate);

    /** Files a waiting scan in a case as an incoming document of its own. */
    Receipt fileInCase(String queueId, String caseNumber, Optional<LocalDate> paperDate);

    /**
     * The picture of a scan that waits, as JPEG.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where there is none
     */
    byte[] preview(String queueId);

    /**
     * The PDF/A with text of the scan that is a document's content; for everybody who reads the document.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where there is none, or the user may not read the document
     */
    byte[] searchable(String documentId);

    /** Node id of the folder for scans that people drop files in. */
    String dropFolder();

    /** Files that people dropped in the folder for scans, in the order of their ids. */
    List<DroppedFile> dropped();

    /**
     * Bytes of a dropped file.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where it is not in the folder, {@code INS-SCAN-SIZE}
     */
    byte[] droppedContent(String id);

    /**
     * Takes a dropped file out of the folder, once the register has it.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-SCAN-NOT_TAKEN} while it has not
     */
    void taken(String id);

    /**
     * A file that somebody dropped in the folder for scans; never its name, which may hold a person's.
     *
     * @param id node id
     * @param size bytes
     * @param mimeType kind of file
     */
    record DroppedFile(String id, long size, String mimeType) {}

    /**
     * Takes a scan out of the queue without filing it; it stays in the register with reason and name.
     *
     * @param reason why, in the registrar's words; must not be empty
     */
    void dismiss(String queueId, String reason);
}
