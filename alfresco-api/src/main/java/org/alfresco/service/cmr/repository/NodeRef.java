package org.alfresco.service.cmr.repository;

import java.io.Serializable;
import java.util.regex.Pattern;
import org.alfresco.error.AlfrescoRuntimeException;

/** Names a node, written {@code protocol://identifier/id}. */
public final class NodeRef implements Serializable {

    private static final long serialVersionUID = 3760844584074227768L;
    private static final Pattern WRITTEN = Pattern.compile(".+://.+/.+");

    private final StoreRef storeRef;
    private final String id;

    /** A node from the parts of its store and its id. */
    public NodeRef(String protocol, String identifier, String id) {
        this(new StoreRef(protocol, identifier), id);
    }

    /** A node from store and id, neither null. */
    public NodeRef(StoreRef storeRef, String id) {
        if (storeRef == null || id == null) {
            throw new IllegalArgumentException("Store reference and node id may not be null");
        }
        this.storeRef = storeRef;
        this.id = id;
    }

    /** A node from its written form. */
    public NodeRef(String nodeRef) {
        int slash = nodeRef.lastIndexOf('/');
        if (slash < 0) {
            throw new AlfrescoRuntimeException("Invalid node ref - does not contain forward slash: " + nodeRef);
        }
        this.storeRef = new StoreRef(nodeRef.substring(0, slash));
        this.id = nodeRef.substring(slash + 1);
    }

    /** The node's store. */
    public StoreRef getStoreRef() {
        return storeRef;
    }

    /** The id within the store, usually a UUID. */
    public String getId() {
        return id;
    }

    /** Whether a text has the written form of a node reference; null has not. */
    public static boolean isNodeRef(String nodeRef) {
        return nodeRef != null && WRITTEN.matcher(nodeRef).matches();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NodeRef that && id.equals(that.id) && storeRef.equals(that.storeRef);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return storeRef + "/" + id;
    }
}
