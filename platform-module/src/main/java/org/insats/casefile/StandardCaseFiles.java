package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.event.ResponsibilityHandedOver;
import org.insats.casefile.event.StandInChanged;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;

/** Case files as folders below {@code Insats/Cases/<year>}. */
public final class StandardCaseFiles implements CaseFileService {

    /** Sorts after the end of an intervention's name, for example {@code -I01}. */
    private static final String AFTER_ITS_INTERVENTIONS = "-J";

    /** What somebody can be named as in a case; the others are what a unit has them for. */
    private static final Set<Role> ASSIGNABLE =
            EnumSet.complementOf(EnumSet.of(Role.OFFICE_MANAGER, Role.INVESTIGATION_SECRETARY));

    private final CaseTree tree;
    private final CaseAccess access;
    private final Permissions permissions;
    private final CaseNumbers numbers;
    private final Interventions interventions;
    private final PersonFields personFields;
    private final InsatsFolders folders;
    private final DatabaseQuery query;
    private final PersonService personService;
    private final RoutineService routines;
    private final CaseEvents events;
    private final ServicePerson servicePerson;
    private final Clock clock;
    /** Where the folders of years were last; every request asks. */
    private final Map<String, NodeRef> years = new ConcurrentHashMap<>();

    /** Creates it. */
    public StandardCaseFiles(
            CaseTree tree,
            CaseAccess access,
            Permissions permissions,
            CaseNumbers numbers,
            Interventions interventions,
            PersonFields personFields,
            InsatsFolders folders,
            DatabaseQuery query,
            PersonService personService,
            RoutineService routines,
            CaseEvents events,
            ServicePerson servicePerson,
            Clock clock) {
        this.tree = tree;
        this.access = access;
        this.permissions = permissions;
        this.numbers = numbers;
        this.interventions = interventions;
        this.personFields = personFields;
        this.folders = folders;
        this.query = query;
        this.personService = personService;
        this.routines = routines;
        this.events = events;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    @Override
    public CaseFile open(JsonNode request) {
        String user = CaseAccess.currentUser();
        String profile = identifier(request, "profile");
        String unit = identifier(request, "unit");
        if (!access.worksInUnit(user, unit)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "UNIT", unit)
                    .onField("unit")
                    .violation();
        }
        Optional<String> service = service(profile, request);
        Map<QName, Serializable> client = personFields.read(request.path("client"), true);
        List<Map<QName, Serializable>> others = new ArrayList<>();
        request.path("persons").forEach(person -> others.add(personFields.read(person, false)));
        return servicePerson.elevated(() -> {
            NodeRef caseFile =
                    create(user, profile, unit, request.path("protectedCase").asBoolean());
            NodeRef clientNode = createPerson(caseFile, client);
            tree.nodes().setProperty(caseFile, CaseModel.CASE_CLIENT, clientNode.getId());
            others.forEach(person -> createPerson(caseFile, person));
            service.ifPresent(type -> interventions.plan(
                    caseFile, type, request.hasNonNull("performerUnit") ? identifier(request, "performerUnit") : null));
            access.apply(caseFile);
            return read(caseFile);
        });
    }

    /** The type of the service asked for, if any; a profile that is not there, or does not cover it, is refused. */
    private Optional<String> service(String profileId, JsonNode request) {
        RoutineProfile profile = routines.profile(profileId).orElseThrow(() -> Refusal.rule(
                        "CASE-PROFILE",
                        routines.profiles().stream().map(RoutineProfile::id).collect(Collectors.joining(", ")))
                .onField("profile")
                .violation());
        if (!request.hasNonNull("service")) {
            return Optional.empty();
        }
        return Optional.of(profile.service(request.path("service").asText())
                .map(Service::type)
                .orElseThrow(() -> Refusal.rule("CASE-SERVICE", profileId, services(profile))
                        .onField("service")
                        .violation()));
    }

    private static String services(RoutineProfile profile) {
        return profile.services().stream().map(Service::type).distinct().collect(Collectors.joining(", "));
    }

    @Override
    public List<String> unitsToOpenIn() {
        return access.unitsOf(CaseAccess.currentUser());
    }

