package org.insats.embedded.core.version;

import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.node.NodeState;
import org.insats.embedded.core.node.NodeStore;
import org.insats.embedded.core.tx.TxContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Versions: each a frozen copy of type, aspects and properties as a node of the version store, which nothing changes
 * afterwards. Content is shared, as its files never change. As in ACS, no method asks for a permission of its own, but the node is
 * read and written through the public node service, which does.
 */
public final class VersionServiceImpl implements VersionService {
    private static final String TYPE_KEY = "versionType";
    private static final String DESCRIPTION_KEY = "description";
    private static final String MAJOR = "MAJOR";
    private static final Set<QName> NOT_REVERTED = Set.of(
            ContentModel.PROP_VERSION_LABEL,
            ContentModel.PROP_VERSION_TYPE,
            ContentModel.PROP_OWNER,
            ContentModel.PROP_NAME);

    private final JdbcTemplate jdbc;
    private final NodeStore store;
    private final NodeService nodeService;
    private final BehaviourFilter filter;
    private final Clock clock;

    public VersionServiceImpl(
            JdbcTemplate jdbc, NodeStore store, NodeService nodeService, BehaviourFilter filter, Clock clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.nodeService = nodeService;
        this.filter = filter;
        this.clock = clock;
    }

    /** The nodes that this transaction has made a version of; a second is not cut by itself. */
    static Set<NodeRef> versionedNow() {
        return TxContext.current().resource(VersionServiceImpl.class, HashSet::new);
    }

    @Override
    public Version createVersion(NodeRef nodeRef, Map<String, Serializable> versionProperties) {
        NodeState node = store.get(nodeRef);
        versionedNow().add(nodeRef);
        if (!nodeService.hasAspect(nodeRef, ContentModel.ASPECT_VERSIONABLE)) {
            nodeService.addAspect(nodeRef, ContentModel.ASPECT_VERSIONABLE, null);
        }
        Map<String, Serializable> wanted = versionProperties == null ? Map.of() : versionProperties;
        boolean major = MAJOR.equals(String.valueOf(wanted.get(TYPE_KEY)));
        Serializable description = wanted.get(DESCRIPTION_KEY);
        List<FrozenVersion> before = versions(nodeRef);
        String label = nextLabel(before.isEmpty() ? "0.0" : before.get(0).getVersionLabel(), major);
        NodeRef frozen = freeze(node);
        jdbc.update(
                "INSERT INTO ins_version (store, uuid, label, frozen_uuid, description, major, creator, created)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                nodeRef.getStoreRef().toString(),
                nodeRef.getId(),
                label,
                frozen.getId(),
                description == null ? null : description.toString(),
                major,
                node.modifier() == null ? "unknown" : node.modifier(),
                clock.millis());
        label(nodeRef, frozen, label, major);
        return versions(nodeRef).get(0);
    }

    private static String nextLabel(String before, boolean major) {
        int dot = before.indexOf('.');
        int first = Integer.parseInt(before.substring(0, dot));
        int second = Integer.parseInt(before.substring(dot + 1));
        return major ? (first + 1) + ".0" : first + "." + (second + 1);
    }

    private NodeRef freeze(NodeState node) {
        Map<QName, Serializable> properties = new LinkedHashMap<>(store.properties(node));
        NodeState frozen = store.insert(
                new NodeRef(NodeStore.VERSION_STORE, UUID.randomUUID().toString()), node.type(), false);
        store.aspects(node).forEach(each -> store.addAspect(frozen, each));
        store.putProperties(frozen, properties);
        frozen.setAudit(node.creator(), node.created(), node.modifier(), node.modified());
        store.saveAudit(frozen);
        store.copyChildren(node, frozen);
        return frozen.ref();
    }

    /** Writes the label on the node and on its frozen copy, unheard by behaviours. */
    private void label(NodeRef nodeRef, NodeRef frozen, String label, boolean major) {
        Map<QName, Serializable> values =
                Map.of(ContentModel.PROP_VERSION_LABEL, label, ContentModel.PROP_VERSION_TYPE, major ? MAJOR : "MINOR");
        store.putProperties(store.get(frozen), values);
        quietly(nodeRef, () -> nodeService.addProperties(nodeRef, new LinkedHashMap<>(values)));
    }

    private void quietly(NodeRef nodeRef, Runnable change) {
        filter.disableBehaviour(nodeRef, ContentModel.ASPECT_VERSIONABLE);
        filter.disableBehaviour(nodeRef, ContentModel.ASPECT_AUDITABLE);
        try {
            change.run();
        } finally {
            filter.enableBehaviour(nodeRef, ContentModel.ASPECT_AUDITABLE);
            filter.enableBehaviour(nodeRef, ContentModel.ASPECT_VERSIONABLE);
        }
    }

    @Override
    public VersionHistory getVersionHistory(NodeRef nodeRef) {
        List<FrozenVersion> versions = versions(store.live(nodeRef));
        return versions.isEmpty() ? null : new History(versions);
    }

    @Override
    public Version getCurrentVersion(NodeRef nodeRef) {
        Serializable label = nodeService.getProperty(nodeRef, ContentModel.PROP_VERSION_LABEL);
        return versions(nodeRef).stream()
                .filter(each -> each.getVersionLabel().equals(label))
                .findFirst()
                .orElse(null);
    }

