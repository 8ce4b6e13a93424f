package org.insats.casefile;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
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
    private static final List<Role> OPENERS = List.of(Role.CASE_WORKER, Role.LEAD_SOCIAL_WORKER, Role.OFFICE_MANAGER);

    private static final String COLLABORATOR = "Collaborator";
    private static final String GROUP = PermissionService.GROUP_PREFIX + "INSATS_";
    private static final Set<Role> UNIT_READERS =
            EnumSet.of(Role.LEAD_SOCIAL_WORKER, Role.ADMINISTRATIVE_COORDINATOR, Role.OFFICE_MANAGER);
    private static final Set<Role> PERFORMER_READERS = EnumSet.of(
            Role.LEAD_TREATMENT_SECRETARY, Role.UNIT_MANAGER, Role.IOF_SECRETARY, Role.PLACEMENT_SECTION_MANAGER);
    /** Of the performing side, who writes in an intervention that they are named in. */
    private static final Set<Role> PERFORMERS = EnumSet.of(Role.TREATMENT_LEAD, Role.THERAPIST, Role.PLACEMENT_WORKER);
    /** Who keeps the files of contractors (BR-40, CON-112). */
    private static final List<Role> PLACEMENT_GROUP = List.of(Role.PLACEMENT_WORKER, Role.PLACEMENT_SECTION_MANAGER);

    private static final Set<Role> EVERYWHERE = EnumSet.of(Role.ARCHIVIST, Role.REGISTRAR);

    /** Of the social office, who reads a case that they are named in without writing in it. */
    private static final Set<Role> NAMED_READERS = EnumSet.of(
            Role.LEAD_SOCIAL_WORKER,
            Role.ADMINISTRATIVE_COORDINATOR,
            Role.OFFICE_MANAGER,
            Role.ARCHIVIST,
            Role.REGISTRAR);

    private final CaseTree tree;
    private final Members members;
    private final DocumentKinds kinds;
    private final Permissions table;
    private final JsonFields json;
    private final PermissionService permissions;
    private final AuthorityService authorities;
    private final ServicePerson servicePerson;
    private final RolesInTransaction remembered = new RolesInTransaction();

    /** Creates it. */
    public CaseAccess(
            CaseTree tree,
            DocumentKinds kinds,
            Permissions table,
            JsonFields json,
            PermissionService permissions,
            AuthorityService authorities,
            ServicePerson servicePerson,
            Clock clock) {
        this.tree = tree;
        this.members = new Members(tree, json, clock);
        this.kinds = kinds;
        this.table = table;
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
        return remembered.roles(
                new RolesInTransaction.Asked(userName, caseFile, intervention),
                authorities.getAuthoritiesForUser(userName),
                () -> lookUp(userName, caseFile, intervention));
    }

    /** Something of a case changed that roles may come from: they are looked up anew. */
    void forgetRoles() {
        remembered.forget();
    }

    private Set<Role> lookUp(String userName, NodeRef caseFile, Optional<NodeRef> intervention) {
        return servicePerson.elevated(() -> {
            Set<Role> roles = EnumSet.noneOf(Role.class);
            if (!tree.is(caseFile, CaseModel.TYPE_CASE_FILE)) {
                addRolesInRegister(userName, caseFile, roles);
                return roles;
            }
            named(caseFile).stream()
                    .filter(member -> member.userName().equals(userName))
                    .filter(member -> holds(member, caseFile))
                    .filter(member -> !isOfPerformer(member.role())
                            || intervention.isEmpty()
                            || carriesOut(member, intervention.get()))
                    .forEach(member -> roles.add(member.role()));
            if (tree.text(caseFile, CaseModel.RESPONSIBLE_CASE_WORKER)
                    .filter(userName::equals)
                    .filter(name -> tree.nodes().getProperty(caseFile, CaseModel.RESPONSIBLE_LEFT) == null)
                    .filter(name -> worksInUnit(
                            name, tree.text(caseFile, CaseModel.UNIT).orElse("")))
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

    /** Of what a user is in a case, what the table of rights grants an act to; empty where they may not. */
    public Set<Role> rolesFor(
            String userName, NodeRef caseFile, Optional<NodeRef> intervention, String object, String act) {
        return table.granted(object, act, roles(userName, caseFile, intervention));
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
        return role.group(unit);
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

    /** Units in whose cases somebody may do something by belonging to the unit, in alphabetical order. */
    List<String> unitsFor(String userName, String object, String act) {
        Set<Role> granted = table.row(object, act).map(Permissions.Row::unit).orElse(Set.of());
        return authorities.getAuthoritiesForUser(userName).stream()
                .flatMap(name -> granted.stream()
                        .map(role -> group(role, ""))
                        .filter(name::startsWith)
                        .map(prefix -> name.substring(prefix.length())))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether somebody belongs to the case workers, leads or managers of a unit, and so may open cases for it. */
    boolean worksInUnit(String userName, String unit) {
        Set<String> groups = authorities.getAuthoritiesForUser(userName);
        return OPENERS.stream().anyMatch(role -> groups.contains(group(role, unit)));
    }

    /** Sets the entries of a case anew: of its folder, its interventions, its people and its documents. */
    void apply(NodeRef caseFile) {
        boolean secret = isProtected(caseFile);
        renew(caseFile);
        social(caseFile, caseFile, secret);
        documents(caseFile).forEach(this::applyDocument);
        interventions(caseFile).forEach(this::applyIntervention);
        persons(caseFile).forEach(this::applyPerson);
        noteTimes(caseFile);
    }

    /** Keeps who stands in for whom today, and when that next changes. */
    private void noteTimes(NodeRef caseFile) {
        ObjectNode standIns = JsonNodeFactory.instance.objectNode();
        members.current(caseFile)
                .forEach(member -> member.standsInFor().ifPresent(absent -> standIns.put(absent, member.userName())));
        note(caseFile, CaseModel.STAND_INS, standIns.isEmpty() ? null : standIns.toString());
        note(
                caseFile,
                CaseModel.RIGHTS_CHANGE_AT,
                members.nextChange(caseFile).map(Date::from).orElse(null));
        noteNamed(caseFile);
    }

    /** Keeps who is named in the case, for whoever leaves to be found by (BR-110). */
    void noteNamed(NodeRef caseFile) {
        Set<String> named = new TreeSet<>(members.timedReaders(caseFile));
        members.known(caseFile).forEach(member -> named.add(member.userName()));
        note(caseFile, CaseModel.NAMED_USERS, named.isEmpty() ? null : new ArrayList<>(named));
    }

    /** Ends the limited time of those who belong to no unit any more. */
    void endTimesOfWhoLeft(NodeRef caseFile) {
        for (String userName : members.timedReaders(caseFile)) {
            boolean staff =
                    authorities.getAuthoritiesForUser(userName).stream().anyMatch(name -> name.startsWith(GROUP));
            if (!staff) {
                readUntil(caseFile, userName, Instant.EPOCH);
            }
        }
    }

    private void note(NodeRef caseFile, QName property, Serializable value) {
        if (!Objects.equals(tree.nodes().getProperty(caseFile, property), value)) {
            if (value == null) {
                tree.nodes().removeProperty(caseFile, property);
            } else {
                tree.nodes().setProperty(caseFile, property, value);
            }
        }
    }

    /** Lets somebody who has no part in a case read what an archivist reads, until a moment; at once where it has passed. */
    void readUntil(NodeRef caseFile, String userName, Instant until) {
        members.readUntil(caseFile, userName, until);
        apply(caseFile);
    }

    /** Those on a case who no longer have a role in its unit, or in the unit that carries out, by which they could be. */
    List<Member> whoLeft(NodeRef caseFile) {
        return members.known(caseFile).stream()
                .filter(member -> !holds(member, caseFile))
                .toList();
    }

    /** Whether somebody has, in one of the units of the case, the role that they are named by (RSP-01..57). */
    boolean holds(Member member, NodeRef caseFile) {
        Set<String> groups = authorities.getAuthoritiesForUser(member.userName());
        String unit = tree.text(caseFile, CaseModel.UNIT).orElse("");
        Role role = member.role();
        if (role.isCaseWorker()) {
            return OPENERS.stream().anyMatch(opener -> groups.contains(group(opener, unit)));
        }
        if (EVERYWHERE.contains(role)) {
            return groups.contains(GROUP + role.name());
        }
        if (isOfPerformer(role)) {
            return groups.contains(group(role, unit))
                    || interventions(caseFile).stream()
                            .flatMap(each -> tree.text(each, CaseModel.PERFORMER_UNIT).stream())
                            .anyMatch(performer -> isInUnit(groups, performer));
        }
        return groups.contains(group(role, unit));
    }

    private static boolean isInUnit(Set<String> groups, String unit) {
        return groups.stream().anyMatch(group -> group.startsWith(GROUP) && group.endsWith('_' + unit));
    }

    void applyIntervention(NodeRef intervention) {
        NodeRef caseFile = tree.caseFile(intervention).orElseThrow();
        boolean secret = isProtected(caseFile);
        renew(intervention);
        social(caseFile, intervention, secret);
        performers(caseFile, intervention).forEach(member -> allow(intervention, member));
        if (!secret) {
            performerGroups(intervention, role -> true)
                    .forEach(group -> allow(intervention, group, PermissionService.CONSUMER));
        }
        documents(intervention).forEach(this::applyDocument);
    }

    /** Whether documents of the kind have entries of their own, since not all who read the folder read them always. */
    boolean isNarrow(DocumentKind kind) {
        return kind.fileType().equals(CaseModel.TYPE_CASE_FILE)
                && !kind.type().equals(CaseModel.TYPE_INCOMING_DOCUMENT)
                && (!kind.socialOfficeOnly().isEmpty()
                        || !isAsWideAsFolder(kind, table.row(kind.id(), Permissions.READ)));
    }

    /** Shows a document to those whom the table of rights lets read its kind in its status (CON-110, CON-114, CON-115). */
    void applyDocument(NodeRef document) {
        Optional<DocumentKind> known = kinds.ofType(tree.nodes().getType(document));
        if (known.filter(this::isNarrow).isEmpty()) {
            return;
        }
        DocumentKind kind = known.get();
        String status = tree.text(document, CaseModel.STATUS).orElse(kind.initialStatus());
        boolean hidden = kind.socialOfficeOnly().contains(status);
        Optional<Permissions.Row> row = table.row(kind.id(), hidden ? Permissions.READ_DRAFT : Permissions.READ);
        if (isAsWideAsFolder(kind, row)) {
            if (!permissions.getInheritParentPermissions(document)) {
                permissions.deletePermissions(document);
                permissions.setInheritParentPermissions(document, true);
            }
            return;
        }
        renew(document);
        row.ifPresent(rights -> allow(document, rights));
    }

    private static boolean isAsWideAsFolder(DocumentKind kind, Optional<Permissions.Row> row) {
        Set<Role> readers = EnumSet.of(Role.CASE_WORKER);
        readers.addAll(UNIT_READERS);
        readers.addAll(EVERYWHERE);
        if (kind.placement() == Placement.INTERVENTION) {
            readers.addAll(PERFORMER_READERS);
            readers.addAll(PERFORMERS);
        }
        return row.isPresent() && readers.stream().allMatch(row.get()::grants);
    }

    private void allow(NodeRef document, Permissions.Row row) {
        NodeRef caseFile = tree.caseFile(document).orElseThrow();
        Optional<NodeRef> intervention =
                tree.text(document, CaseModel.INTERVENTION_REF).flatMap(tree::node);
        named(caseFile).stream()
                .filter(member -> row.grants(member.role()))
                .filter(member -> !isOfPerformer(member.role())
                        || intervention.filter(each -> carriesOut(member, each)).isPresent())
                .forEach(member -> allow(document, member));
        if (row.grants(Role.ARCHIVIST)) {
            members.timedReaders(caseFile).forEach(user -> allow(document, user, PermissionService.CONSUMER));
        }
        if (!isProtected(caseFile)) {
            Stream.concat(
                            socialGroups(caseFile, row::grants).stream(),
                            intervention.stream().flatMap(each -> performerGroups(each, row::grants).stream()))
                    .forEach(group -> allow(document, group, PermissionService.CONSUMER));
        }
    }

    void applyPerson(NodeRef person) {
        NodeRef caseFile = tree.caseFile(person).orElseThrow();
        if (!tree.is(caseFile, CaseModel.TYPE_CASE_FILE)) {
            return; // the people of a contractor's file are seen by who sees the file
        }
        boolean secret = Boolean.TRUE.equals(tree.nodes().getProperty(person, CaseModel.PROTECTED_IDENTITY));
        renew(person);
        caseWorkers(caseFile).forEach(user -> allow(person, user, PermissionService.EDITOR));
        if (secret) {
            visibleTo(person).stream()
                    .filter(user -> works(caseFile, user))
                    .forEach(user -> allow(person, user, PermissionService.CONSUMER));
            return;
        }
        others(caseFile).forEach(user -> allow(person, user, PermissionService.CONSUMER));
        members.timedReaders(caseFile).forEach(user -> allow(person, user, PermissionService.CONSUMER));
        named(caseFile).stream()
                .filter(member -> isOfPerformer(member.role()))
                .forEach(member -> allow(person, member.userName(), PermissionService.CONSUMER));
        if (!isProtected(caseFile)) {
            socialGroups(caseFile, role -> true).forEach(group -> allow(person, group, PermissionService.CONSUMER));
            interventions(caseFile).forEach(each -> performerGroups(each, role -> true)
                    .forEach(group -> allow(person, group, PermissionService.CONSUMER)));
        }
    }

    /** Removes every direct entry somebody has in the case: on the folder, its interventions, its people, its documents. */
    void takeOff(NodeRef caseFile, String userName) {
        everything(caseFile).forEach(node -> permissions.clearPermission(node, userName));
    }

    private void social(NodeRef caseFile, NodeRef folder, boolean secret) {
        caseWorkers(caseFile).forEach(user -> allow(folder, user, COLLABORATOR));
        others(caseFile).forEach(user -> allow(folder, user, PermissionService.CONSUMER));
        members.timedReaders(caseFile).forEach(user -> allow(folder, user, PermissionService.CONSUMER));
        if (!secret) {
            socialGroups(caseFile, role -> true).forEach(group -> allow(folder, group, PermissionService.CONSUMER));
        }
    }

    private Set<String> socialGroups(NodeRef caseFile, Predicate<Role> which) {
        Set<String> groups = new LinkedHashSet<>();
        tree.text(caseFile, CaseModel.UNIT)
                .ifPresent(unit -> UNIT_READERS.stream().filter(which).forEach(role -> groups.add(group(role, unit))));
        EVERYWHERE.stream().filter(which).forEach(role -> groups.add(GROUP + role.name()));
        return groups;
    }

    private Set<String> performerGroups(NodeRef intervention, Predicate<Role> which) {
        Set<String> groups = new LinkedHashSet<>();
        tree.text(intervention, CaseModel.PERFORMER_UNIT)
                .ifPresent(unit ->
                        PERFORMER_READERS.stream().filter(which).forEach(role -> groups.add(group(role, unit))));
        return groups;
    }

    private Set<String> caseWorkers(NodeRef caseFile) {
        return users(caseFile, Role::isCaseWorker);
    }

    /** Members of the social office who are not case workers. */
    private Set<String> others(NodeRef caseFile) {
        return users(caseFile, NAMED_READERS::contains);
    }

    private Set<String> users(NodeRef caseFile, Predicate<Role> which) {
        Set<String> users = new LinkedHashSet<>();
        named(caseFile).stream()
                .filter(member -> which.test(member.role()))
                .forEach(member -> users.add(member.userName()));
        return users;
    }

    private List<Member> performers(NodeRef caseFile, NodeRef intervention) {
        return named(caseFile).stream()
                .filter(member -> isOfPerformer(member.role()) && carriesOut(member, intervention))
                .toList();
    }

    /** Who works in the case now; who manages a unit is of the side that the unit is on. */
    private List<Member> named(NodeRef caseFile) {
        String unit = tree.text(caseFile, CaseModel.UNIT).orElse("");
        return members.current(caseFile).stream()
                .map(member -> member.role() == Role.UNIT_MANAGER && isIn(member.userName(), Role.OFFICE_MANAGER, unit)
                        ? member.as(Role.OFFICE_MANAGER)
                        : member)
                .toList();
    }

    private boolean isIn(String userName, Role role, String unit) {
        return authorities.getAuthoritiesForUser(userName).contains(group(role, unit));
    }

    private static boolean isOfPerformer(Role role) {
        return PERFORMERS.contains(role) || PERFORMER_READERS.contains(role);
    }

    /**
     * Whether a member of the performing side works in this intervention: the one that they were given, or where they were given
     * none, what a unit of theirs carries out. Performers of the same client do not see each other's part (CON-111).
     */
    private boolean carriesOut(Member member, NodeRef intervention) {
        if (member.intervention().isPresent()) {
            return member.intervention().get().equals(intervention.getId());
        }
        Optional<String> unit = tree.text(intervention, CaseModel.PERFORMER_UNIT);
        return unit.isEmpty() || isInUnit(authorities.getAuthoritiesForUser(member.userName()), unit.get());
    }

    private boolean works(NodeRef caseFile, String userName) {
        return members.current(caseFile).stream()
                .anyMatch(member -> member.userName().equals(userName));
    }

    private Set<String> visibleTo(NodeRef person) {
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

    private List<NodeRef> documents(NodeRef folder) {
        return children(folder).stream()
                .filter(child -> tree.is(child, CaseModel.TYPE_CASE_DOCUMENT))
                .toList();
    }

    /** Takes away every entry that a node has of its own, and what it inherits. */
    private void renew(NodeRef node) {
        if (!permissions.getInheritParentPermissions(node)) {
            // Clearing may bring inheritance back, so it comes before the cut.
            permissions.deletePermissions(node);
        }
        cut(node);
    }

    private void allow(NodeRef node, Member member) {
        boolean writes = member.role().isCaseWorker() || PERFORMERS.contains(member.role());
        allow(node, member.userName(), writes ? COLLABORATOR : PermissionService.CONSUMER);
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
