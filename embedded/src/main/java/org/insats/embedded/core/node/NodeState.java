package org.insats.embedded.core.node;

import java.io.Serializable;
import java.util.Date;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** A node as one transaction sees it. Aspects and properties are loaded when first asked for. */
public final class NodeState {
    final long id;
    NodeRef ref;
    QName type;
    boolean inherits;
    long rowVersion;
    boolean claimed;
    String creator;
    Date created;
    String modifier;
    Date modified;
    Set<QName> aspects;
    Map<QName, Serializable> properties;

    NodeState(long id, NodeRef ref, QName type, boolean inherits, long rowVersion) {
        this.id = id;
        this.ref = ref;
        this.type = type;
        this.inherits = inherits;
        this.rowVersion = rowVersion;
    }

    /** The row id, ACS's node-dbid. */
    public long id() {
        return id;
    }

    /** The reference. */
    public NodeRef ref() {
        return ref;
    }

    /** The type. */
    public QName type() {
        return type;
    }

    /** Whether the node takes over its primary parent's permissions. */
    public boolean inherits() {
        return inherits;
    }

    /** Who made the node; null when it is not auditable. */
    public String creator() {
        return creator;
    }

    /** When the node was made; null when it is not auditable. */
    public Date created() {
        return created;
    }

    /** Who changed the node last. */
    public String modifier() {
        return modifier;
    }

    /** When the node was changed last. */
    public Date modified() {
        return modified;
    }

    /** Sets who made and changed the node, and when; {@link NodeStore#saveAudit} writes it. */
    public void setAudit(String newCreator, Date newCreated, String newModifier, Date newModified) {
        creator = newCreator;
        created = newCreated;
        modifier = newModifier;
        modified = newModified;
    }
}
