package org.insats.routine.store;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.insats.platform.InsatsFolders;
import org.insats.routine.InvalidProfileException;
import org.insats.routine.RoutineProfileReader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Profiles as nodes in the Data Dictionary, inside the service person's scope. What was read is kept by the address of its
 * content, which changes with every write: nothing has to be told when a profile is changed.
 */
final class ProfileNodes {

    private static final Logger LOG = LoggerFactory.getLogger(ProfileNodes.class);

    private final NodeService nodes;
    private final ContentService contents;
    private final VersionService versions;
    private final InsatsFolders folders;
    private final RoutineProfileReader reader;
    private final Map<String, NodeRef> byId = new ConcurrentHashMap<>();
    private final Map<String, Optional<StoredProfile>> byContent = new ConcurrentHashMap<>();

    ProfileNodes(
            NodeService nodes,
            ContentService contents,
            VersionService versions,
            InsatsFolders folders,
            RoutineProfileReader reader) {
        this.nodes = nodes;
        this.contents = contents;
        this.versions = versions;
        this.folders = folders;
        this.reader = reader;
    }

    /** All profile nodes. */
    List<NodeRef> all() {
        return nodes.getChildAssocs(folders.routineProfiles(), Set.of(RoutineModel.TYPE_PROFILE)).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList();
    }

    /** The node of a profile. */
    Optional<NodeRef> find(String id) {
        NodeRef known = byId.get(id);
        if (known != null && nodes.exists(known)) {
            return Optional.of(known);
        }
        Optional<NodeRef> found = all().stream()
                .filter(node -> id.equals(nodes.getProperty(node, RoutineModel.PROFILE_ID)))
                .findFirst();
        found.ifPresent(node -> byId.put(id, node));
        return found;
    }

    /** The profile as the node has it now; empty where it is not usable, however that came about. */
    Optional<StoredProfile> current(NodeRef node) {
        return read(contents.getReader(node, ContentModel.PROP_CONTENT));
    }

    /** The usable profiles of the node's versions, the latest first. */
    Stream<StoredProfile> history(NodeRef node) {
        VersionHistory history = versions.getVersionHistory(node);
        Collection<Version> all = history == null ? List.of() : history.getAllVersions();
        return all.stream()
                .map(version -> contents.getReader(version.getFrozenStateNodeRef(), ContentModel.PROP_CONTENT))
                .map(this::read)
                .flatMap(Optional::stream);
    }

    private Optional<StoredProfile> read(ContentReader content) {
        if (content == null || !content.exists()) {
            return Optional.empty();
        }
        String url = content.getContentData().getContentUrl();
        return byContent.computeIfAbsent(url, key -> parse(content.getContentString()));
    }

    private Optional<StoredProfile> parse(String text) {
        try {
            return Optional.of(new StoredProfile(reader.read("profile", text), text));
        } catch (InvalidProfileException e) {
            LOG.warn("A stored routine profile is not usable: {}", e.getMessage());
            return Optional.empty();
        }
    }
}
