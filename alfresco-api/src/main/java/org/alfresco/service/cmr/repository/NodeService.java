package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;

/**
 * Nodes, their properties, aspects and child associations. The bean "NodeService" checks rights, runs in a transaction and tells
 * policies; "nodeService" does the last only. Every method throws {@link InvalidNodeRefException} for a node that is not there.
 */
public interface NodeService {

    /** Whether the node is there. */
    boolean exists(NodeRef nodeRef);

    /** The root of a store. */
    NodeRef getRootNode(StoreRef storeRef);

    /** Makes a node under a parent. */
    ChildAssociationRef createNode(NodeRef parentRef, QName assocTypeQName, QName assocQName, QName nodeTypeQName);

    /** Makes a node with properties under a parent. */
    ChildAssociationRef createNode(
            NodeRef parentRef,
            QName assocTypeQName,
            QName assocQName,
            QName nodeTypeQName,
            Map<QName, Serializable> properties);

    /** Gives a node another primary parent. */
    ChildAssociationRef moveNode(NodeRef nodeToMoveRef, NodeRef newParentRef, QName assocTypeQName, QName assocQName);

    /** The node's type. */
    QName getType(NodeRef nodeRef);

    /** Changes the node's type. */
    void setType(NodeRef nodeRef, QName typeQName);

    /** Adds an aspect, with properties or null. */
    void addAspect(NodeRef nodeRef, QName aspectTypeQName, Map<QName, Serializable> aspectProperties);

    /** Takes an aspect and its properties away. */
    void removeAspect(NodeRef nodeRef, QName aspectTypeQName);

    /** Whether the node has the aspect. */
    boolean hasAspect(NodeRef nodeRef, QName aspectTypeQName);

    /** The node's aspects. */
    Set<QName> getAspects(NodeRef nodeRef);

    /** Deletes the node and its primary children (to the archive store, unless sys:temporary). */
    void deleteNode(NodeRef nodeRef);

    /** Adds a secondary parent. */
    ChildAssociationRef addChild(NodeRef parentRef, NodeRef childRef, QName assocTypeQName, QName qname);

    /** All properties. */
    Map<QName, Serializable> getProperties(NodeRef nodeRef);

    /** One property, null where it is missing. */
    Serializable getProperty(NodeRef nodeRef, QName qname);

    /** Replaces all properties. */
    void setProperties(NodeRef nodeRef, Map<QName, Serializable> properties);

    /** Sets some properties and leaves the others. */
    void addProperties(NodeRef nodeRef, Map<QName, Serializable> properties);

    /** Sets one property. */
    void setProperty(NodeRef nodeRef, QName qname, Serializable value);

    /** Takes one property away. */
    void removeProperty(NodeRef nodeRef, QName qname);

    /** All parents, the primary one among them. */
    List<ChildAssociationRef> getParentAssocs(NodeRef nodeRef);

    /** All children. */
    List<ChildAssociationRef> getChildAssocs(NodeRef nodeRef);

    /** The children whose type is one of these exactly; a subtype does not count. */
    List<ChildAssociationRef> getChildAssocs(NodeRef nodeRef, Set<QName> childNodeTypeQNames);

    /** The child of that cm:name, null where there is none. */
    NodeRef getChildByName(NodeRef nodeRef, QName assocTypeQName, String childName);

    /** The primary parent. */
    ChildAssociationRef getPrimaryParent(NodeRef nodeRef);
}
