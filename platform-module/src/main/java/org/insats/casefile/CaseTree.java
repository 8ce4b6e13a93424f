package org.insats.casefile;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;

/** Finds the way around in a case: what a node is, and which case and intervention it lies in. Checks no permissions. */
public final class CaseTree {

    private static final int DEPTH = 16;

    private final NodeService nodeService;
    private final DictionaryService dictionary;

    /** Creates it. */
    public CaseTree(NodeService nodeService, DictionaryService dictionary) {
        this.nodeService = nodeService;
        this.dictionary = dictionary;
    }

    /** The node with an id, if it exists. */
    public Optional<NodeRef> node(String id) {
        if (!id.matches("[0-9a-fA-F-]{36}")) {
            return Optional.empty();
        }
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        return nodeService.exists(node) ? Optional.of(node) : Optional.empty();
    }

    /** The node with an id, of a type. */
    public NodeRef require(String id, QName type) {
        return node(id).filter(node -> is(node, type))
                .orElseThrow(() -> notFound().violation());
    }

    /** What to answer where something does not exist or is not to be known of. */
    static Refusal notFound() {
        return Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND");
    }

    /** The node's type. */
    public QName typeOf(NodeRef node) {
        return nodeService.getType(node);
    }

    /** Whether the node's type is {@code type} or a subtype. */
    public boolean is(NodeRef node, QName type) {
        return dictionary.isSubClass(nodeService.getType(node), type);
    }

    /** The file that {@code node} is or lies in: of a client, or of a contractor. */
    public Optional<NodeRef> caseFile(NodeRef node) {
        return above(node, CaseModel.TYPE_FILE);
    }

    /** The intervention that {@code node} is or lies in. */
    public Optional<NodeRef> intervention(NodeRef node) {
        return above(node, CaseModel.TYPE_INTERVENTION);
    }

    /** Whether the node lies below the folder of Insats. */
    public boolean isBelowRoot(NodeRef node) {
        return above(node, CaseModel.TYPE_ROOT).isPresent();
    }

    private Optional<NodeRef> above(NodeRef node, QName type) {
        NodeRef current = node;
        for (int i = 0; i < DEPTH && current != null; i++) {
            if (is(current, type)) {
                return Optional.of(current);
            }
            ChildAssociationRef parent = nodeService.getPrimaryParent(current);
            current = parent == null ? null : parent.getParentRef();
        }
        return Optional.empty();
    }

    /** Whether a document was ever sent, decided, established or marked, so that it is kept. */
    public boolean isRecord(NodeRef document) {
        return nodeService.getProperty(document, CaseModel.RECORDED_AT) != null
                || nodeService.hasAspect(document, CaseModel.ASPECT_SENT)
                || nodeService.hasAspect(document, CaseModel.ASPECT_ERRONEOUS);
    }

    /** Whether a hold lies on the file of a node: then nothing of it goes, by disposal neither (RET-81). */
    public boolean isHeld(NodeRef node) {
        return caseFile(node)
                .filter(file -> nodeService.hasAspect(file, CaseModel.ASPECT_HELD))
                .isPresent();
    }

    /** Whether a file is closed: then nothing in it is written until it is opened again. */
    public boolean isClosed(NodeRef file) {
        return "CLOSED".equals(nodeService.getProperty(file, CaseModel.CASE_STATE));
    }

    /**
     * Refuses where a file is closed.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-CASE-CLOSED} (409)
     */
    void requireOpen(NodeRef file) {
        if (isClosed(file)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "CASE-CLOSED").violation();
        }
    }

    /** All properties. */
    Map<QName, Serializable> properties(NodeRef node) {
        try {
            return nodeService.getProperties(node);
        } catch (InvalidNodeRefException e) {
            throw notFound().violation();
        }
    }

    /** A text property that is not blank. */
    public Optional<String> textOf(NodeRef node, QName property) {
        return text(node, property);
    }

    Optional<String> text(NodeRef node, QName property) {
        Serializable value = nodeService.getProperty(node, property);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    /** A child of a folder by name. */
    Optional<NodeRef> child(NodeRef folder, String name) {
        return Optional.ofNullable(nodeService.getChildByName(folder, ContentModel.ASSOC_CONTAINS, name));
    }

    NodeService nodes() {
        return nodeService;
    }
}
