package org.insats.casefile;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.namespace.QName;
import org.insats.platform.ServicePerson;

/**
 * Who may see and do what in a case: direct entries on the case, its interventions and its people, and no group a case.
 *
 * <ul>
 *   <li>Case folder: case workers of the case write; leads, coordinators and managers of its unit, archivists and
 *       registrars read, unless the case is protected. The performing side has no entry there (CON-110).
 *   <li>Intervention: the same, and the performing side's people of the case write; managers of the performing unit read.
 *   <li>Person: read by those who read the intervention; with protected identity, or in a protected case, by the case
 *       workers and those named on the person only (CON-71).
 * </ul>
 *
 * Nobody gets Delete. Everything is owned by the service person, so that having created something gives no right.
 */
public final class CaseAccess {

    /** Who may open cases for their unit. */
    private static final List<Role> OPENERS = List.of(Role.CASE_WORKER, Role.LEAD_SOCIAL_WORKER, Role.UNIT_MANAGER);

    private static final String COLLABORATOR = "Collaborator";
    private static final String GROUP = PermissionService.GROUP_PREFIX + "INSATS_";
    private static final Set<Role> UNIT_READERS =
            EnumSet.of(Role.LEAD_SOCIAL_WORKER, Role.ADMINISTRATIVE_COORDINATOR, Role.UNIT_MANAGER);
    private static final Set<Role> PERFORMER_READERS = EnumSet.of(
            Role.LEAD_TREATMENT_SECRETARY, Role.UNIT_MANAGER, Role.IOF_SECRETARY, Role.PLACEMENT_SECTION_MANAGER);
    /** Who keeps the files of contractors (BR-40, CON-112). */
    private static final List<Role> PLACEMENT_GROUP = List.of(Role.PLACEMENT_WORKER, Role.PLACEMENT_SECTION_MANAGER);

    private static final Set<Role> EVERYWHERE = EnumSet.of(Role.ARCHIVIST, Role.REGISTRAR);

    private final CaseTree tree;
    private final Members members;
    private final JsonFields json;
    private final PermissionService permissions;
    private final AuthorityService authorities;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public CaseAccess(
            CaseTree tree,
            JsonFields json,
            PermissionService permissions,
            AuthorityService authorities,
            ServicePerson servicePerson) {
        this.tree = tree;
        this.members = new Members(tree, json);
        this.json = json;
        this.permissions = permissions;
        this.authorities = authorities;
        this.servicePerson = servicePerson;
    }

    Members members() {
        return members;
    }

    /** Whether the current user may read the node. */
    public boolean mayRead(NodeRef node) {
        return permissions.hasPermission(node, PermissionService.READ) == AccessStatus.ALLOWED;
    }

    /** Whether the current user may write to the node. */
    public boolean mayWrite(NodeRef node) {
        return permissions.hasPermission(node, PermissionService.WRITE) == AccessStatus.ALLOWED;
    }

    /** Whether the current user may create in the folder. */
    public boolean mayCreateIn(NodeRef folder) {
        return permissions.hasPermission(folder, PermissionService.ADD_CHILDREN) == AccessStatus.ALLOWED;
    }

    /** Refuses (404, because existence is secret) unless the current user may read the node. */
    public void requireRead(NodeRef node) {
        if (!mayRead(node)) {
            throw CaseTree.notFound().violation();
        }
    }

    /** What a user is in a case and, where stated, in an intervention of it. */
    public Set<Role> roles(String userName, NodeRef caseFile, Optional<NodeRef> intervention) {
        return servicePerson.elevated(() -> {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            if (!tree.is(caseFile, CaseModel.TYPE_CASE_FILE)) {
                addRolesInRegister(userName, caseFile, roles);
                return roles;
            }
            members.current(caseFile).stream()
                    .filter(member -> member.userName().equals(userName))
                    .forEach(member -> roles.add(member.role()));
            if (tree.text(caseFile, CaseModel.RESPONSIBLE_CASE_WORKER)
                    .filter(userName::equals)
                    .isPresent()) {
                roles.add(Role.RESPONSIBLE_CASE_WORKER);
                roles.add(Role.CASE_WORKER);
            }
            if (!isProtected(caseFile)) {
                addGroupRoles(userName, caseFile, intervention, roles);
            }
            return roles;
        });
    }

    private void addGroupRoles(String userName, NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        Set<String> groups = authorities.getAuthoritiesForUser(userName);
        String unit = tree.text(caseFile, CaseModel.UNIT).orElse("");
        UNIT_READERS.stream().filter(role -> groups.contains(group(role, unit))).forEach(roles::add);
        EVERYWHERE.stream().filter(role -> groups.contains(GROUP + role.name())).forEach(roles::add);
        List<NodeRef> interventions = intervention.map(List::of).orElseGet(() -> interventions(caseFile));
        for (NodeRef each : interventions) {
            tree.text(each, CaseModel.PERFORMER_UNIT).ifPresent(performer -> PERFORMER_READERS.stream()
                    .filter(role -> groups.contains(group(role, performer)))
                    .forEach(roles::add));
        }
    }

