package org.insats.casefile.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.InterventionPart;
import org.insats.casefile.Labels;
import org.insats.casefile.OverviewPart;
import org.insats.casefile.Permissions;
import org.insats.casefile.PersonFields;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineService;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.extensions.surf.util.I18NUtil;

/** Case files as the HTTP API shows them: a line of a list, and everything about one in one call. */
public final class CaseJson {

    private static final List<QName> INTERVENTION_TEXTS = List.of(
            CaseModel.SERVICE,
            CaseModel.GRANT_STATE,
            CaseModel.PERFORMER_UNIT,
            CaseModel.TREATMENT_LEAD,
            CaseModel.RECIPIENT,
            CaseModel.CURRENT_ASSIGNMENT,
            CaseModel.CURRENT_DECISION,
            CaseModel.CURRENT_ORDER,
            CaseModel.CURRENT_PLAN);

    private static final List<QName> INTERVENTION_DATES = List.of(
            CaseModel.GRANT_FROM,
            CaseModel.GRANT_TO,
            CaseModel.START_DATE,
            CaseModel.END_DATE,
            CaseModel.LAST_FOLLOW_UP,
            CaseModel.NEXT_FOLLOW_UP);

    private static final List<String> USER_FIELDS =
            List.of("userName", "responsibleCaseWorker", "treatmentLead", "author", "modifier", "owner");

    private static final List<Role> STAFF_ROLES = List.of(
            Role.CASE_WORKER,
            Role.LEAD_SOCIAL_WORKER,
            Role.ADMINISTRATIVE_COORDINATOR,
            Role.UNIT_MANAGER,
            Role.LEAD_TREATMENT_SECRETARY,
            Role.TREATMENT_LEAD,
            Role.THERAPIST,
            Role.PLACEMENT_SECTION_MANAGER,
            Role.PLACEMENT_WORKER);

    private final CaseFileService caseFiles;
    private final CaseAccess access;
    private final Permissions permissions;
    private final Documents documents;
    private final DocumentJson documentJson;
    private final Goals goals;
    private final PersonFields personFields;
    private final Staff staff;
    private final RoutineService routines;
    private final DocumentKinds kinds;
    private final Labels labels;
    private final CaseHistory history;
    private final NodeService nodeService;
    private final ServicePerson servicePerson;
    private final ListableBeanFactory beans;
    private final ObjectMapper mapper;

    /** Creates it. */
    public CaseJson(
            CaseFileService caseFiles,
            CaseAccess access,
            Permissions permissions,
            Documents documents,
            DocumentJson documentJson,
            Goals goals,
            PersonFields personFields,
            Staff staff,
            RoutineService routines,
            DocumentKinds kinds,
            Labels labels,
            CaseHistory history,
            NodeService nodeService,
            ServicePerson servicePerson,
            ListableBeanFactory beans,
            ObjectMapper mapper) {
        this.caseFiles = caseFiles;
        this.access = access;
        this.permissions = permissions;
        this.documents = documents;
        this.documentJson = documentJson;
        this.goals = goals;
        this.personFields = personFields;
        this.staff = staff;
        this.routines = routines;
        this.kinds = kinds;
        this.labels = labels;
        this.history = history;
        this.nodeService = nodeService;
        this.servicePerson = servicePerson;
        this.beans = beans;
        this.mapper = mapper;
    }

    /** A line of a list. */
    ObjectNode line(CaseFile caseFile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", caseFile.node().getId());
        json.put("caseNumber", caseFile.caseNumber());
        json.put("profile", caseFile.profile());
        json.put("unit", caseFile.unit());
        json.put("state", caseFile.text(CaseModel.CASE_STATE).orElse("OPEN"));
        json.put("protected", caseFile.isProtected());
        json.put("responsibleCaseWorker", caseFile.responsibleCaseWorker());
        json.put("responsibleName", staff.nameOf(caseFile.responsibleCaseWorker()));
        LawDate.fromStored(caseFile.properties().get(CaseModel.OPENED_DATE))
                .ifPresent(date -> json.put("openedDate", date.toString()));
        ArrayNode interventions = json.putArray("interventions");
        readableInterventions(caseFile).forEach(node -> {
            Map<QName, Serializable> properties = properties(node);
            ObjectNode entry = interventions.addObject();
            entry.put("id", node.getId());
            entry.put("service", text(properties, CaseModel.SERVICE));
            entry.put("state", text(properties, CaseModel.INTERVENTION_STATE));
            LawDate.fromStored(properties.get(CaseModel.GRANT_TO))
                    .ifPresent(date -> entry.put("grantTo", date.toString()));
        });
        return json;
    }

    /** Everything about one, as far as the current user may read it. */
    ObjectNode whole(CaseFile caseFile) {
        ObjectNode json = line(caseFile);
        caseFile.text(CaseModel.CASE_CLIENT).ifPresent(id -> json.put("clientId", id));
        ArrayNode roles = json.putArray("myRoles");
        caseFiles
                .roles(CaseAccess.currentUser(), caseFile.node(), Optional.empty())
                .forEach(role -> roles.add(role.name()));
        ArrayNode persons = json.putArray("persons");
        caseFiles.persons(caseFile.node()).forEach(person -> persons.add(personFields.write(person)));
        json.set("members", members(caseFile));
        ArrayNode interventions = json.putArray("interventions");
        readableInterventions(caseFile).forEach(node -> interventions.add(intervention(node)));
        ArrayNode list = json.putArray("documents");
        List<Document> readable = documents.inCase(caseFile.node());
        readable.forEach(document -> list.add(documentJson.withVersions(document)));
        json.set("history", history.of(caseFile, readable));
        json.set("names", names(json));
        json.put("profileTitle", title(caseFile.profile()));
        json.set("mayCreate", mayCreate(caseFile));
        for (OverviewPart part :
                beans.getBeansOfType(OverviewPart.class, false, false).values()) {
            json.set(part.name(), mapper.valueToTree(part.of(caseFile)));
        }
        return json;
    }

