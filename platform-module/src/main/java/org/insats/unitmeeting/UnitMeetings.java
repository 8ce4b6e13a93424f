package org.insats.unitmeeting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;
import org.insats.deadline.Agenda;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * The meetings of a unit (bean {@code insats.unitMeetings}): agenda, allocation in place, minutes (ORD-50, DL-01, TMP-42,
 * DOC-ENUM-13 WEEKLY). Whoever works in the placement group of the unit reads them; its managers hold them.
 */
public final class UnitMeetings {

    private static final String OPEN = "OPEN";
    private static final String MINUTED = "MINUTED";
    private static final String GROUP = PermissionService.GROUP_PREFIX + "INSATS_";
    private static final List<Role> HOLDERS = List.of(Role.PLACEMENT_SECTION_MANAGER, Role.UNIT_MANAGER);
    private static final List<Role> READERS =
            List.of(Role.PLACEMENT_SECTION_MANAGER, Role.UNIT_MANAGER, Role.PLACEMENT_WORKER);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final NodeService nodes;
    private final PermissionService permissions;
    private final AuthorityService authorities;
    private final InsatsFolders folders;
    private final DatabaseQuery query;
    private final Agenda agenda;
    private final Documents documents;
    private final CaseFileService caseFiles;
    private final MinutesPrinter printer;
    private final Staff staff;
    private final ServicePerson servicePerson;
    private final Clock clock;

    UnitMeetings(
            NodeService nodes,
            PermissionService permissions,
            AuthorityService authorities,
            InsatsFolders folders,
            DatabaseQuery query,
            Agenda agenda,
            Documents documents,
            CaseFileService caseFiles,
            MinutesPrinter printer,
            Staff staff,
            ServicePerson servicePerson,
            Clock clock) {
        this.nodes = nodes;
        this.permissions = permissions;
        this.authorities = authorities;
        this.folders = folders;
        this.query = query;
        this.agenda = agenda;
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.printer = printer;
        this.staff = staff;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * Opens the meeting of a unit on a day, as somebody who manages the unit.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS} (403), {@code INS-MEETING-DATE} (409) where there is one
     *     already, {@code INS-DOC-COM-04} for a day to come
     */
    public UnitMeeting open(String unit, LocalDate date) {
        requireRole(unit, HOLDERS);
        if (date.isAfter(LawDate.today(clock))) {
            throw Refusal.rule("DOC-COM-04", "date").onField("date").violation();
        }
        String user = CaseAccess.currentUser();
        NodeRef node = servicePerson.elevated(() -> create(unit, date, user));
        return read(node);
    }

