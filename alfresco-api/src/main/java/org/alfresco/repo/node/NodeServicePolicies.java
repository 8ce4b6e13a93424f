package org.alfresco.repo.node;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Events of nodes. */
public interface NodeServicePolicies {

    /** A node is about to be made. */
    interface BeforeCreateNodePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "beforeCreateNode");

        /** Called with the parent and what is to be made. */
        void beforeCreateNode(NodeRef parentRef, QName assocTypeQName, QName assocQName, QName nodeTypeQName);
    }

    /** A node was made. */
    interface OnCreateNodePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "onCreateNode");

        /** Called with the new node's place. */
        void onCreateNode(ChildAssociationRef childAssocRef);
    }

    /** A node is about to be moved. */
    interface BeforeMoveNodePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "beforeMoveNode");

        /** Called with the old place and the new parent. */
        void beforeMoveNode(ChildAssociationRef oldChildAssocRef, NodeRef newParentRef);
    }

    /** A node was moved. */
    interface OnMoveNodePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "onMoveNode");

        /** Called with the old and the new place. */
        void onMoveNode(ChildAssociationRef oldChildAssocRef, ChildAssociationRef newChildAssocRef);
    }

    /** Properties were changed. */
    interface OnUpdatePropertiesPolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "onUpdateProperties");

        /** Called with all properties before and after. */
        void onUpdateProperties(NodeRef nodeRef, Map<QName, Serializable> before, Map<QName, Serializable> after);
    }

    /** A node is about to be deleted. */
    interface BeforeDeleteNodePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "beforeDeleteNode");

        /** Called with the node, still there. */
        void beforeDeleteNode(NodeRef nodeRef);
    }

    /** A node was deleted. */
    interface OnDeleteNodePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "onDeleteNode");

        /** Called with the node's former place. */
        void onDeleteNode(ChildAssociationRef childAssocRef, boolean isNodeArchived);
    }

    /** An aspect was added. */
    interface OnAddAspectPolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "onAddAspect");

        /** Called with the node and the aspect. */
        void onAddAspect(NodeRef nodeRef, QName aspectTypeQName);
    }

    /** An aspect is about to be taken away. */
    interface BeforeRemoveAspectPolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "beforeRemoveAspect");

        /** Called with the node and the aspect. */
        void beforeRemoveAspect(NodeRef nodeRef, QName aspectTypeQName);
    }

    /** A child association was made. */
    interface OnCreateChildAssociationPolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "onCreateChildAssociation");

        /** Called with the association and whether its child is new too. */
        void onCreateChildAssociation(ChildAssociationRef childAssocRef, boolean isNewNode);
    }

    /** The type of a node is about to change. */
    interface BeforeSetNodeTypePolicy {
        QName QNAME = QName.createQName(NamespaceService.ALFRESCO_URI, "beforeSetNodeType");

        /** Called with the node and both types. */
        void beforeSetNodeType(NodeRef nodeRef, QName oldType, QName newType);
    }
}
