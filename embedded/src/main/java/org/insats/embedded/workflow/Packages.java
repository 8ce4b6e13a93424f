package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Workflow packages: the folders that hold what a workflow is about. As in ACS, everyone has all rights on the folder itself. */
final class Packages {

    private static final String SYS = NamespaceService.SYSTEM_MODEL_1_0_URI;
    private static final QName CHILDREN = QName.createQName(SYS, "children");
    private static final QName CONTAINER = QName.createQName(SYS, "container");
    private static final QName FOLDER = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "systemfolder");
    private static final QName CONTAINS = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "contains");
    private static final QName NAME = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "name");

    private final NodeService nodeService;
    private final PermissionService permissionService;

    Packages(NodeService nodeService, PermissionService permissionService) {
        this.nodeService = nodeService;
        this.permissionService = permissionService;
    }

    NodeRef create(NodeRef container) {
        boolean system = container == null;
        NodeRef folder = system ? createFolder() : container;
        if (nodeService.hasAspect(folder, Bpm.ASPECT_PACKAGE)) {
            throw new WorkflowException("Container '" + folder + "' is already a workflow package.");
        }
        Map<QName, Serializable> values = new HashMap<>();
        values.put(Bpm.IS_SYSTEM_PACKAGE, system);
        nodeService.addAspect(folder, Bpm.ASPECT_PACKAGE, values);
        return folder;
    }

    private NodeRef createFolder() {
        NodeRef root = nodeService.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        NodeRef system = child(root, "system", CONTAINER);
        NodeRef workflow = child(system, "workflow", CONTAINER);
        NodeRef all = child(workflow, "packages", FOLDER);
        String name = "pkg_" + UUID.randomUUID();
        QName assoc = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, name);
        NodeRef folder = nodeService
                .createNode(all, CONTAINS, assoc, Bpm.TYPE_PACKAGE, new HashMap<>(Map.of(NAME, name)))
                .getChildRef();
        permissionService.setPermission(
                folder, PermissionService.ALL_AUTHORITIES, PermissionService.ALL_PERMISSIONS, true);
        return folder;
    }

    private NodeRef child(NodeRef parent, String localName, QName type) {
        QName name = QName.createQName(SYS, localName);
        for (ChildAssociationRef each : nodeService.getChildAssocs(parent)) {
            if (localName.equals(each.getQName().getLocalName())) {
                return each.getChildRef();
            }
        }
        return nodeService.createNode(parent, CHILDREN, name, type).getChildRef();
    }

    void attach(WorkflowInstance instance) {
        NodeRef folder = instance.getWorkflowPackage();
        if (folder == null) {
            return;
        }
        Object attached = nodeService.getProperty(folder, Bpm.INSTANCE_ID);
        if (attached != null && !attached.equals(instance.getId())) {
            throw new WorkflowException("The package " + folder + " already belongs to the workflow " + attached);
        }
        if (attached == null) {
            if (!nodeService.hasAspect(folder, Bpm.ASPECT_PACKAGE)) {
                create(folder);
            }
            nodeService.setProperty(
                    folder, Bpm.DEFINITION_ID, instance.getDefinition().getId());
            nodeService.setProperty(
                    folder, Bpm.DEFINITION_NAME, instance.getDefinition().getName());
            nodeService.setProperty(folder, Bpm.INSTANCE_ID, instance.getId());
        }
    }

    void delete(NodeRef folder) {
        if (folder == null || !nodeService.exists(folder) || !nodeService.hasAspect(folder, Bpm.ASPECT_PACKAGE)) {
            return;
        }
        if (Boolean.TRUE.equals(nodeService.getProperty(folder, Bpm.IS_SYSTEM_PACKAGE))) {
            nodeService.deleteNode(folder);
        } else {
            nodeService.removeAspect(folder, Bpm.ASPECT_PACKAGE);
        }
    }
}
