package org.insats.embedded.workflow;

import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;
import org.insats.embedded.core.security.AuthorityServiceImpl;

/** Users and groups as the nodes that the repository keeps for them. */
public final class Authorities {

    private final PersonService personService;
    private final AuthorityServiceImpl authorityService;
    private final NodeService nodeService;

    /** Takes the services without permission checks. */
    public Authorities(PersonService personService, AuthorityServiceImpl authorityService, NodeService nodeService) {
        this.personService = personService;
        this.authorityService = authorityService;
        this.nodeService = nodeService;
    }

    /** The node of a user ({@code cm:person}) or of a group ({@code GROUP_...}). */
    Optional<NodeRef> node(String authorityName) {
        return isUser(authorityName)
                ? Optional.ofNullable(personService.getPersonOrNull(authorityName))
                : authorityService.node(authorityName);
    }

    /** The name of the user or group that the node is. */
    Optional<String> name(NodeRef node) {
        Object userName = nodeService.getProperty(node, ContentModel.PROP_USERNAME);
        return userName == null ? authorityService.name(node) : Optional.of(userName.toString());
    }

    /** Whether the name is a user's and not a group's or role's. */
    static boolean isUser(String authorityName) {
        return !authorityName.startsWith("GROUP_") && !authorityName.startsWith("ROLE_");
    }
}
