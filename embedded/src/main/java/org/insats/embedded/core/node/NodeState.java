package org.insats.embedded.core.node;

import java.io.Serializable;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** A node as one transaction sees it. What it holds is read when first asked for; null before. */
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
    Optional<NodeStore.Assoc> parent;
    List<NodeStore.AccessEntry> access;

    /** What hangs on a row version of a node, as far as it was read; never changed. */
    record Held(
            Set<QName> aspects,
            Map<QName, Serializable> properties,
            Optional<NodeStore.Assoc> parent,
            List<NodeStore.AccessEntry> access) {}

    NodeState(long id, NodeRef ref, QName type, boolean inherits, long rowVersion) {
        this.id = id;
        this.ref = ref;
        this.type = type;
        this.inherits = inherits;
        this.rowVersion = rowVersion;
    }

    Held held() {
        return new Held(aspects, properties, parent, access);
    }

    void hold(Held held) {
        aspects = held.aspects();
        properties = held.properties();
        parent = held.parent();
        access = held.access();
    }

    /** Before the first change: others may hold the same. */
    void becomeOwn() {
        aspects = aspects == null ? null : new LinkedHashSet<>(aspects);
        properties = properties == null ? null : new LinkedHashMap<>(properties);
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
