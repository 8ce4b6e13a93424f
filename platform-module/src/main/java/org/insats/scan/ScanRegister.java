package org.insats.scan;

import java.io.Serializable;
import java.time.Clock;
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
import org.insats.platform.Refusal;

/**
 * One entry for every scan that ever came, named by its checksum: the platform's unique child names make sure that the same
 * bytes are never registered twice, even by two at once.
 */
final class ScanRegister {

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
        return nodeService
                .createNode(
                        folders.scanQueue(),
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(ScanModel.SHA256.getNamespaceURI(), file.sha256()),
                        ScanModel.TYPE_QUEUED_SCAN,
                        properties)
                .getChildRef();
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

    private Date now() {
        return Date.from(clock.instant());
    }
}