    @Override
    public void revert(NodeRef nodeRef, Version version) {
        NodeState frozen = store.get(version.getFrozenStateNodeRef());
        filter.disableBehaviour(nodeRef, ContentModel.ASPECT_VERSIONABLE);
        try {
            nodeService.setType(nodeRef, frozen.type());
            Set<QName> aspects = new HashSet<>(nodeService.getAspects(nodeRef));
            Map<QName, Serializable> values = new LinkedHashMap<>(store.properties(frozen));
            values.keySet().removeAll(NOT_REVERTED);
            Map<QName, Serializable> now = nodeService.getProperties(nodeRef);
            NOT_REVERTED.stream().filter(now::containsKey).forEach(each -> values.put(each, now.get(each)));
            values.put(ContentModel.PROP_VERSION_LABEL, version.getVersionLabel());
            nodeService.setProperties(nodeRef, values);
            store.aspects(frozen).stream()
                    .filter(each -> !aspects.contains(each))
                    .forEach(each -> nodeService.addAspect(nodeRef, each, null));
            aspects.removeAll(store.aspects(frozen));
            aspects.removeAll(Set.of(
                    ContentModel.ASPECT_REFERENCEABLE,
                    ContentModel.ASPECT_LOCALIZED,
                    ContentModel.ASPECT_VERSIONABLE,
                    ContentModel.ASPECT_OWNABLE));
            aspects.forEach(each -> nodeService.removeAspect(nodeRef, each));
        } finally {
            filter.enableBehaviour(nodeRef, ContentModel.ASPECT_VERSIONABLE);
        }
    }

    @Override
    public void deleteVersion(NodeRef nodeRef, Version version) {
        List<FrozenVersion> versions = versions(nodeRef);
        for (FrozenVersion each : versions) {
            if (each.getVersionLabel().equals(version.getVersionLabel())) {
                delete(nodeRef, each);
            }
        }
        if (version.getVersionLabel().equals(nodeService.getProperty(nodeRef, ContentModel.PROP_VERSION_LABEL))) {
            List<FrozenVersion> left = versions(nodeRef);
            if (left.isEmpty()) {
                deleteVersionHistory(nodeRef);
            } else {
                revert(nodeRef, left.get(0));
            }
        }
    }

    /** Deletes all versions; the node no longer has a label. */
    public void deleteVersionHistory(NodeRef nodeRef) {
        versions(nodeRef).forEach(each -> delete(nodeRef, each));
        if (nodeService.exists(nodeRef) && nodeService.hasAspect(nodeRef, ContentModel.ASPECT_VERSIONABLE)) {
            quietly(nodeRef, () -> nodeService.removeProperty(nodeRef, ContentModel.PROP_VERSION_LABEL));
        }
    }

    private void delete(NodeRef nodeRef, FrozenVersion version) {
        jdbc.update("DELETE FROM ins_version WHERE uuid = ? AND label = ?", nodeRef.getId(), version.getVersionLabel());
        store.find(version.getFrozenStateNodeRef()).ifPresent(store::delete);
    }

    /** Newest first. A node in the archive keeps the versions it had. */
    private List<FrozenVersion> versions(NodeRef nodeRef) {
        List<FrozenVersion> found = new ArrayList<>();
        jdbc.query(
                "SELECT label, frozen_uuid, description, major, created FROM ins_version WHERE uuid = ? ORDER BY id DESC",
                row -> {
                    NodeRef frozen = new NodeRef(NodeStore.VERSION_STORE, row.getString("frozen_uuid"));
                    NodeState state = store.get(frozen);
                    found.add(new FrozenVersion(
                            nodeRef,
                            frozen,
                            row.getString("label"),
                            row.getString("description"),
                            row.getBoolean("major"),
                            state.modifier(),
                            state.modified() == null ? new Date(row.getLong("created")) : state.modified()));
                },
                nodeRef.getId());
        return found;
    }

    /** One version. */
    public record FrozenVersion(
            NodeRef versionedNodeRef,
            NodeRef frozenStateNodeRef,
            String versionLabel,
            String description,
            boolean major,
            String frozenModifier,
            Date frozenModifiedDate)
            implements Version {
        @Override
        public Date getFrozenModifiedDate() {
            return frozenModifiedDate;
        }

        @Override
        public String getFrozenModifier() {
            return frozenModifier;
        }

        @Override
        public String getVersionLabel() {
            return versionLabel;
        }

        @Override
        public String getDescription() {
            return description;
        }

        @Override
        public NodeRef getVersionedNodeRef() {
            return versionedNodeRef;
        }

        @Override
        public NodeRef getFrozenStateNodeRef() {
            return frozenStateNodeRef;
        }
    }

    private record History(List<FrozenVersion> versions) implements VersionHistory {
        @Override
        public Version getHeadVersion() {
            return versions.get(0);
        }

        @Override
        public Collection<Version> getAllVersions() {
            return new ArrayList<>(versions);
        }

        @Override
        public Version getVersion(String versionLabel) {
            return versions.stream()
                    .filter(each -> each.getVersionLabel().equals(versionLabel))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("There is no version " + versionLabel));
        }
    }
}
