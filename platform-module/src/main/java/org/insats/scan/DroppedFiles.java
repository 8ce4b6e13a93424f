package org.insats.scan;

import java.util.Comparator;
import java.util.List;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.insats.platform.InsatsFolders;
import org.insats.platform.Refusal;

/** Files that people dropped in the folder {@code Insats/Scan inbox}; the importer fetches them like a scanner's. */
final class DroppedFiles {

    private final NodeService nodeService;
    private final InsatsFolders folders;

    DroppedFiles(NodeService nodeService, InsatsFolders folders) {
        this.nodeService = nodeService;
        this.folders = folders;
    }

    NodeRef folder() {
        return folders.scanInbox();
    }

    List<ScanService.DroppedFile> list() {
        return nodeService.getChildAssocs(folders.scanInbox()).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(this::hasContent)
                .map(this::dropped)
                .sorted(Comparator.comparing(ScanService.DroppedFile::id))
                .toList();
    }

    private boolean hasContent(NodeRef node) {
        return nodeService.getProperty(node, ContentModel.PROP_CONTENT) instanceof ContentData data
                && data.getSize() > 0;
    }

    private ScanService.DroppedFile dropped(NodeRef node) {
        ContentData data = (ContentData) nodeService.getProperty(node, ContentModel.PROP_CONTENT);
        return new ScanService.DroppedFile(node.getId(), data.getSize(), data.getMimetype());
    }

    /**
     * One of them.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} where it is not in the folder
     */
    NodeRef get(String id) {
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        if (!nodeService.exists(node)
                || !nodeService.getPrimaryParent(node).getParentRef().equals(folders.scanInbox())) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
        }
        return node;
    }

    /** Takes it away for good: the register has it, and nothing of a client may lie in anybody's bin. */
    void remove(NodeRef file) {
        nodeService.addAspect(file, ContentModel.ASPECT_TEMPORARY, null);
        nodeService.deleteNode(file);
    }
}
