package org.insats.scan;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.print.PrintCode;

/**
 * One entry for every scan that ever came, named by its checksum: the platform's unique child names make sure that the same
 * bytes are never registered twice, even by two at once.
 */
final class ScanRegister {

    private static final int MOST_OF_A_DOCUMENT = 100;

    private final NodeService nodeService;
    private final DatabaseQuery query;
    private final InsatsFolders folders;
    private final Clock clock;

    ScanRegister(NodeService nodeService, DatabaseQuery query, InsatsFolders folders, Clock clock) {
        this.nodeService = nodeService;
        this.query = query;
        this.folders = folders;
        this.clock = clock;
    }

    Optional<NodeRef> find(String sha256) {
        return Optional.ofNullable(
                nodeService.getChildByName(folders.scanQueue(), ContentModel.ASSOC_CONTAINS, sha256));
    }

    NodeRef add(ScannedFile file, String receivedBy) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, file.sha256());
        properties.put(ScanModel.SHA256, file.sha256());
        properties.put(ScanModel.PAGES, file.pages());
        properties.put(ScanModel.RECEIVED_AT, now());
        properties.put(ScanModel.RECEIVED_BY, receivedBy);
        properties.put(ScanModel.QUEUE_STATE, ScanModel.WAITING);
        file.code().ifPresent(code -> properties.put(ScanModel.CODE, code));
        file.code()
                .flatMap(PrintCode::parse)
                .ifPresent(code -> properties.put(ScanModel.DOCUMENT_NAME, code.documentName()));
        ScanReading reading = file.reading();
        properties.put(ScanModel.BATCH, reading.batch().isEmpty() ? file.sha256() : reading.batch());
        properties.put(ScanModel.BATCH_PAGES, reading.batchPages());
        properties.put(ScanModel.FINGERPRINT, reading.fingerprint());
        properties.put(ScanModel.FIELDS, reading.fields());
        reading.guess().ifPresent(guess -> properties.put(ScanModel.GUESS, guess));
        reading.paperDay().ifPresent(day -> properties.put(ScanModel.PAPER_DATE, LawDate.toStored(latest(day))));
        return nodeService
                .createNode(
                        folders.scanQueue(),
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(ScanModel.SHA256.getNamespaceURI(), file.sha256()),
                        ScanModel.TYPE_QUEUED_SCAN,
                        properties)
                .getChildRef();
    }

    /** Whether a scan that looks the same was filed in the document of this name. */
    boolean isFiledAlready(String documentName, String fingerprint) {
        return query
                .find(
                        "SELECT * FROM insscn:queuedScan WHERE insscn:documentName = "
                                + DatabaseQuery.quoted(documentName)
                                + " AND insscn:queueState = 'FILED'",
                        MOST_OF_A_DOCUMENT)
                .stream()
                .map(entry -> nodeService.getProperty(entry, ScanModel.FINGERPRINT))
                .anyMatch(known -> known != null && Likeness.alike(known.toString(), fingerprint));
    }

    /** Whether the scanned file of this checksum came, whole or in parts. */
    boolean hasBatch(String sha256) {
        return find(sha256).isPresent()
                || !query.find(
                                "SELECT * FROM insscn:queuedScan WHERE insscn:batch = " + DatabaseQuery.quoted(sha256),
                                1)
                        .isEmpty();
    }

    void waits(NodeRef entry, String reasonId) {
        nodeService.setProperty(entry, ScanModel.REASON_ID, reasonId);
    }

    void filed(NodeRef entry, String documentId, String by) {
        Map<QName, Serializable> changes = handled(by, ScanModel.FILED);
        changes.put(ScanModel.FILED_DOCUMENT, documentId);
        nodeService.addProperties(entry, changes);
    }

    void dismissed(NodeRef entry, String reason, String by) {
        Map<QName, Serializable> changes = handled(by, ScanModel.DISMISSED);
        changes.put(ScanModel.DISMISS_REASON, reason);
        nodeService.addProperties(entry, changes);
    }

    private Map<QName, Serializable> handled(String by, String state) {
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(ScanModel.QUEUE_STATE, state);
        changes.put(ScanModel.HANDLED_BY, by);
        changes.put(ScanModel.HANDLED_AT, now());
        return changes;
    }

    /**
     * An entry that waits.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where there is none of this id, {@code INS-SCAN-HANDLED}
     *     when somebody was faster
     */
    NodeRef waiting(String id) {
        NodeRef entry = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        if (!nodeService.exists(entry) || !ScanModel.TYPE_QUEUED_SCAN.equals(nodeService.getType(entry))) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
        }
        if (!ScanModel.WAITING.equals(nodeService.getProperty(entry, ScanModel.QUEUE_STATE))) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "SCAN-HANDLED").violation();
        }
        return entry;
    }

    /** Entries that wait, by checksum, which is unique and so a safe key to page by. */
    List<NodeRef> waiting(Optional<String> after, int size) {
        return query.findAfter(
                "SELECT * FROM insscn:queuedScan WHERE insscn:queueState = 'WAITING'",
                "insscn:sha256",
                after.filter(key -> key.matches("[0-9a-f]{64}")),
                size);
    }

    Map<QName, Serializable> properties(NodeRef entry) {
        return nodeService.getProperties(entry);
    }

    /** The latest such day that is not to come; the 29th of February in a year without it is the 28th. */
    private LocalDate latest(MonthDay day) {
        LocalDate today = LawDate.today(clock);
        LocalDate thisYear = day.atYear(today.getYear());
        return thisYear.isAfter(today) ? day.atYear(today.getYear() - 1) : thisYear;
    }

    private Date now() {
        return Date.from(clock.instant());
    }
}
