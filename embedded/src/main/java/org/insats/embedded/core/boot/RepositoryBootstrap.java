package org.insats.embedded.core.boot;

import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.core.Schema;
import org.insats.embedded.core.content.FileContentStore;
import org.insats.embedded.core.node.NodeServiceImpl;
import org.insats.embedded.core.node.NodeStore;
import org.insats.embedded.core.security.AuthorityServiceImpl;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;

/** Brings a repository up: its first nodes and people where they are missing, unused content deleted, then the modules started. */
public final class RepositoryBootstrap implements SmartInitializingSingleton {
    private static final QName FOLDER_NAME = QName.createQName(NamespaceService.APP_MODEL_1_0_URI, "uifacets");
    private static final QName ICON = QName.createQName(NamespaceService.APP_MODEL_1_0_URI, "icon");

    private final JdbcTemplate jdbc;
    private final TransactionService transactionService;
    private final NodeServiceImpl nodeService;
    private final PermissionService permissionService;
    private final PersonService personService;
    private final AuthorityServiceImpl authorityService;
    private final FileContentStore contentStore;
    private final Modules modules;
    private final Clock clock;

    public RepositoryBootstrap(
            JdbcTemplate jdbc,
            TransactionService transactionService,
            NodeServiceImpl nodeService,
            PermissionService permissionService,
            PersonService personService,
            AuthorityServiceImpl authorityService,
            FileContentStore contentStore,
            Modules modules,
            Clock clock) {
        this.jdbc = jdbc;
        this.transactionService = transactionService;
        this.nodeService = nodeService;
        this.permissionService = permissionService;
        this.personService = personService;
        this.authorityService = authorityService;
        this.contentStore = contentStore;
        this.modules = modules;
        this.clock = clock;
    }

    @Override
    public void afterSingletonsInstantiated() {
        AuthenticationUtil.runAsSystem(() -> {
            transactionService.getRetryingTransactionHelper().doInTransaction(() -> {
                Schema.lockAgainstOtherStarts(jdbc);
                createFirstNodes();
                return null;
            });
            deleteUnusedContent();
            modules.start();
            return null;
        });
    }

    private void createFirstNodes() {
        nodeService.createStore(NodeStore.VERSION_STORE);
        nodeService.createStore(StoreRef.STORE_REF_ARCHIVE_SPACESSTORE);
        NodeRef root = nodeService.createStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        if (!nodeService.getChildAssocs(root).isEmpty()) {
            return;
        }
        allow(root, PermissionService.READ);
        permissionService.setPermission(root, "guest", PermissionService.READ, true);
        createSystem(root);
        createPeople();
        NodeRef home = folder(root, ContentModel.ASSOC_CHILDREN, "company_home", "Company Home");
        restrict(home);
        NodeRef dictionary = folder(home, ContentModel.ASSOC_CONTAINS, "dictionary", "Data Dictionary");
        restrict(dictionary);
        NodeRef homes = folder(home, ContentModel.ASSOC_CONTAINS, "user_homes", "User Homes");
        permissionService.setInheritParentPermissions(homes, false);
    }

    private void createSystem(NodeRef root) {
        NodeRef system = container(root, "system");
        permissionService.setInheritParentPermissions(system, false);
        allow(system, PermissionService.READ);
        container(system, "people");
        container(system, "authorities");
        container(system, "workflow");
        container(system, "zones");
    }

    private NodeRef container(NodeRef parent, String name) {
        return nodeService
                .createNode(
                        parent,
                        ContentModel.ASSOC_CHILDREN,
                        QName.createQName(NamespaceService.SYSTEM_MODEL_1_0_URI, name),
                        ContentModel.TYPE_CONTAINER)
                .getChildRef();
    }

    private void createPeople() {
        person(AuthenticationUtil.getAdminUserName(), "Administrator");
        person("guest", "Guest");
        authorityService.createAuthority(AuthorityType.GROUP, "ALFRESCO_ADMINISTRATORS");
        authorityService.createAuthority(AuthorityType.GROUP, "EMAIL_CONTRIBUTORS");
        authorityService.addAuthority(AuthorityServiceImpl.ADMINISTRATORS, AuthenticationUtil.getAdminUserName());
    }

    private void person(String userName, String firstName) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_USERNAME, userName);
        properties.put(ContentModel.PROP_FIRSTNAME, firstName);
        properties.put(ContentModel.PROP_LASTNAME, "");
        properties.put(ContentModel.PROP_EMAIL, userName + "@alfresco.com");
        personService.createPerson(properties);
    }

    private NodeRef folder(NodeRef parent, QName assoc, String childName, String name) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, name);
        properties.put(ContentModel.PROP_TITLE, name);
        properties.put(ICON, "space-icon-default");
        NodeRef folder = nodeService
                .createNode(
                        parent,
                        assoc,
                        QName.createQName(NamespaceService.APP_MODEL_1_0_URI, childName),
                        ContentModel.TYPE_FOLDER,
                        properties)
                .getChildRef();
        nodeService.addAspect(folder, FOLDER_NAME, null);
        return folder;
    }

    private void restrict(NodeRef folder) {
        permissionService.setInheritParentPermissions(folder, false);
        allow(folder, PermissionService.CONSUMER);
    }

    private void allow(NodeRef node, String permission) {
        permissionService.setPermission(node, PermissionService.ALL_AUTHORITIES, permission, true);
    }

    /** What is young may be another process's, not yet committed. */
    private void deleteUnusedContent() {
        Instant now = clock.instant();
        contentStore.deleteAllBut(usedContent(), Schema.isShared(jdbc) ? now.minus(Duration.ofDays(1)) : now);
    }

    /** The URLs of all content that a node or a version refers to. */
    private Set<String> usedContent() {
        Set<String> urls = new HashSet<>();
        jdbc.query("SELECT string_value, text_value FROM ins_node_property WHERE kind = 'C'", row -> {
            String text = row.getString(1) == null ? row.getString(2) : row.getString(1);
            ContentData data = org.insats.embedded.core.node.TypeConversion.content(text);
            if (data.getContentUrl() != null) {
                urls.add(data.getContentUrl());
            }
        });
        return urls;
    }
}
