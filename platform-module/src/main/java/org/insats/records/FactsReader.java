package org.insats.records;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Person;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.records.retention.FileFacts;
import org.insats.records.retention.FileFacts.Document;
import org.insats.records.retention.FileFacts.Entry;
import org.insats.records.retention.FileFacts.OtherMatter;
import org.insats.records.retention.FileFacts.Placement;
import org.insats.records.retention.RuleSet;

/**
 * Gathers from the repository what the rules need to know of a file (bean {@code insats.recordFacts}); inside the service person's scope.
 * An entry is what a person made, changed, recorded or did; what System and the service person write is none, and versions that
 * the system cuts are not looked at (RET-80). Drafts that were never sent belong to no file (RET-89).
 */
public final class FactsReader {

    private static final Set<String> NOBODY = Set.of(ServicePerson.USER_NAME, AuthenticationUtil.getSystemUserName());
    private static final int MOST_MATTERS = 200;

    private final NodeService nodes;
    private final CaseTree tree;
    private final CaseFileService caseFiles;
    private final DatabaseQuery query;

    /** Creates it. */
    public FactsReader(NodeService nodes, CaseTree tree, CaseFileService caseFiles, DatabaseQuery query) {
        this.nodes = nodes;
        this.tree = tree;
        this.caseFiles = caseFiles;
        this.query = query;
    }

    /**
     * What a file is about, as far as it has been read. The platform stamps nodes by a clock of its own; what it stamped on the day that
     * it stamped the file itself is of the day that the file was opened.
     */
    private static final class Found {

        private final LocalDate opened;
        private final LocalDate stamped;

        private final List<Entry> entries = new ArrayList<>();
        private final List<Document> documents = new ArrayList<>();
        private final List<Placement> services = new ArrayList<>();
        private final Set<String> laws = new HashSet<>();

        Found(LocalDate opened, LocalDate stamped) {
            this.opened = opened;
            this.stamped = stamped;
        }

        void stamp(Serializable at, Serializable who) {
            if (at instanceof Date date && who != null) {
                LocalDate day = LawDate.fromInstant(date.toInstant());
                entries.add(new Entry(day.equals(stamped) ? opened : day, !NOBODY.contains(who.toString())));
            }
        }

        void entry(Serializable at, Serializable who) {
            if (at instanceof Date date && who != null) {
                entries.add(new Entry(LawDate.fromInstant(date.toInstant()), !NOBODY.contains(who.toString())));
            }
        }
    }

    /** The facts of a client's file. */
    public FileFacts facts(CaseFile caseFile, RuleSet rules) {
        LocalDate opened = LawDate.fromStored(caseFile.properties().get(CaseModel.OPENED_DATE))
                .orElseThrow(() -> new IllegalStateException(
                        "File without a day of opening: " + caseFile.node().getId()));
        Found found = new Found(
                opened,
                LawDate.fromStored(caseFile.properties().get(ContentModel.PROP_CREATED))
                        .orElse(opened));
        readHistory(caseFile, found);
        readPeople(caseFile.node(), found);
        readFolder(caseFile.node(), Optional.empty(), found);
        Person client = caseFiles.client(caseFile.node());
        return new FileFacts(
                FileFacts.Kind.CLIENT,
                rules.municipality(caseFile.unit(), caseFile.profile()),
                found.laws,
                client.birthDate(),
                opened,
                LawDate.fromStored(caseFile.properties().get(CaseModel.CLOSED_DATE)),
                found.entries,
                found.documents,
                found.services,
                nodes.hasAspect(caseFile.node(), CaseModel.ASPECT_HELD) ? 1 : 0,
                otherFiles(caseFile, client).stream().map(this::matter).toList());
    }

    private OtherMatter matter(CaseFile other) {
        return new OtherMatter(LawDate.fromStored(other.properties().get(CaseModel.CLOSED_DATE)));
    }

