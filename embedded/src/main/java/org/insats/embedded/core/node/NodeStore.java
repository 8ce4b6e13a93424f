package org.insats.embedded.core.node;

import java.io.Serializable;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.tx.TxContext;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.support.GeneratedKeyHolder;

/**
 * Nodes, aspects, properties and child associations in their tables, and what the current transaction has read of them. The
 * first change of a node in a transaction raises its row version; a transaction that read an older one fails and is retried.
 */
public final class NodeStore {
    /** Key of what a transaction has read of access control lists; stale as soon as a node gets another parent. */
    public static final Object ACLS = "acls";

    /** Where the frozen copies of versions are. */
    public static final StoreRef VERSION_STORE = new StoreRef("versionStore", "version2Store");

    private static final int BATCH = 500;
    private static final int MOST_KNOWN = 5_000;
    private static final String NODE_COLUMNS =
            "n.id, n.store, n.uuid, n.type_name, n.inherits, n.row_version, n.creator, n.created, n.modifier, n.modified";
    private static final String ASSOC_COLUMNS =
            "a.id AS assoc_id, a.type_name AS assoc_type, a.assoc_name, a.is_primary,"
                    + " a.parent_id, a.child_id, p.store AS parent_store, p.uuid AS parent_uuid, c.store AS child_store,"
                    + " c.uuid AS child_uuid";
    private static final String ASSOC_TABLES =
            " FROM ins_child_assoc a JOIN ins_node p ON p.id = a.parent_id" + " JOIN ins_node c ON c.id = a.child_id ";

