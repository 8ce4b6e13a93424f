package org.insats.embedded.core.security;

import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** The containers of the system below {@code sys:system}, such as {@code sys:people}. */
public final class SystemFolders {
    /** The container of all of them. */
    public static final QName SYSTEM = QName.createQName(NamespaceService.SYSTEM_MODEL_1_0_URI, "system");

    private final NodeService nodeService;

    public SystemFolders(NodeService nodeService) {
        this.nodeService = nodeService;
    }

    /** The container of that name. */
    public NodeRef system(QName name) {
        NodeRef root = nodeService.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        NodeRef system = child(root, SYSTEM);
        return name.equals(SYSTEM) ? system : child(system, name);
    }

    private NodeRef child(NodeRef parent, QName name) {
        return nodeService.getChildAssocs(parent).stream()
                .filter(each -> each.getTypeQName().equals(ContentModel.ASSOC_CHILDREN)
                        && each.getQName().equals(name))
                .map(ChildAssociationRef::getChildRef)
                .findFirst()
                .orElseThrow(() -> new AlfrescoRuntimeException("The system container is missing: " + name));
    }
}
