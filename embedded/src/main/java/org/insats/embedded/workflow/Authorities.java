package org.insats.embedded.workflow;

import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;

/** Users and groups by name and by node. */
public interface Authorities {

    /** The node of a user ({@code cm:person}) or of a group ({@code GROUP_...}). */
    Optional<NodeRef> node(String authorityName);

    /** The name of the user or group that the node is. */
    Optional<String> name(NodeRef node);

    /** Whether the name is a user's and not a group's or role's. */
    static boolean isUser(String authorityName) {
        return !authorityName.startsWith("GROUP_") && !authorityName.startsWith("ROLE_");
    }
}