    private final JdbcTemplate jdbc;
    /** Kept from transaction to transaction, as ACS does; every change raises the row version, so nothing here goes stale. */
    private final Map<Key, NodeState.Held> known =
            Collections.synchronizedMap(new LinkedHashMap<>(MOST_KNOWN, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Key, NodeState.Held> eldest) {
                    return size() > MOST_KNOWN;
                }
            });

    private record Key(long id, long rowVersion) {}

    public NodeStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** What an authority may do, or may not. */
    public record AccessEntry(String authority, String permission, boolean allowed) {}

    /** A child association with its row id and the type of the child. */
    public record Assoc(long id, long parentId, long childId, ChildAssociationRef ref) {}

    /** The node, or empty. */
    public Optional<NodeState> find(NodeRef ref) {
        NodeState before = cache().get(ref);
        if (before != null) {
            return Optional.of(before);
        }
        List<NodeState> found = jdbc.query(
                "SELECT " + NODE_COLUMNS + " FROM ins_node n WHERE n.uuid = ? AND n.store = ?",
                nodeMapper(),
                ref.getId(),
                ref.getStoreRef().toString());
        return found.stream().findFirst().map(this::remember);
    }

    /**
     * The node.
     *
     * @throws InvalidNodeRefException when there is none
     */
    public NodeState get(NodeRef ref) {
        return find(ref).orElseThrow(() -> new InvalidNodeRefException("Node does not exist: " + ref, ref));
    }

    /** Reads many nodes with their aspects and properties in a few statements. */
    public void prefetch(Collection<NodeRef> refs) {
        if (!TxContext.isActive()) {
            return;
        }
        List<String> missing = refs.stream()
                .filter(each -> !cache().containsKey(each))
                .map(NodeRef::getId)
                .distinct()
                .toList();
        for (int from = 0; from < missing.size(); from += BATCH) {
            List<String> some = missing.subList(from, Math.min(from + BATCH, missing.size()));
            Map<Long, NodeState> nodes = new HashMap<>();
            jdbc.query(
                            "SELECT " + NODE_COLUMNS + " FROM ins_node n WHERE n.uuid IN (" + marks(some.size()) + ")",
                            nodeMapper(),
                            some.toArray())
                    .forEach(each -> nodes.put(remember(each).id, cache().get(each.ref)));
            loadDetails(nodes);
        }
    }

    private void loadDetails(Map<Long, NodeState> nodes) {
        nodes.values().removeIf(node -> node.aspects != null);
        if (nodes.isEmpty()) {
            return;
        }
        Object[] ids = nodes.keySet().toArray();
        String in = "(" + marks(ids.length) + ")";
        Map<Long, Set<QName>> aspects = new HashMap<>();
        Map<Long, Map<QName, Serializable>> properties = new HashMap<>();
        jdbc.query(
                "SELECT node_id, aspect_name FROM ins_node_aspect WHERE node_id IN " + in,
                row -> {
                    aspects.computeIfAbsent(row.getLong(1), unused -> new LinkedHashSet<>())
                            .add(QName.createQName(row.getString(2)));
                },
                ids);
        jdbc.query(
                "SELECT node_id, name, list_index, kind, long_value, double_value, string_value, text_value"
                        + " FROM ins_node_property WHERE node_id IN " + in + " ORDER BY node_id, name, list_index",
                row -> {
                    addCell(properties.computeIfAbsent(row.getLong(1), unused -> new LinkedHashMap<>()), row);
                },
                ids);
        nodes.forEach((id, node) -> {
            node.aspects = aspects.getOrDefault(id, new LinkedHashSet<>());
            node.properties = properties.getOrDefault(id, new LinkedHashMap<>());
        });
    }

    /** The aspects a node has been given. */
    public Set<QName> aspects(NodeState node) {
        if (node.aspects == null) {
            loadDetails(new HashMap<>(Map.of(node.id, node)));
        }
        return Collections.unmodifiableSet(node.aspects);
    }

    /** The stored properties. */
    public Map<QName, Serializable> properties(NodeState node) {
        if (node.properties == null) {
            loadDetails(new HashMap<>(Map.of(node.id, node)));
        }
        return Collections.unmodifiableMap(node.properties);
    }

    private static void addCell(Map<QName, Serializable> properties, ResultSet row) throws SQLException {
        QName name = QName.createQName(row.getString("name"));
        PropertyCodec.Cell cell = new PropertyCodec.Cell(
                row.getInt("list_index"),
                row.getString("kind"),
                row.getObject("long_value", Long.class),
                row.getObject("double_value", Double.class),
                row.getString("string_value"),
                row.getString("text_value"));
        Serializable value = PropertyCodec.decode(cell);
        if (cell.index() == PropertyCodec.SINGLE) {
            properties.put(name, value);
        } else {
            @SuppressWarnings("unchecked")
            List<Serializable> list =
                    (List<Serializable>) properties.computeIfAbsent(name, unused -> new ArrayList<Serializable>());
            list.add(value);
        }
    }

    /** Inserts a node without parent. */
    public NodeState insert(NodeRef ref, QName type, boolean inherits) {
        TxContext.forWriting();
        long id;
        try {
            id = insertReturningId(
                    "INSERT INTO ins_node (row_version, store, uuid, type_name, inherits) VALUES (1, ?, ?, ?, ?)",
                    ref.getStoreRef().toString(),
                    ref.getId(),
                    type.toString(),
                    inherits);
        } catch (DuplicateKeyException e) {
            throw new AlfrescoRuntimeException("Node already exists: " + ref, e);
        }
        NodeState node = new NodeState(id, ref, type, inherits, 1);
        node.claimed = true;
        node.aspects = new LinkedHashSet<>();
        node.properties = new LinkedHashMap<>();
        node.access = List.of();
        return remember(node);
    }

    /** Raises the row version at the first change of this transaction. */
    public void claim(NodeState node) {
        TxContext.forWriting();
        if (!node.claimed) {
            raised(
                    node,
                    jdbc.update(
                            "UPDATE ins_node SET row_version = row_version + 1 WHERE id = ? AND row_version = ?",
                            node.id,
                            node.rowVersion));
        }
    }

    private static void raised(NodeState node, int rows) {
        if (rows != 1) {
            throw new ConcurrencyFailureException("The node was changed by another transaction: " + node.ref);
        }
        if (!node.claimed) {
            node.rowVersion++;
            node.claimed = true;
            node.becomeOwn();
        }
    }

    /** Sets the type. */
    public void setType(NodeState node, QName type) {
        claim(node);
        jdbc.update("UPDATE ins_node SET type_name = ? WHERE id = ?", type.toString(), node.id);
        node.type = type;
    }

    /** Sets whether a node takes over its parent's permissions. */
    public void setInherits(NodeState node, boolean inherits) {
        claim(node);
        jdbc.update("UPDATE ins_node SET inherits = ? WHERE id = ?", inherits, node.id);
        node.inherits = inherits;
        TxContext.current().forget(ACLS);
    }

    /** Writes who made and changed the node, and when. */
    public void saveAudit(NodeState node) {
        TxContext.forWriting();
        int rows = jdbc.update(
                "UPDATE ins_node SET creator = ?, created = ?, modifier = ?, modified = ?, row_version = row_version + ?"
                        + " WHERE id = ? AND row_version = ?",
                node.creator,
                millis(node.created),
                node.modifier,
                millis(node.modified),
                node.claimed ? 0 : 1,
                node.id,
                node.rowVersion);
        raised(node, rows);
    }

    /** Moves the time of change of a parent forward without claiming it: parents are not fought over. */
    void touch(long id, String modifier, Date modified) {
        jdbc.update(
                "UPDATE ins_node SET modifier = ?, modified = ? WHERE id = ? AND modified < ?",
                modifier,
                modified.getTime(),
                id,
                modified.getTime());
    }

    /** Adds an aspect; false when it was there. */
    public boolean addAspect(NodeState node, QName aspect) {
        if (aspects(node).contains(aspect)) {
            return false;
        }
        claim(node);
        jdbc.update("INSERT INTO ins_node_aspect (node_id, aspect_name) VALUES (?, ?)", node.id, aspect.toString());
        node.aspects.add(aspect);
        return true;
    }

    /** Removes an aspect; false when it was not there. */
    public boolean removeAspect(NodeState node, QName aspect) {
        if (!aspects(node).contains(aspect)) {
            return false;
        }
        claim(node);
        jdbc.update("DELETE FROM ins_node_aspect WHERE node_id = ? AND aspect_name = ?", node.id, aspect.toString());
        node.aspects.remove(aspect);
        return true;
    }

    /** Writes these properties, leaving others alone. */
    public void putProperties(NodeState node, Map<QName, Serializable> values) {
        properties(node);
        claim(node);
        List<Object[]> rows = new ArrayList<>();
        for (Map.Entry<QName, Serializable> each : values.entrySet()) {
            if (node.properties.containsKey(each.getKey())) {
                deleteProperty(node, each.getKey());
            }
            for (PropertyCodec.Cell cell : PropertyCodec.encode(each.getValue())) {
                rows.add(new Object[] {
                    node.id,
                    each.getKey().toString(),
                    cell.index(),
                    cell.kind(),
                    cell.number(),
                    cell.real(),
                    cell.string(),
                    cell.text()
                });
            }
            node.properties.put(
                    each.getKey(),
                    each.getValue() instanceof Collection<?> all ? new ArrayList<>(all) : each.getValue());
        }
        if (!rows.isEmpty()) {
            jdbc.batchUpdate(
                    "INSERT INTO ins_node_property (node_id, name, list_index, kind, long_value, double_value,"
                            + " string_value, text_value) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                    rows,
                    new int[] {
                        java.sql.Types.BIGINT,
                        java.sql.Types.VARCHAR,
                        java.sql.Types.INTEGER,
                        java.sql.Types.VARCHAR,
                        java.sql.Types.BIGINT,
                        java.sql.Types.DOUBLE,
                        java.sql.Types.VARCHAR,
                        java.sql.Types.VARCHAR
                    });
        }
    }

    /** Removes these properties. */
    public void removeProperties(NodeState node, Collection<QName> names) {
        for (QName name : names) {
            if (properties(node).containsKey(name)) {
                claim(node);
                deleteProperty(node, name);
                node.properties.remove(name);
            }
        }
    }

    private void deleteProperty(NodeState node, QName name) {
        jdbc.update("DELETE FROM ins_node_property WHERE node_id = ? AND name = ?", node.id, name.toString());
    }

    /**
     * Inserts a child association.
     *
     * @param uniqueName the child's name where children of this kind must differ in name; null where they need not
     */
    ChildAssociationRef insertAssoc(
            NodeState parent, NodeState child, QName type, QName name, boolean primary, String uniqueName) {
        TxContext.forWriting();
        String key = uniqueName == null ? "~" + child.ref.getId() + "~" + name : nameKey(uniqueName);
        if (uniqueName != null) {
            requireFreeName(parent, type, uniqueName, -1);
        }
        long id;
        try {
            id = insertReturningId(
                    "INSERT INTO ins_child_assoc (parent_id, child_id, type_name, assoc_name, name_key, is_primary)"
                            + " VALUES (?, ?, ?, ?, ?, ?)",
                    parent.id,
                    child.id,
                    type.toString(),
                    name.toString(),
                    key.length() > 300 ? key.substring(0, 300) : key,
                    primary);
        } catch (DuplicateKeyException e) {
            throw new DuplicateChildNodeNameException(parent.ref, type, uniqueName, e);
        }
        ChildAssociationRef ref = new ChildAssociationRef(type, parent.ref, name, child.ref, primary, -1);
        if (primary) {
            child.parent = Optional.of(new Assoc(id, parent.id, child.id, ref));
        }
        return ref;
    }

    private void requireFreeName(NodeState parent, QName type, String name, long except) {
        List<Long> taken = jdbc.queryForList(
                "SELECT id FROM ins_child_assoc WHERE parent_id = ? AND type_name = ? AND name_key = ?",
                Long.class,
                parent.id,
                type.toString(),
                nameKey(name));
        if (taken.stream().anyMatch(each -> each != except)) {
            throw new DuplicateChildNodeNameException(parent.ref, type, name, null);
        }
    }

    void renameAssoc(Assoc assoc, String name) {
        requireFreeName(get(assoc.ref().getParentRef()), assoc.ref().getTypeQName(), name, assoc.id());
        try {
            jdbc.update("UPDATE ins_child_assoc SET name_key = ? WHERE id = ?", nameKey(name), assoc.id());
        } catch (DuplicateKeyException e) {
            throw new DuplicateChildNodeNameException(
                    assoc.ref().getParentRef(), assoc.ref().getTypeQName(), name, e);
        }
    }

    static String nameKey(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    void deleteAssoc(long id) {
        TxContext.forWriting().forget(ACLS);
        jdbc.update("DELETE FROM ins_child_assoc WHERE id = ?", id);
    }

    /** The node that a frozen copy is of; any other reference as it is. */
    public NodeRef live(NodeRef nodeRef) {
        if (!VERSION_STORE.equals(nodeRef.getStoreRef())) {
            return nodeRef;
        }
        return jdbc
                .query(
                        "SELECT store, uuid FROM ins_version WHERE frozen_uuid = ?",
                        (row, index) -> new NodeRef(new StoreRef(row.getString(1)), row.getString(2)),
                        nodeRef.getId())
                .stream()
                .findFirst()
                .orElse(nodeRef);
    }

    /** Lets a frozen copy have the children that the node has: the live ones, as in ACS. */
    public void copyChildren(NodeState node, NodeState frozen) {
        children(node, Set.of())
                .forEach(each -> insertAssoc(
                        frozen,
                        get(each.ref().getChildRef()),
                        each.ref().getTypeQName(),
                        each.ref().getQName(),
                        false,
                        null));
    }

    /** All associations to parents, the primary one first; frozen copies are none. */
    List<Assoc> parents(NodeState child) {
        return jdbc.query(
                "SELECT " + ASSOC_COLUMNS + ASSOC_TABLES
                        + "WHERE a.child_id = ? AND p.store NOT LIKE 'versionStore%' ORDER BY a.is_primary DESC, a.id",
                assocMapper(),
                child.id);
    }

    /** The association to the primary parent; empty for a root. */
    public Optional<Assoc> primaryParent(NodeState child) {
        if (child.parent == null) {
            String sql = "SELECT " + ASSOC_COLUMNS + ASSOC_TABLES + "WHERE a.child_id = ? AND a.is_primary";
            child.parent = jdbc.query(sql, assocMapper(), child.id).stream().findFirst();
        }
        return child.parent;
    }

    /** The entries of a node's own. */
    public List<AccessEntry> access(NodeState node) {
        if (node.access == null) {
            node.access = jdbc.query(
                    "SELECT authority, permission, allowed FROM ins_ace WHERE node_id = ? ORDER BY authority, permission",
                    (row, index) -> new AccessEntry(row.getString(1), row.getString(2), row.getBoolean(3)),
                    node.id);
        }
        return node.access;
    }

    /** To be called before the entries of a node change. */
    public void changeAccess(NodeState node) {
        claim(node);
        node.access = null;
        TxContext.current().forget(ACLS);
    }

    /** The associations to children of these types, or to all where none is named, in the order they were made; the nodes are read along, as in ACS. */
    List<Assoc> children(NodeState parent, Set<QName> types) {
        String ofTypes = types.isEmpty() ? "" : " AND c.type_name IN (" + marks(types.size()) + ")";
        List<Assoc> found = jdbc.query(
                "SELECT " + ASSOC_COLUMNS + ASSOC_TABLES + "WHERE a.parent_id = ?" + ofTypes + " ORDER BY a.id",
                assocMapper(),
                Stream.concat(Stream.of(parent.id), types.stream().map(QName::toString))
                        .toArray());
        prefetch(found.stream().map(each -> each.ref().getChildRef()).toList());
        return found;
    }

    /** The child whose name, not regarding case, is this. */
    Optional<Assoc> childByName(NodeState parent, QName type, String name) {
        return jdbc
                .query(
                        "SELECT " + ASSOC_COLUMNS + ASSOC_TABLES
                                + "WHERE a.parent_id = ? AND a.type_name = ? AND a.name_key = ?",
                        assocMapper(),
                        parent.id,
                        type.toString(),
                        nameKey(name))
                .stream()
                .findFirst();
    }

    /** Removes a node and all that hangs on it; its associations first. */
    public void delete(NodeState node) {
        claim(node);
        jdbc.update("DELETE FROM ins_child_assoc WHERE child_id = ? OR parent_id = ?", node.id, node.id);
        jdbc.update("DELETE FROM ins_ace WHERE node_id = ?", node.id);
        jdbc.update("DELETE FROM ins_node_property WHERE node_id = ?", node.id);
        jdbc.update("DELETE FROM ins_node_aspect WHERE node_id = ?", node.id);
        jdbc.update("DELETE FROM ins_node WHERE id = ?", node.id);
        cache().remove(node.ref);
    }

    /** Puts a node into another store under the same id. */
    void changeStore(NodeState node, StoreRef store) {
        claim(node);
        node.parent = null;
        jdbc.update("UPDATE ins_node SET store = ? WHERE id = ?", store.toString(), node.id);
        jdbc.update(
                "DELETE FROM ins_child_assoc WHERE child_id = ? AND NOT is_primary AND parent_id IN"
                        + " (SELECT id FROM ins_node WHERE store LIKE 'versionStore%')",
                node.id);
        cache().remove(node.ref);
        node.ref = new NodeRef(store, node.ref.getId());
        remember(node);
    }

    /** The root of a store. */
    public Optional<NodeRef> root(StoreRef store, QName rootType) {
        return jdbc
                .queryForList(
                        "SELECT uuid FROM ins_node WHERE store = ? AND type_name = ?",
                        String.class,
                        store.toString(),
                        rootType.toString())
                .stream()
                .findFirst()
                .map(each -> new NodeRef(store, each));
    }

    private Map<NodeRef, NodeState> cache() {
        TxContext context = TxContext.current();
        return context.resource(NodeStore.class, () -> {
            Map<NodeRef, NodeState> nodes = new HashMap<>();
            context.afterCommit(
                    () -> nodes.values().forEach(each -> known.put(new Key(each.id, each.rowVersion), each.held())));
            return nodes;
        });
    }

    private NodeState remember(NodeState node) {
        NodeState before = cache().putIfAbsent(node.ref, node);
        NodeState.Held held = before == null ? known.get(new Key(node.id, node.rowVersion)) : null;
        if (held != null) {
            node.hold(held);
        }
        return before == null ? node : before;
    }

    private long insertReturningId(String sql, Object... arguments) {
        GeneratedKeyHolder key = new GeneratedKeyHolder();
        jdbc.update(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(sql, new String[] {"id"});
                    for (int i = 0; i < arguments.length; i++) {
                        statement.setObject(i + 1, arguments[i]);
                    }
                    return statement;
                },
                key);
        return key.getKey().longValue();
    }

    private static RowMapper<NodeState> nodeMapper() {
        return (row, index) -> {
            NodeState node = new NodeState(
                    row.getLong("id"),
                    new NodeRef(new StoreRef(row.getString("store")), row.getString("uuid")),
                    QName.createQName(row.getString("type_name")),
                    row.getBoolean("inherits"),
                    row.getLong("row_version"));
            node.creator = row.getString("creator");
            node.created = date(row.getObject("created", Long.class));
            node.modifier = row.getString("modifier");
            node.modified = date(row.getObject("modified", Long.class));
            return node;
        };
    }

    private static RowMapper<Assoc> assocMapper() {
        return (row, index) -> new Assoc(
                row.getLong("assoc_id"),
                row.getLong("parent_id"),
                row.getLong("child_id"),
                new ChildAssociationRef(
                        QName.createQName(row.getString("assoc_type")),
                        new NodeRef(new StoreRef(row.getString("parent_store")), row.getString("parent_uuid")),
                        QName.createQName(row.getString("assoc_name")),
                        new NodeRef(new StoreRef(row.getString("child_store")), row.getString("child_uuid")),
                        row.getBoolean("is_primary"),
                        -1));
    }

    private static Long millis(Date date) {
        return date == null ? null : date.getTime();
    }

    private static Date date(Long millis) {
        return millis == null ? null : new Date(millis);
    }

    private static String marks(int count) {
        return String.join(",", Collections.nCopies(count, "?"));
    }
}
