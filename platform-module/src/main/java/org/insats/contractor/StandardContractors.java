package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseNumbers;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Person;
import org.insats.platform.InsatsFolders;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineService;

/** Contractors' files as folders below {@code Insats/Contractors}. */
public final class StandardContractors implements ContractorService {

    private final CaseTree tree;
    private final CaseAccess access;
    private final CaseNumbers numbers;
    private final CaseFileService caseFiles;
    private final Documents documents;
    private final EntryFields fields;
    private final Checklists checklists;
    private final Assignments assignments;
    private final RoutineService routines;
    private final InsatsFolders folders;
    private final RegisterSearch search;
    private final NodeService nodes;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** Creates it. */
    public StandardContractors(
            CaseTree tree,
            CaseAccess access,
            CaseNumbers numbers,
            CaseFileService caseFiles,
            Documents documents,
            EntryFields fields,
            Checklists checklists,
            Assignments assignments,
            RoutineService routines,
            InsatsFolders folders,
            RegisterSearch search,
            NodeService nodes,
            ServicePerson servicePerson,
            Clock clock) {
        this.tree = tree;
        this.access = access;
        this.numbers = numbers;
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.fields = fields;
        this.checklists = checklists;
        this.assignments = assignments;
        this.routines = routines;
        this.folders = folders;
        this.search = search;
        this.nodes = nodes;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    @Override
    public Contractor register(JsonNode entry) {
        String user = CaseAccess.currentUser();
        String unit = entry.path("unit").asText();
        if (!access.placementUnitsOf(user).contains(unit)) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "CTR-UNIT").onField("unit").violation();
        }
        String profile = entry.path("profile").asText();
        if (routines.profile(profile).isEmpty()) {
            throw Refusal.rule("CTR-PROFILE").onField("profile").violation();
        }
        String type = fields.type(entry);
        Map<QName, Serializable> given = fields.read(entry);
        fields.requireAgreementOfHome(type, given);
        ObjectNode person = person(entry);
        return servicePerson.elevated(() -> {
            String number = numbers.nextContractor();
            Map<QName, Serializable> properties = new HashMap<>(given);
            properties.put(ContentModel.PROP_NAME, number);
            properties.put(CaseModel.CASE_NUMBER, number);
            properties.put(CaseModel.PROFILE, profile);
            properties.put(CaseModel.UNIT, unit);
            properties.put(ContractorModel.CONTRACTOR_TYPE, type);
            complete(properties, user);
            properties.values().removeIf(value -> value == null);
            return create(number, properties, person);
        });
    }

    private ObjectNode person(JsonNode entry) {
        ObjectNode person = fields.person(entry);
        if (person.path("name").asText("").isBlank()) {
            throw Refusal.rule("DOC-CTR-02").onField("name").violation();
        }
        return person.put("relation", "CONTRACTOR");
    }

    private Contractor create(String number, Map<QName, Serializable> properties, ObjectNode person) {
        properties.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        NodeRef file = nodes.createNode(
                        folders.contractors(),
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(CaseModel.URI, number),
                        ContractorModel.TYPE_FILE,
                        properties)
                .getChildRef();
        access.applyRegister(file);
        nodes.setProperty(file, ContractorModel.NAME_AND_CONTACT, caseFiles.newPerson(file, person));
        return get(file);
    }

    /** What follows from what was given: what it is found by, and who registered the resource. */
    private static void complete(Map<QName, Serializable> properties, String user) {
        properties.putAll(SearchKeys.of(properties));
        if (properties.get(ContractorModel.REGISTERED_AS_RESOURCE) != null) {
            properties.put(ContractorModel.REGISTERED_BY, user);
        }
    }

    @Override
    public Contractor change(String id, String version, JsonNode entry) {
        Contractor before = read(id);
        if (!access.mayWrite(before.node())) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
        if (!version(before).equals(version)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "STALE", version(before))
                    .onField("version")
                    .violation();
        }
        Map<QName, Serializable> given = fields.read(entry);
        Map<QName, Serializable> after = new HashMap<>(before.properties());
        after.putAll(given);
        fields.requireAgreementOfHome(before.type(), after);
        String user = CaseAccess.currentUser();
        ObjectNode person = fields.person(entry);
        return servicePerson.elevated(() -> {
            given.putAll(SearchKeys.of(after));
            if (given.get(ContractorModel.REGISTERED_AS_RESOURCE) != null) {
                given.put(ContractorModel.REGISTERED_BY, user);
            }
            nodes.addProperties(before.node(), given);
            if (!person.isEmpty()) {
                caseFiles.updatePerson(before.person().orElseThrow(), person);
            }
            return get(before.node());
        });
    }

    @Override
    public Contractor read(String id) {
        Contractor contractor = servicePerson.elevated(() -> find(id)).orElseThrow(() -> Refusal.of(
                        Refusal.Kind.NOT_FOUND, "NOT-FOUND")
                .violation());
        access.requireRead(contractor.node());
        return contractor;
    }

    @Override
    public List<Contractor> search(ContractorQuery query, Optional<String> after, int size) {
        List<NodeRef> found = search.find(query, after, size);
        return servicePerson.elevated(() -> found.stream().map(this::get).toList());
    }

    @Override
    public String key(Contractor contractor) {
        return contractor.text(ContractorModel.LIST_KEY).orElseThrow();
    }

    /** Made of what the entry says: the platform's own date of change does not tell two changes of one second apart. */
    @Override
    public String version(Contractor contractor) {
        Map<String, String> said = new TreeMap<>();
        contractor.properties().forEach((name, value) -> {
            if (name.getNamespaceURI().equals(ContractorModel.TYPE_FILE.getNamespaceURI()) && value != null) {
                said.put(name.getLocalName(), value.toString());
            }
        });
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    @Override
    public Optional<Contractor> find(String id) {
        return tree.node(id)
                .filter(node -> tree.is(node, ContractorModel.TYPE_FILE))
                .map(this::get);
    }

    @Override
    public Optional<Contractor> ofNode(NodeRef node) {
        return tree.caseFile(node)
                .filter(file -> tree.is(file, ContractorModel.TYPE_FILE))
                .map(this::get);
    }

    private Contractor get(NodeRef file) {
        return new Contractor(file, nodes.getProperties(file));
    }

    @Override
    public Optional<Person> person(Contractor contractor) {
        return contractor.person().flatMap(tree::node).map(node -> new Person(node, nodes.getProperties(node)));
    }

    @Override
    public Approval approval(Contractor contractor) {
        List<String> required = checklists.required(contractor.profile(), contractor.type());
        if (contractor.isUnderMunicipalAgreementOn(LawDate.today(clock))) {
            return new Approval(Approval.State.EXEMPT, contractor.text(ContractorModel.INVESTIGATION_REF));
        }
        if (required.isEmpty()) {
            return new Approval(Approval.State.NOT_NEEDED, Optional.empty());
        }
        // A later investigation that came to another conclusion takes an earlier approval back.
        return documents(contractor, InvestigationKind.ID).stream()
                .filter(investigation -> required.contains(
                        investigation.text(ContractorModel.VARIANT).orElse("")))
                .filter(investigation -> List.of("APPROVED", "NOT_APPROVED").contains(investigation.status()))
                .reduce((earlier, later) -> later)
                .filter(investigation -> investigation.status().equals(InvestigationState.APPROVED.name()))
                .map(investigation -> new Approval(Approval.State.APPROVED, Optional.of(investigation.id())))
                .orElseGet(() -> new Approval(Approval.State.MISSING, Optional.empty()));
    }

    @Override
    public List<Document> documents(Contractor contractor, String kind) {
        return documents.inCase(contractor.node()).stream()
                .filter(document -> document.kind().id().equals(kind))
                .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                .toList();
    }

    @Override
    public List<NodeRef> interventions(Contractor contractor) {
        return assignments.of(contractor.node());
    }

    @Override
    public void noteAssignment(Contractor contractor, NodeRef intervention, String caseNumber, LocalDate agreed) {
        assignments.add(contractor.node(), intervention, caseNumber, agreed);
    }

    @Override
    public void noteResource(Contractor contractor, LocalDate date, String userName) {
        nodes.addProperties(
                contractor.node(),
                Map.of(
                        ContractorModel.REGISTERED_AS_RESOURCE,
                        LawDate.toStored(date),
                        ContractorModel.REGISTERED_BY,
                        userName));
    }
}
