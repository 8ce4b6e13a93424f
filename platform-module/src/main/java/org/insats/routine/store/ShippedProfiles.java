package org.insats.routine.store;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.InsatsFolders;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineProfiles;

/**
 * Puts the profiles shipped with the module into the Data Dictionary at every start: those that are missing, and newer texts
 * of those that nobody has changed. What an administrator has changed is never overwritten.
 */
public final class ShippedProfiles implements Runnable {

    private final NodeService nodes;
    private final ContentService contents;
    private final InsatsFolders folders;
    private final ServicePerson servicePerson;

    ShippedProfiles(NodeService nodes, ContentService contents, InsatsFolders folders, ServicePerson servicePerson) {
        this.nodes = nodes;
        this.contents = contents;
        this.folders = folders;
        this.servicePerson = servicePerson;
    }

    @Override
    public void run() {
        servicePerson.elevated(() -> {
            NodeRef folder = folders.routineProfiles();
            if (nodes.getType(folder).equals(ContentModel.TYPE_FOLDER)) {
                nodes.setType(folder, RoutineModel.TYPE_PROFILE_FOLDER);
            }
            RoutineProfiles.shippedDocuments().forEach((name, text) -> put(folder, name, text));
        });
    }

    private void put(NodeRef folder, String name, String text) {
        String hash = hash(text);
        Optional<NodeRef> present =
                Optional.ofNullable(nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, name));
        if (present.isEmpty()) {
            write(create(folder, name), text, hash);
        } else if (!hash.equals(nodes.getProperty(present.get(), RoutineModel.SHIPPED_HASH))
                && isAsShipped(present.get())) {
            write(present.get(), text, hash);
        }
    }

    /** Whether the text is still the one that an earlier start put there. */
    private boolean isAsShipped(NodeRef profile) {
        String text = contents.getReader(profile, ContentModel.PROP_CONTENT).getContentString();
        return hash(text).equals(nodes.getProperty(profile, RoutineModel.SHIPPED_HASH));
    }

    private NodeRef create(NodeRef folder, String name) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, name);
        return nodes.createNode(
                        folder,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(ContentModel.PROP_NAME.getNamespaceURI(), name),
                        RoutineModel.TYPE_PROFILE,
                        properties)
                .getChildRef();
    }

    private void write(NodeRef profile, String text, String hash) {
        nodes.setProperty(profile, RoutineModel.SHIPPED_HASH, hash);
        ContentWriter writer = contents.getWriter(profile, ContentModel.PROP_CONTENT, true);
        writer.setMimetype("application/json");
        writer.setEncoding("UTF-8");
        writer.putContent(text);
    }

    private static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