    /** Who works in the case. */
    ArrayNode members(CaseFile caseFile) {
        ArrayNode members = JsonNodeFactory.instance.arrayNode();
        caseFiles.members(caseFile.node()).forEach(member -> {
            ObjectNode entry = members.addObject()
                    .put("userName", member.userName())
                    .put("name", staff.nameOf(member.userName()))
                    .put("role", member.role().name())
                    .put("from", member.from().toString());
            member.until().ifPresent(day -> entry.put("until", day.toString()));
            member.standsInFor().ifPresent(absent -> entry.put("standsInFor", absent));
            member.intervention().ifPresent(id -> entry.put("interventionId", id));
        });
        return members;
    }

    /** What those who are named in the overview by user name are called. */
    private ObjectNode names(ObjectNode overview) {
        ObjectNode names = JsonNodeFactory.instance.objectNode();
        USER_FIELDS.stream()
                .flatMap(field -> overview.findValuesAsText(field).stream())
                .filter(userName -> !userName.isEmpty() && !"null".equals(userName))
                .distinct()
                .forEach(userName -> names.put(userName, staff.nameOf(userName)));
        return names;
    }

    /** Kinds of document that the current user may write in the case; what comes in from elsewhere is not written here. */
    private ArrayNode mayCreate(CaseFile caseFile) {
        Optional<NodeRef> intervention =
                readableInterventions(caseFile).stream().findFirst();
        Set<Role> roles = caseFiles.roles(CaseAccess.currentUser(), caseFile.node(), intervention);
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        kinds.all().stream()
                .filter(kind -> !kind.type().equals(CaseModel.TYPE_INCOMING_DOCUMENT))
                .filter(kind -> kind.fileType().equals(CaseModel.TYPE_CASE_FILE))
                .filter(kind -> kind.mayEdit(
                        caseFile.node(), intervention, permissions.granted(kind.id(), Permissions.CREATE, roles)))
                .forEach(kind -> list.addObject()
                        .put("kind", kind.id())
                        .put("label", labels.type(kind.type(), I18NUtil.getLocale())));
        return list;
    }

    private String title(String profile) {
        String language = "en".equals(I18NUtil.getLocale().getLanguage()) ? "en" : "sv";
        return routines.profile(profile)
                .map(found -> found.titles().getOrDefault(language, profile))
                .orElse(profile);
    }

    /** Those with a role in the unit of the case or in a performing unit of it, who may be added to it. */
    ArrayNode staff(CaseFile caseFile) {
        Set<String> performers = readableInterventions(caseFile).stream()
                .map(node -> text(properties(node), CaseModel.PERFORMER_UNIT))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Role role : STAFF_ROLES) {
            Stream.concat(role.isPerformer() ? Stream.empty() : Stream.of(caseFile.unit()), performers.stream())
                    .distinct()
                    .flatMap(unit -> staff.withRole(role, unit).stream())
                    .distinct()
                    .forEach(userName -> list.addObject()
                            .put("userName", userName)
                            .put("name", staff.nameOf(userName))
                            .put("role", role.name()));
        }
        return list;
    }

    private List<NodeRef> readableInterventions(CaseFile caseFile) {
        return servicePerson.elevated(() -> children(caseFile.node(), CaseModel.TYPE_INTERVENTION)).stream()
                .filter(access::mayRead)
                .toList();
    }

    private List<NodeRef> children(NodeRef parent, QName type) {
        return nodeService.getChildAssocs(parent, Set.of(type)).stream()
                .map(ChildAssociationRef::getChildRef)
                .toList();
    }

    private ObjectNode intervention(NodeRef node) {
        Map<QName, Serializable> properties = properties(node);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", node.getId());
        json.put("state", text(properties, CaseModel.INTERVENTION_STATE));
        INTERVENTION_TEXTS.forEach(name -> json.put(name.getLocalName(), text(properties, name)));
        INTERVENTION_DATES.forEach(name -> json.put(
                name.getLocalName(),
                LawDate.fromStored(properties.get(name)).map(Object::toString).orElse(null)));
        json.set("goals", goals.describeAll(node));
        for (InterventionPart part :
                beans.getBeansOfType(InterventionPart.class, false, false).values()) {
            json.set(part.name(), mapper.valueToTree(part.of(node)));
        }
        return json;
    }

    private Map<QName, Serializable> properties(NodeRef node) {
        return servicePerson.elevated(() -> nodeService.getProperties(node));
    }

    private static String text(Map<QName, Serializable> properties, QName name) {
        Serializable value = properties.get(name);
        return value == null ? null : value.toString();
    }

    /** The role of a name that somebody sent. */
    static Optional<Role> role(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> role.name().equals(name))
                .findFirst();
    }
}
