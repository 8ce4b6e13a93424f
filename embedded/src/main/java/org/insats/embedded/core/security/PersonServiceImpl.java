package org.insats.embedded.core.security;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Persons under {@code sys:people}: bean {@code personService}. Each owns the own node. */
public final class PersonServiceImpl implements PersonService {
    private static final QName PEOPLE = QName.createQName(NamespaceService.SYSTEM_MODEL_1_0_URI, "people");
    private static final QName SIZE = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "sizeCurrent");

    private final NodeService nodeService;
    private final AuthorityServiceImpl authorities;
    private final PermissionService permissionService;
    private final SystemFolders folders;

    public PersonServiceImpl(
            NodeService nodeService,
            AuthorityServiceImpl authorities,
            PermissionService permissionService,
            SystemFolders folders) {
        this.nodeService = nodeService;
        this.authorities = authorities;
        this.permissionService = permissionService;
        this.folders = folders;
    }

    @Override
    public NodeRef getPerson(String userName) {
        NodeRef person = getPersonOrNull(userName);
        if (person == null) {
            throw new AlfrescoRuntimeException("User does not exist and could not be created: " + userName);
        }
        return person;
    }

    @Override
    public NodeRef getPersonOrNull(String userName) {
        return userName == null || userName.startsWith(PermissionService.GROUP_PREFIX)
                ? null
                : authorities.node(userName).orElse(null);
    }

    @Override
    public boolean personExists(String userName) {
        return getPersonOrNull(userName) != null;
    }

    @Override
    public NodeRef createPerson(Map<QName, Serializable> properties) {
        String userName = (String) properties.get(ContentModel.PROP_USERNAME);
        if (userName == null || userName.isBlank()) {
            throw new IllegalArgumentException("No username specified when creating the person.");
        }
        if (userName.equalsIgnoreCase(AuthenticationUtil.getSystemUserName())) {
            throw new AlfrescoRuntimeException("The built-in authority is not a person, but internal: " + userName);
        }
        if (personExists(userName)) {
            throw new AlfrescoRuntimeException("Person '" + userName + "' already exists.");
        }
        Map<QName, Serializable> values = new HashMap<>(properties);
        values.putIfAbsent(SIZE, 0L);
        NodeRef person = nodeService
                .createNode(
                        folders.system(PEOPLE),
                        ContentModel.ASSOC_CHILDREN,
                        QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, AuthorityServiceImpl.key(userName)),
                        ContentModel.TYPE_PERSON,
                        values)
                .getChildRef();
        authorities.register(userName, false, person);
        nodeService.setProperty(person, ContentModel.PROP_OWNER, userName);
        permissionService.setPermission(person, userName, PermissionService.ALL_PERMISSIONS, true);
        return person;
    }
}