    /** In a contractor's file: the placement group of its unit, archivists, and any case worker, who may complain. */
    private void addRolesInRegister(String userName, NodeRef file, Set<Role> roles) {
        Set<String> groups = authorities.getAuthoritiesForUser(userName);
        String unit = tree.text(file, CaseModel.UNIT).orElse("");
        PLACEMENT_GROUP.stream()
                .filter(role -> groups.contains(group(role, unit)))
                .forEach(roles::add);
        EVERYWHERE.stream().filter(role -> groups.contains(GROUP + role.name())).forEach(roles::add);
        if (groups.stream().anyMatch(group -> group.startsWith(group(Role.CASE_WORKER, "")))) {
            roles.add(Role.CASE_WORKER);
        }
    }

    /** Units whose placement group somebody belongs to, in alphabetical order. */
    public List<String> placementUnitsOf(String userName) {
        return authorities.getAuthoritiesForUser(userName).stream()
                .flatMap(group -> PLACEMENT_GROUP.stream()
                        .map(role -> group(role, ""))
                        .filter(group::startsWith)
                        .map(prefix -> group.substring(prefix.length())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Sets the entries of a contractor's file: its placement group writes, archivists read, nobody else sees it. */
    public void applyRegister(NodeRef file) {
        String unit = tree.text(file, CaseModel.UNIT).orElseThrow();
        cut(file);
        PLACEMENT_GROUP.forEach(role -> allow(file, group(role, unit), COLLABORATOR));
        allow(file, GROUP + Role.ARCHIVIST.name(), PermissionService.CONSUMER);
    }

    /** Lets who made a document go on reading and mending it. */
    void showToAuthor(NodeRef document, String userName) {
        allow(document, userName, COLLABORATOR);
    }

    /** Lets somebody read a document of a file that they do not see (INV-19, CON-112). */
    public void showTo(NodeRef document, String userName) {
        allow(document, userName, PermissionService.CONSUMER);
    }

    private static String group(Role role, String unit) {
        return GROUP + role.name() + '_' + unit;
    }

    /** Units that somebody {@linkplain #worksInUnit works in}, in alphabetical order. */
    List<String> unitsOf(String userName) {
        return authorities.getAuthoritiesForUser(userName).stream()
                .flatMap(group -> OPENERS.stream()
                        .map(role -> group(role, ""))
                        .filter(group::startsWith)
                        .map(prefix -> group.substring(prefix.length())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether somebody belongs to the case workers, leads or managers of a unit, and so may open cases for it. */
    boolean worksInUnit(String userName, String unit) {
        Set<String> groups = authorities.getAuthoritiesForUser(userName);
        return OPENERS.stream().anyMatch(role -> groups.contains(group(role, unit)));
    }

    /** Sets the entries of a case anew: of its folder, its interventions and its people. */
    void apply(NodeRef caseFile) {
        boolean named = isProtected(caseFile);
        cut(caseFile);
        social(caseFile, caseFile, named);
        interventions(caseFile).forEach(this::applyIntervention);
        persons(caseFile).forEach(this::applyPerson);
    }

    void applyIntervention(NodeRef intervention) {
        NodeRef caseFile = tree.caseFile(intervention).orElseThrow();
        boolean named = isProtected(caseFile);
        cut(intervention);
        social(caseFile, intervention, named);
        performers(caseFile).forEach(user -> allow(intervention, user, COLLABORATOR));
        if (!named) {
            performerGroups(intervention).forEach(group -> allow(intervention, group, PermissionService.CONSUMER));
        }
        children(intervention).stream()
                .filter(child -> tree.is(child, CaseModel.TYPE_CASE_DOCUMENT))
                .filter(document -> !permissions.getInheritParentPermissions(document))
                .forEach(document -> social(caseFile, document, named));
    }

    /** Shows a document in the intervention's folder to the social office alone, or to all who read the intervention. */
    void showToPerformers(NodeRef document, boolean shown) {
        if (permissions.getInheritParentPermissions(document) == shown) {
            return;
        }
        if (shown) {
            permissions.deletePermissions(document);
            permissions.setInheritParentPermissions(document, true);
        } else {
            NodeRef caseFile = tree.caseFile(document).orElseThrow();
            cut(document);
            social(caseFile, document, isProtected(caseFile));
        }
    }

    void applyPerson(NodeRef person) {
        NodeRef caseFile = tree.caseFile(person).orElseThrow();
        if (!tree.is(caseFile, CaseModel.TYPE_CASE_FILE)) {
            return; // the people of a contractor's file are seen by who sees the file
        }
        boolean secret = Boolean.TRUE.equals(tree.nodes().getProperty(person, CaseModel.PROTECTED_IDENTITY));
        if (secret) {
            // Clearing may bring inheritance back, so it comes before the cut.
            permissions.deletePermissions(person);
        }
        cut(person);
        caseWorkers(caseFile).forEach(user -> allow(person, user, PermissionService.EDITOR));
        if (secret) {
            named(person).stream()
                    .filter(user -> works(caseFile, user))
                    .forEach(user -> allow(person, user, PermissionService.CONSUMER));
            return;
        }
        others(caseFile).forEach(user -> allow(person, user, PermissionService.CONSUMER));
        performers(caseFile).forEach(user -> allow(person, user, PermissionService.CONSUMER));
        if (!isProtected(caseFile)) {
            socialGroups(caseFile).forEach(group -> allow(person, group, PermissionService.CONSUMER));
            interventions(caseFile).forEach(each -> performerGroups(each)
                    .forEach(group -> allow(person, group, PermissionService.CONSUMER)));
        }
    }

    /** Removes every direct entry somebody has in the case: on the folder, its interventions, its people, its documents. */
    void takeOff(NodeRef caseFile, String userName) {
        everything(caseFile).forEach(node -> permissions.clearPermission(node, userName));
    }

    private void social(NodeRef caseFile, NodeRef folder, boolean named) {
        caseWorkers(caseFile).forEach(user -> allow(folder, user, COLLABORATOR));
        others(caseFile).forEach(user -> allow(folder, user, PermissionService.CONSUMER));
        if (!named) {
            socialGroups(caseFile).forEach(group -> allow(folder, group, PermissionService.CONSUMER));
        }
    }

    private Set<String> socialGroups(NodeRef caseFile) {
        Set<String> groups = new LinkedHashSet<>();
        tree.text(caseFile, CaseModel.UNIT)
                .ifPresent(unit -> UNIT_READERS.forEach(role -> groups.add(group(role, unit))));
        EVERYWHERE.forEach(role -> groups.add(GROUP + role.name()));
        return groups;
    }

    private Set<String> performerGroups(NodeRef intervention) {
        Set<String> groups = new LinkedHashSet<>();
        tree.text(intervention, CaseModel.PERFORMER_UNIT)
                .ifPresent(unit -> PERFORMER_READERS.forEach(role -> groups.add(group(role, unit))));
        return groups;
    }

    private Set<String> caseWorkers(NodeRef caseFile) {
        return users(caseFile, Role::isCaseWorker);
    }

    private Set<String> performers(NodeRef caseFile) {
        return users(caseFile, Role::isPerformer);
    }

    /** Members of the social office who are not case workers. */
    private Set<String> others(NodeRef caseFile) {
        return users(caseFile, role -> !role.isCaseWorker() && !role.isPerformer());
    }

    private Set<String> users(NodeRef caseFile, Predicate<Role> which) {
        Set<String> users = new LinkedHashSet<>();
        members.current(caseFile).stream()
                .filter(member -> which.test(member.role()))
                .forEach(member -> users.add(member.userName()));
        return users;
    }

    private boolean works(NodeRef caseFile, String userName) {
        return members.current(caseFile).stream()
                .anyMatch(member -> member.userName().equals(userName));
    }

    private Set<String> named(NodeRef person) {
        Set<String> users = new LinkedHashSet<>();
        tree.text(person, CaseModel.VISIBLE_TO)
                .ifPresent(text -> json.parse(CaseModel.VISIBLE_TO, text).forEach(user -> users.add(user.asText())));
        return users;
    }

    private boolean isProtected(NodeRef caseFile) {
        return Boolean.TRUE.equals(tree.nodes().getProperty(caseFile, CaseModel.PROTECTED_CASE));
    }

    List<NodeRef> interventions(NodeRef caseFile) {
        return children(caseFile, Set.of(CaseModel.TYPE_INTERVENTION));
    }

    List<NodeRef> persons(NodeRef caseFile) {
        return children(caseFile, Set.of(CaseModel.TYPE_PERSON));
    }

    private List<NodeRef> everything(NodeRef caseFile) {
        List<NodeRef> nodes = new ArrayList<>(List.of(caseFile));
        for (int i = 0; i < nodes.size(); i++) {
            tree.nodes().getChildAssocs(nodes.get(i)).stream()
                    .filter(ChildAssociationRef::isPrimary)
                    .map(ChildAssociationRef::getChildRef)
                    .forEach(nodes::add);
        }
        return nodes;
    }

    private List<NodeRef> children(NodeRef parent, Set<QName> types) {
        NodeService nodes = tree.nodes();
        return nodes.getChildAssocs(parent, types).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList();
    }

    private List<NodeRef> children(NodeRef parent) {
        return tree.nodes().getChildAssocs(parent).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList();
    }

    private void cut(NodeRef node) {
        permissions.setInheritParentPermissions(node, false);
    }

    private void allow(NodeRef node, String authority, String permission) {
        permissions.setPermission(node, authority, permission, true);
    }

    /** Name of the user who is logged in, whatever rights the current work has been given. */
    public static String currentUser() {
        return AuthenticationUtil.getFullyAuthenticatedUser();
    }
}
