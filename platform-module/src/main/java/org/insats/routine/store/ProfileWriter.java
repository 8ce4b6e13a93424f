package org.insats.routine.store;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.InsatsFolders;
import org.insats.platform.Refusal;
import org.insats.routine.RoutineProfile;

/** Writes a routine profile to the Data Dictionary as the current user; {@link ProfileBehaviour} checks it as it does any write. */
public final class ProfileWriter {

    private final NodeService nodes;
    private final ContentService contents;
    private final ProfileNodes profiles;
    private final InsatsFolders folders;

    ProfileWriter(NodeService nodes, ContentService contents, ProfileNodes profiles, InsatsFolders folders) {
        this.nodes = nodes;
        this.contents = contents;
        this.profiles = profiles;
        this.folders = folders;
    }

    /**
     * Puts a profile in, or a new version of it.
     *
     * @param id id that the profile must have
     * @param text its JSON
     * @throws org.insats.platform.RuleViolation {@code INS-PRF-INVALID}, {@code INS-PRF-ID} or {@code INS-PRF-VERSION}
     */
    public RoutineProfile write(String id, String text) {
        NodeRef node = profiles.find(id).orElseGet(() -> create(id));
        ContentWriter writer = contents.getWriter(node, ContentModel.PROP_CONTENT, true);
        writer.setMimetype("application/json");
        writer.setEncoding("UTF-8");
        writer.putContent(text);
        return profiles.current(node)
                .map(StoredProfile::profile)
                .filter(written -> written.id().equals(id))
                .orElseThrow(() -> Refusal.rule("PRF-ID", id).onField("id").violation());
    }

    private NodeRef create(String id) {
        if (!id.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || id.length() > 60) {
            throw Refusal.rule("PRF-ID", id).onField("id").violation();
        }
        Map<QName, Serializable> properties = Map.of(ContentModel.PROP_NAME, id + ".json");
        return nodes.createNode(
                        folders.routineProfiles(),
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(ContentModel.PROP_NAME.getNamespaceURI(), id + ".json"),
                        RoutineModel.TYPE_PROFILE,
                        properties)
                .getChildRef();
    }
}