    private NodeRef create(String unit, LocalDate date, String chair) {
        NodeRef folder = folders.unitMeetings();
        String name = unit + '-' + date + ".pdf";
        if (nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, name) != null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "MEETING-DATE")
                    .onField("date")
                    .violation();
        }
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, name);
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        properties.put(UnitMeetingModel.UNIT, unit);
        properties.put(UnitMeetingModel.KEY, unit + '.' + date);
        properties.put(UnitMeetingModel.DATE, LawDate.toStored(date));
        properties.put(UnitMeetingModel.STATUS, OPEN);
        properties.put(UnitMeetingModel.CHAIR, chair);
        NodeRef node = nodes.createNode(
                        folder,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(CaseModel.URI, name),
                        UnitMeetingModel.TYPE,
                        properties)
                .getChildRef();
        permissions.setInheritParentPermissions(node, false);
        READERS.forEach(role -> permissions.setPermission(node, group(role, unit), PermissionService.CONSUMER, true));
        return node;
    }

    /** Units whose meetings the current user may read, in alphabetical order, and whether they hold them. */
    public Map<String, Boolean> ownUnits() {
        Map<String, Boolean> units = new TreeMap<>();
        for (String authority : authorities.getAuthorities()) {
            for (Role role : READERS) {
                String prefix = group(role, "");
                if (authority.startsWith(prefix)) {
                    units.merge(authority.substring(prefix.length()), HOLDERS.contains(role), Boolean::logicalOr);
                }
            }
        }
        return units;
    }

    /** The next day on which a unit meets, today counted; empty where it has set no weekday. */
    public Optional<LocalDate> nextDay(String unit) {
        return agenda.meetingOf(unit).map(meeting -> agenda.meetingDay(unit, LawDate.today(clock)));
    }

    /** Whether the current user may still change a meeting. */
    public boolean isOpenTo(UnitMeeting meeting) {
        return !meeting.isMinuted() && hasRole(meeting.unit(), HOLDERS);
    }

    /** User names of those who come to a unit's meetings: its placement workers and managers. */
    public List<String> company(UnitMeeting meeting) {
        return READERS.stream()
                .flatMap(role -> staff.withRole(role, meeting.unit()).stream())
                .distinct()
                .toList();
    }

    /**
     * Reads a meeting as the current user.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} (404) where there is none that the user may read
     */
    public UnitMeeting read(String id) {
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        boolean there = id.matches("[0-9a-fA-F-]{36}")
                && servicePerson.elevated(
                        () -> nodes.exists(node) && nodes.getType(node).equals(UnitMeetingModel.TYPE))
                && permissions.hasPermission(node, PermissionService.READ) == AccessStatus.ALLOWED;
        if (!there) {
            throw Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation();
        }
        return read(node);
    }

    /** The meetings of a unit that the current user may read, the first first. */
    public Page<UnitMeeting> list(String unit, Optional<String> after, int size) {
        requireRole(unit, READERS);
        List<UnitMeeting> found = query
                .findAfter(
                        "SELECT * FROM insmtg:unitMeeting WHERE insmtg:unit = " + DatabaseQuery.quoted(unit),
                        "insmtg:unitMeetingKey",
                        after,
                        size + 1)
                .stream()
                .map(this::read)
                .toList();
        return Page.of(found, size, meeting -> meeting.unit() + '.' + meeting.date());
    }

    /** What the meeting is to take up; of a meeting that is minuted, what still waits (TMP-42). */
    public List<Agenda.Item> agenda(UnitMeeting meeting) {
        return agenda.of(meeting.unit(), meeting.date());
    }

    /**
     * Allocates something on the agenda, in place, with the rights of the current user (ORD-50).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-MEETING-MINUTED} (409), {@code INS-MEETING-ITEM}, and what the order
     *     itself refuses
     */
    public UnitMeeting allocate(String id, String documentId, String userName) {
        UnitMeeting meeting = requireOpen(id);
        Document document = agenda(meeting).stream()
                .filter(item -> item.reason() != Agenda.Reason.INFORMATION)
                .map(Agenda.Item::order)
                .filter(order -> order.id().equals(documentId))
                .findFirst()
                .orElseThrow(
                        () -> Refusal.rule("MEETING-ITEM").onField("documentId").violation());
        documents.act(
                documentId,
                "allocate",
                JSON.createObjectNode()
                        .put("userName", userName)
                        .put("date", meeting.date().toString())
                        .put("forum", "WEEKLY_MEETING"));
        List<UnitMeeting.Allocation> all = new ArrayList<>(meeting.allocations());
        all.add(new UnitMeeting.Allocation(
                documentId, document.caseNumber(), document.kind().id(), userName));
        write(meeting, Map.of(UnitMeetingModel.ALLOCATIONS, json(all)));
        return read(meeting.node());
    }

    /**
     * Writes the minutes: who was there, what was allocated, what was told, what is left. Nothing changes after that.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-MEETING-NAMES} where the notes name somebody of a case
     */
    public UnitMeeting minute(String id, List<String> present, String notes) {
        UnitMeeting meeting = requireOpen(id);
        List<Agenda.Item> items = agenda(meeting);
        requireNoNames(meeting, items, notes);
        Map<QName, Serializable> changes = new HashMap<>();
        changes.put(UnitMeetingModel.PRESENT, json(present));
        changes.put(UnitMeetingModel.NOTES, notes);
        changes.put(UnitMeetingModel.STATUS, MINUTED);
        write(meeting, changes);
        UnitMeeting minuted = read(meeting.node());
        servicePerson.elevated(() -> printer.print(minuted, items));
        return minuted;
    }

    private void requireNoNames(UnitMeeting meeting, List<Agenda.Item> items, String notes) {
        String text = notes.toLowerCase(Locale.ROOT);
        List<NodeRef> cases = new ArrayList<>(
                items.stream().map(item -> item.order().caseFile()).toList());
        meeting.allocations()
                .forEach(allocation -> cases.add(servicePerson.elevated(
                        () -> documents.get(allocation.documentId()).caseFile())));
        boolean named = servicePerson.elevated(() -> cases.stream()
                .flatMap(caseFile -> caseFiles.persons(caseFile).stream())
                .flatMap(person -> person.text(CaseModel.PERSON_NAME).stream())
                .anyMatch(name -> text.contains(name.toLowerCase(Locale.ROOT))));
        if (named) {
            throw Refusal.rule("MEETING-NAMES").onField("notes").violation();
        }
    }

    private UnitMeeting requireOpen(String id) {
        UnitMeeting meeting = read(id);
        requireRole(meeting.unit(), HOLDERS);
        if (meeting.isMinuted()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "MEETING-MINUTED").violation();
        }
        return meeting;
    }

    private void requireRole(String unit, List<Role> roles) {
        if (!hasRole(unit, roles)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
    }

    private boolean hasRole(String unit, List<Role> roles) {
        Set<String> own = authorities.getAuthorities();
        return roles.stream().anyMatch(role -> own.contains(group(role, unit)));
    }

    private static String group(Role role, String unit) {
        return GROUP + role.name() + '_' + unit;
    }

    private void write(UnitMeeting meeting, Map<QName, Serializable> changes) {
        servicePerson.elevated(() -> nodes.addProperties(meeting.node(), changes));
    }

    private UnitMeeting read(NodeRef node) {
        Map<QName, Serializable> properties = servicePerson.elevated(() -> nodes.getProperties(node));
        List<UnitMeeting.Allocation> allocations = new ArrayList<>();
        list(properties, UnitMeetingModel.ALLOCATIONS)
                .forEach(each -> allocations.add(new UnitMeeting.Allocation(
                        each.path("documentId").asText(),
                        each.path("caseNumber").asText(),
                        each.path("kind").asText(),
                        each.path("userName").asText())));
        List<String> present = new ArrayList<>();
        list(properties, UnitMeetingModel.PRESENT).forEach(each -> present.add(each.asText()));
        return new UnitMeeting(
                node,
                Objects.toString(properties.get(UnitMeetingModel.UNIT), ""),
                LawDate.fromStored(properties.get(UnitMeetingModel.DATE)).orElseThrow(),
                MINUTED.equals(properties.get(UnitMeetingModel.STATUS)),
                Objects.toString(properties.get(UnitMeetingModel.CHAIR), ""),
                present,
                allocations,
                Objects.toString(properties.get(UnitMeetingModel.NOTES), ""));
    }

    private static JsonNode list(Map<QName, Serializable> properties, QName name) {
        try {
            return JSON.readTree(Objects.toString(properties.get(name), "[]")) instanceof ArrayNode array
                    ? array
                    : JSON.createArrayNode();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored list is not JSON", e);
        }
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
