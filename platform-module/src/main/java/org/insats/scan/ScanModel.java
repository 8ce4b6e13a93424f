package org.insats.scan;

import org.alfresco.service.namespace.QName;

/** Names of {@code model/scan-model.xml} and of the aspect {@code ins:scanned}. */
final class ScanModel {

    private static final String URI = "http://insats.org/model/scan/1.0";
    private static final String CASE_URI = "http://insats.org/model/case/1.0";

    static final QName TYPE_QUEUED_SCAN = QName.createQName(URI, "queuedScan");
    static final QName SHA256 = QName.createQName(URI, "sha256");
    static final QName PAGES = QName.createQName(URI, "pages");
    static final QName RECEIVED_AT = QName.createQName(URI, "receivedAt");
    static final QName RECEIVED_BY = QName.createQName(URI, "receivedBy");
    static final QName QUEUE_STATE = QName.createQName(URI, "queueState");
    static final QName REASON_ID = QName.createQName(URI, "reasonId");
    static final QName CODE = QName.createQName(URI, "code");
    static final QName FILED_DOCUMENT = QName.createQName(URI, "filedDocument");
    static final QName HANDLED_BY = QName.createQName(URI, "handledBy");
    static final QName HANDLED_AT = QName.createQName(URI, "handledAt");
    static final QName DISMISS_REASON = QName.createQName(URI, "dismissReason");

    static final QName DOCUMENT_NAME = QName.createQName(URI, "documentName");
    static final QName FINGERPRINT = QName.createQName(URI, "fingerprint");
    static final QName BATCH = QName.createQName(URI, "batch");
    static final QName BATCH_PAGES = QName.createQName(URI, "batchPages");
    static final QName FIELDS = QName.createQName(URI, "fields");
    static final QName GUESS = QName.createQName(URI, "guess");
    static final QName PAPER_DATE = QName.createQName(URI, "paperDate");
    static final QName PREVIEW = QName.createQName(URI, "preview");
    static final QName SEARCHABLE = QName.createQName(URI, "searchable");

    static final QName ASPECT_SCANNED = QName.createQName(CASE_URI, "scanned");
    static final QName DOCUMENT_SHA256 = QName.createQName(CASE_URI, "sha256");
    static final QName SCANNED_AT = QName.createQName(CASE_URI, "scannedAt");
    static final QName SCAN_PAGES = QName.createQName(CASE_URI, "scanPages");
    static final QName SCAN_OF = QName.createQName(CASE_URI, "scanOf");
    static final QName SCANNED_VERSION = QName.createQName(CASE_URI, "scannedVersion");

    static final QName SCAN_BATCH = QName.createQName(CASE_URI, "scanBatch");
    static final QName SCAN_FIELDS = QName.createQName(CASE_URI, "scanFields");
    static final QName DOCUMENT_PAPER_DATE = QName.createQName(CASE_URI, "paperDate");
    static final QName SEARCHABLE_COPY = QName.createQName(CASE_URI, "searchableCopy");

    static final String WAITING = "WAITING";
    static final String FILED = "FILED";
    static final String DISMISSED = "DISMISSED";

    private ScanModel() {}
}
