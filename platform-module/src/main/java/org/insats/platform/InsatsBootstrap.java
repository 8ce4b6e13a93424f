package org.insats.platform;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.module.AbstractModuleComponent;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Makes what Insats needs to find at every start, where it is missing: service person, groups, folders. */
public final class InsatsBootstrap extends AbstractModuleComponent {

    /** Groups that belong to no unit. */
    private static final List<String> GROUPS = List.of("INSATS_REGISTRAR", "INSATS_ARCHIVIST");

    private static final QName TYPE_ROOT = QName.createQName("http://insats.org/model/case/1.0", "root");

    /** On the root: which keys all files have that the database finds them by. */
    public static final QName PROP_KEYS = QName.createQName("http://insats.org/model/case/1.0", "keys");

    /** The keys of this version; goes up with every version that brings some which files from before lack. */
    public static final int KEYS = 2;

    private static final QName TYPE_REPORTS = QName.createQName("http://insats.org/model/report/1.0", "reports");

    private static final QName TYPE_REGISTER = QName.createQName("http://insats.org/model/records/1.0", "register");

    private final InsatsFolders folders;
    private final NodeService nodeService;
    private final PermissionService permissionService;
    private final PersonService personService;
    private final AuthorityService authorityService;
    private final List<Runnable> afterwards;

    /**
     * Creates it.
     *
     * @param afterwards what the rooms put into the folders once they are there
     */
    public InsatsBootstrap(
            InsatsFolders folders,
            NodeService nodeService,
            PermissionService permissionService,
            PersonService personService,
            AuthorityService authorityService,
            List<Runnable> afterwards) {
        this.folders = folders;
        this.nodeService = nodeService;
        this.permissionService = permissionService;
        this.personService = personService;
        this.authorityService = authorityService;
        this.afterwards = List.copyOf(afterwards);
    }

    @Override
    protected void executeInternal() {
        makeServicePerson();
        GROUPS.forEach(this::makeGroup);
        boolean isNew = folders.find(folders.companyHome(), InsatsFolders.ROOT).isEmpty();
        NodeRef root = folder(folders.companyHome(), InsatsFolders.ROOT, TYPE_ROOT, true);
        if (isNew) {
            nodeService.setProperty(root, PROP_KEYS, KEYS);
        }
        folder(root, InsatsFolders.CASES, ContentModel.TYPE_FOLDER, false);
        folder(root, InsatsFolders.CONTRACTORS, ContentModel.TYPE_FOLDER, false);
        folder(root, InsatsFolders.UNIT_MEETINGS, ContentModel.TYPE_FOLDER, false);
        forRegistrars(folder(root, InsatsFolders.SCAN_QUEUE, ContentModel.TYPE_FOLDER, false));
        forRegistrars(folder(root, InsatsFolders.SCAN_INBOX, ContentModel.TYPE_FOLDER, false));
        permissionService.setInheritParentPermissions(folder(root, InsatsFolders.REPORTS, TYPE_REPORTS, false), false);
        permissionService.setInheritParentPermissions(folder(root, InsatsFolders.RECORDS, TYPE_REGISTER, false), false);
        NodeRef dictionary = folder(folders.dataDictionary(), InsatsFolders.ROOT, ContentModel.TYPE_FOLDER, false);
        folder(dictionary, InsatsFolders.PROFILES, ContentModel.TYPE_FOLDER, false);
        afterwards.forEach(Runnable::run);
    }

    private void makeServicePerson() {
        if (personService.personExists(ServicePerson.USER_NAME)) {
            return;
        }
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_USERNAME, ServicePerson.USER_NAME);
        properties.put(ContentModel.PROP_FIRSTNAME, "Insats");
        properties.put(ContentModel.PROP_LASTNAME, "System");
        properties.put(ContentModel.PROP_EMAIL, "");
        personService.createPerson(properties);
    }

    private void makeGroup(String shortName) {
        if (!authorityService.authorityExists(PermissionService.GROUP_PREFIX + shortName)) {
            authorityService.createAuthority(AuthorityType.GROUP, shortName);
        }
    }

    private NodeRef folder(NodeRef parent, String name, QName type, boolean readableByAll) {
        return folders.find(parent, name).orElseGet(() -> {
            Map<QName, Serializable> properties = new HashMap<>();
            properties.put(ContentModel.PROP_NAME, name);
            properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
            NodeRef folder = nodeService
                    .createNode(
                            parent,
                            ContentModel.ASSOC_CONTAINS,
                            QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, name.replace(' ', '_')),
                            type,
                            properties)
                    .getChildRef();
            if (readableByAll) {
                permissionService.setInheritParentPermissions(folder, false);
                permissionService.setPermission(
                        folder, PermissionService.ALL_AUTHORITIES, PermissionService.CONSUMER, true);
            }
            return folder;
        });
    }

    private void forRegistrars(NodeRef folder) {
        permissionService.setInheritParentPermissions(folder, false);
        permissionService.setPermission(folder, "GROUP_INSATS_REGISTRAR", "Collaborator", true);
    }
}