    /** Other files whose client has the same personal identity number; of those without a number nothing can be told. */
    public List<CaseFile> otherFiles(CaseFile caseFile, Person client) {
        Optional<String> number = client.text(CaseModel.PERSONAL_IDENTITY_NUMBER);
        if (number.isEmpty()) {
            return List.of();
        }
        return query
                .find(
                        "SELECT * FROM ins:person WHERE ins:personalIdentityNumber = "
                                + DatabaseQuery.quoted(number.get()),
                        MOST_MATTERS)
                .stream()
                .filter(person -> !person.equals(client.node()))
                .flatMap(person -> tree
                        .caseFile(person)
                        .filter(file -> tree.is(file, CaseModel.TYPE_CASE_FILE))
                        .map(caseFiles::ofNode)
                        .filter(file -> file.text(CaseModel.CASE_CLIENT)
                                .filter(person.getId()::equals)
                                .isPresent())
                        .stream())
                .filter(file -> !file.node().equals(caseFile.node()))
                .toList();
    }

    private void readHistory(CaseFile caseFile, Found found) {
        JsonNode history = JsonText.array(caseFile.text(CaseModel.CASE_HISTORY));
        history.forEach(event -> found.entry(
                Date.from(Instant.parse(event.path("at").asText())),
                event.path("userName").asText()));
    }

    private void readPeople(NodeRef caseFile, Found found) {
        for (ChildAssociationRef child : nodes.getChildAssocs(caseFile, Set.of(CaseModel.TYPE_PERSON))) {
            touched(nodes.getProperties(child.getChildRef()), found);
        }
    }

    private static void touched(Map<QName, Serializable> properties, Found found) {
        found.stamp(properties.get(ContentModel.PROP_CREATED), properties.get(ContentModel.PROP_CREATOR));
        found.stamp(properties.get(ContentModel.PROP_MODIFIED), properties.get(ContentModel.PROP_MODIFIER));
    }

    private void readFolder(NodeRef folder, Optional<Placement> of, Found found) {
        for (ChildAssociationRef child : nodes.getChildAssocs(folder)) {
            NodeRef node = child.getChildRef();
            if (child.isPrimary() && tree.is(node, CaseModel.TYPE_CASE_DOCUMENT)) {
                readDocument(node, of, found);
            } else if (child.isPrimary() && tree.is(node, CaseModel.TYPE_INTERVENTION)) {
                Placement service = service(nodes.getProperties(node), found);
                found.services.add(service);
                readFolder(node, Optional.of(service), found);
            }
        }
    }

    private static Placement service(Map<QName, Serializable> properties, Found found) {
        String basis = Objects.toString(properties.get(CaseModel.INTERVENTION_LEGAL_BASIS), "");
        if (!basis.isEmpty()) {
            found.laws.add(basis.startsWith("LSS") ? "LSS" : "SOL");
        }
        return new Placement(
                Objects.toString(properties.get(CaseModel.SERVICE), ""),
                LawDate.fromStored(properties.get(CaseModel.START_DATE)));
    }

    private void readDocument(NodeRef node, Optional<Placement> folder, Found found) {
        Map<QName, Serializable> properties = nodes.getProperties(node);
        if (isDraft(node)) {
            return;
        }
        touched(properties, found);
        found.entry(properties.get(CaseModel.RECORDED_AT), properties.get(CaseModel.RECORDED_BY));
        found.entry(properties.get(CaseModel.ERRONEOUS_AT), properties.get(CaseModel.ERRONEOUS_BY));
        Optional<Placement> of = folder.or(() -> Optional.ofNullable(properties.get(CaseModel.INTERVENTION_REF))
                .map(Object::toString)
                .flatMap(tree::node)
                .map(intervention -> service(nodes.getProperties(intervention), found)));
        found.documents.add(new Document(
                node.getId(),
                of,
                Optional.ofNullable(properties.get(RecordsModel.GROUND)).map(Object::toString)));
    }

    /** Whether a document was never sent, decided or established; what came in is no draft. */
    boolean isDraft(NodeRef document) {
        return "DRAFT".equals(nodes.getProperty(document, CaseModel.STATUS))
                && !tree.isRecord(document)
                && !tree.is(document, CaseModel.TYPE_INCOMING_DOCUMENT);
    }
}