    private NodeRef create(String user, String profile, String unit, boolean isProtected) {
        LocalDate today = LawDate.today(clock);
        CaseNumbers.Given given = numbers.nextCase();
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, given.caseNumber());
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        properties.put(CaseModel.CASE_NUMBER, given.caseNumber());
        properties.put(CaseModel.PROFILE, profile);
        properties.put(CaseModel.UNIT, unit);
        properties.put(CaseModel.CASE_STATE, "OPEN");
        properties.put(CaseModel.OPENED_DATE, LawDate.toStored(today));
        properties.put(CaseModel.PROTECTED_CASE, isProtected);
        properties.put(CaseModel.RESPONSIBLE_CASE_WORKER, user);
        properties.put(CaseModel.RESPONSIBLE_SINCE, LawDate.toStored(today));
        NodeRef caseFile = tree.nodes()
                .createNode(
                        given.yearFolder(),
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(CaseModel.URI, "c" + given.caseNumber()),
                        CaseModel.TYPE_CASE_FILE,
                        properties)
                .getChildRef();
        access.members().add(caseFile, Member.from(today, user, Role.CASE_WORKER, Optional.empty()));
        access.members().responsible(caseFile, user, today);
        return caseFile;
    }

    private static String identifier(JsonNode request, String field) {
        String value = request.path(field).asText("").strip();
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9_-]{0,59}")) {
            throw Refusal.rule("VALUE", field, "A-Z a-z 0-9 - _").onField(field).violation();
        }
        return value;
    }

    private CaseFile read(NodeRef node) {
        Map<QName, Serializable> properties = tree.properties(node);
        return new CaseFile(node, String.valueOf(properties.get(CaseModel.CASE_NUMBER)), properties);
    }

    @Override
    public CaseFile byNumber(String caseNumber) {
        NodeRef node = servicePerson
                .elevated(() -> find(caseNumber))
                .filter(this::mayKnow)
                .orElseThrow(() -> CaseTree.notFound().violation());
        return servicePerson.elevated(() -> read(node));
    }

    @Override
    public Optional<CaseFile> fileNumbered(String number) {
        return servicePerson.elevated(() -> number.matches("[A-Z]-\\d{6}")
                ? tree.child(folders.contractors(), number).map(this::read)
                : find(number).map(this::read));
    }

    private Optional<NodeRef> find(String caseNumber) {
        if (!caseNumber.matches("\\d{4}-\\d{6}")) {
            return Optional.empty();
        }
        return yearFolder(caseNumber.substring(0, 4)).flatMap(year -> tree.child(year, caseNumber));
    }

    private Optional<NodeRef> yearFolder(String year) {
        Optional<NodeRef> known = Optional.ofNullable(years.get(year)).filter(tree.nodes()::exists);
        if (known.isPresent()) {
            return known;
        }
        Optional<NodeRef> found = tree.child(folders.cases(), year);
        found.ifPresent(folder -> years.put(year, folder));
        return found;
    }

    /** Somebody on the performing side reads interventions and not the case folder; they may know of the case. */
    private boolean mayKnow(NodeRef caseFile) {
        return access.mayRead(caseFile)
                || servicePerson.elevated(() -> access.interventions(caseFile)).stream()
                        .anyMatch(access::mayRead);
    }

    @Override
    public CaseFile ofNode(NodeRef node) {
        return servicePerson.elevated(() ->
                read(tree.caseFile(node).orElseThrow(() -> CaseTree.notFound().violation())));
    }

    @Override
    public List<CaseFile> list(Optional<String> after, int size) {
        // Found by interventions, because the side that carries out sees those and not the case's own folder (CON-110).
        // Their names begin with the case number, so paging by name is paging by key.
        Map<NodeRef, CaseFile> found = new LinkedHashMap<>();
        String from = after.filter(number -> number.matches("\\d{4}-\\d{6}"))
                .map(number -> number + AFTER_ITS_INTERVENTIONS)
                .orElse("0");
        List<NodeRef> page;
        do {
            page = query.find(
                    "SELECT * FROM ins:intervention WHERE cmis:name > " + DatabaseQuery.quoted(from)
                            + " ORDER BY cmis:name ASC",
                    size);
            for (NodeRef intervention : page) {
                CaseFile caseFile = ofNode(intervention);
                found.putIfAbsent(caseFile.node(), caseFile);
                from = caseFile.caseNumber() + AFTER_ITS_INTERVENTIONS;
            }
        } while (page.size() == size && found.size() < size);
        return found.values().stream().limit(size).toList();
    }

    @Override
    public Set<Role> roles(String userName, NodeRef caseFile, Optional<NodeRef> intervention) {
        return access.roles(userName, caseFile, intervention);
    }

    @Override
    public Set<Role> rolesFor(
            String userName, NodeRef caseFile, Optional<NodeRef> intervention, String object, String act) {
        return access.rolesFor(userName, caseFile, intervention, object, act);
    }

    @Override
    public List<Member> members(NodeRef caseFile) {
        return servicePerson.elevated(() -> access.members().current(caseFile));
    }

    @Override
    public void addMember(String caseNumber, NewMember asked) {
        CaseFile caseFile = byNumber(caseNumber);
        Role role = asked.role();
        requireMay(caseFile, role.isPerformer() || role == Role.UNIT_MANAGER ? "addPerformer" : "changeMembers");
        if (!personService.personExists(asked.userName()) || !ASSIGNABLE.contains(role)) {
            throw Refusal.rule("USER").onField("userName").violation();
        }
        if (role == Role.RESPONSIBLE_CASE_WORKER) {
            makeResponsible(caseFile, asked.userName());
            return;
        }
        Optional<NodeRef> intervention = asked.interventionId().map(id -> intervention(caseFile, id));
        servicePerson.elevated(() -> {
            Member member = Member.from(LawDate.today(clock), asked.userName(), role, intervention.map(NodeRef::getId));
            if (!access.holds(member, caseFile.node())) {
                throw Refusal.rule("STAFF-UNIT").onField("userName").violation();
            }
            asked.standIn()
                    .ifPresentOrElse(
                            absence -> standIn(caseFile, member, absence),
                            () -> join(caseFile.node(), intervention, asked.userName(), role));
        });
    }

    private NodeRef intervention(CaseFile caseFile, String id) {
        return servicePerson
                .elevated(() -> tree.node(id)
                        .filter(node -> tree.is(node, CaseModel.TYPE_INTERVENTION))
                        .filter(node -> tree.caseFile(node)
                                .filter(caseFile.node()::equals)
                                .isPresent()))
                .filter(access::mayRead)
                .orElseThrow(() ->
                        Refusal.rule("DOC-FUP-02").onField("interventionId").violation());
    }

    /** The rights and the tasks of somebody who is away, from the first to the last day of it. */
    private void standIn(CaseFile caseFile, Member member, NewMember.StandIn absence) {
        LocalDate today = LawDate.today(clock);
        boolean known = access.members().current(caseFile.node()).stream()
                .anyMatch(each -> each.userName().equals(absence.absent())
                        && each.role().isPerformer() == member.role().isPerformer());
        if (!known
                || absence.absent().equals(member.userName())
                || absence.until().isBefore(absence.from())
                || absence.until().isBefore(today)) {
            throw Refusal.rule("STAND-IN").onField("standsInFor").violation();
        }
        access.members()
                .add(
                        caseFile.node(),
                        new Member(
                                member.userName(),
                                member.role(),
                                absence.from(),
                                Optional.of(absence.until()),
                                Optional.of(absence.absent()),
                                member.intervention()));
        access.apply(caseFile.node());
        if (!absence.from().isAfter(today)) {
            access.interventions(caseFile.node())
                    .forEach(each -> events.publish(new StandInChanged(caseFile.node(), each, null, today)));
        }
    }

    @Override
    public void readUntil(NodeRef caseFile, String userName, Instant until) {
        access.readUntil(caseFile, userName, until);
    }

    @Override
    public boolean isTimedReader(NodeRef caseFile, String userName) {
        return servicePerson.elevated(
                () -> access.members().timedReaders(caseFile).contains(userName));
    }

    /** The one before is responsible no longer, and what is due is the new one's (BR-110). */
    private void makeResponsible(CaseFile caseFile, String userName) {
        if (!access.worksInUnit(userName, caseFile.unit())) {
            throw Refusal.rule("USER").onField("userName").violation();
        }
        LocalDate today = LawDate.today(clock);
        servicePerson.elevated(() -> {
            handOver(caseFile.node(), userName, today);
            access.interventions(caseFile.node())
                    .forEach(intervention ->
                            events.publish(new ResponsibilityHandedOver(caseFile.node(), intervention, null, today)));
        });
    }

    @Override
    public void join(NodeRef caseFile, Optional<NodeRef> intervention, String userName, Role role) {
        Optional<String> part = intervention.map(NodeRef::getId);
        if (!access.members().has(caseFile, userName, role, part)) {
            access.members().add(caseFile, Member.from(LawDate.today(clock), userName, role, part));
            access.apply(caseFile);
        }
    }

    @Override
    public void removeMember(String caseNumber, String userName) {
        CaseFile caseFile = byNumber(caseNumber);
        requireMay(caseFile, "changeMembers");
        if (caseFile.responsibleCaseWorker().equals(userName)) {
            throw Refusal.rule("BR-110").onField("userName").violation();
        }
        servicePerson.elevated(() -> {
            access.members().end(caseFile.node(), userName, LawDate.today(clock));
            access.takeOff(caseFile.node(), userName);
            access.apply(caseFile.node());
        });
    }

    @Override
    public boolean endStandIn(String caseNumber, String userName, String absent) {
        CaseFile caseFile = byNumber(caseNumber);
        requireMay(caseFile, "changeMembers");
        return servicePerson.elevated(() -> {
            LocalDate today = LawDate.today(clock);
            boolean ended = access.members().endStandIn(caseFile.node(), userName, absent, today);
            if (ended) {
                access.takeOff(caseFile.node(), userName);
                access.apply(caseFile.node());
                access.interventions(caseFile.node())
                        .forEach(each -> events.publish(new StandInChanged(caseFile.node(), each, null, today)));
            }
            return ended;
        });
    }

    @Override
    public void handOver(NodeRef caseFile, String userName, LocalDate from) {
        if (!access.members().has(caseFile, userName, Role.CASE_WORKER, Optional.empty())) {
            access.members().add(caseFile, Member.from(from, userName, Role.CASE_WORKER, Optional.empty()));
        }
        access.members().responsible(caseFile, userName, from);
        tree.nodes().setProperty(caseFile, CaseModel.RESPONSIBLE_CASE_WORKER, userName);
        tree.nodes().removeProperty(caseFile, CaseModel.RESPONSIBLE_LEFT);
        tree.nodes().setProperty(caseFile, CaseModel.RESPONSIBLE_SINCE, LawDate.toStored(from));
        access.apply(caseFile);
    }

    private void requireMay(CaseFile caseFile, String act) {
        Set<Role> roles = roles(CaseAccess.currentUser(), caseFile.node(), Optional.empty());
        if (!permissions.allows("case", act, roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
    }

    @Override
    public String addPerson(String caseNumber, JsonNode person) {
        CaseFile caseFile = byNumber(caseNumber);
        requireMay(caseFile, "addPerson");
        return servicePerson.elevated(() -> newPerson(caseFile.node(), person));
    }

    @Override
    public String newPerson(NodeRef caseFile, JsonNode person) {
        NodeRef node = createPerson(caseFile, personFields.read(person, false));
        access.applyPerson(node);
        return node.getId();
    }

    private NodeRef createPerson(NodeRef caseFile, Map<QName, Serializable> given) {
        String caseNumber = tree.text(caseFile, CaseModel.CASE_NUMBER).orElseThrow();
        int serial = numbers.nextSerial(caseFile, "P");
        Map<QName, Serializable> properties = new HashMap<>(given);
        properties.put(ContentModel.PROP_NAME, String.format(Locale.ROOT, "%s-P%02d", caseNumber, serial));
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        properties.put(CaseModel.CASE_NUMBER, caseNumber);
        return tree.nodes()
                .createNode(
                        caseFile,
                        CaseModel.ASSOC_PERSONS,
                        QName.createQName(CaseModel.URI, "P" + serial),
                        CaseModel.TYPE_PERSON,
                        properties)
                .getChildRef();
    }

    @Override
    public void updatePerson(String personId, JsonNode person) {
        NodeRef node = servicePerson.elevated(() -> tree.require(personId, CaseModel.TYPE_PERSON));
        access.requireRead(node);
        if (!access.mayWrite(node)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
        tree.nodes().addProperties(node, personFields.change(person));
    }

    @Override
    public List<Person> persons(NodeRef caseFile) {
        NodeService nodes = tree.nodes();
        return servicePerson.elevated(() -> access.persons(caseFile)).stream()
                .filter(access::mayRead)
                .map(node -> new Person(node, nodes.getProperties(node)))
                .toList();
    }

    @Override
    public Person client(NodeRef caseFile) {
        return servicePerson.elevated(() -> {
            NodeRef node = tree.text(caseFile, CaseModel.CASE_CLIENT)
                    .flatMap(tree::node)
                    .orElseThrow(() -> CaseTree.notFound().violation());
            return new Person(node, tree.properties(node));
        });
    }
}
