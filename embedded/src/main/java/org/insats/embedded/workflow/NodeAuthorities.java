package org.insats.embedded.workflow;

import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;
import org.insats.embedded.core.security.AuthorityServiceImpl;

/** Users and groups as the nodes that the repository keeps for them. */
public final class NodeAuthorities implements Authorities {

    private final PersonService personService;
    private final AuthorityServiceImpl authorityService;
    private final NodeService nodeService;

    /** Takes the services without permission checks. */
    public NodeAuthorities(
            PersonService personService, AuthorityServiceImpl authorityService, NodeService nodeService) {
        this.personService = personService;
        this.authorityService = authorityService;
        this.nodeService = nodeService;
    }

    @Override
    public Optional<NodeRef> node(String authorityName) {
        return Authorities.isUser(authorityName)
                ? Optional.ofNullable(personService.getPersonOrNull(authorityName))
                : authorityService.node(authorityName);
    }

    @Override
    public Optional<String> name(NodeRef node) {
        Object userName = nodeService.getProperty(node, ContentModel.PROP_USERNAME);
        return userName == null ? authorityService.name(node) : Optional.of(userName.toString());
    }
}
