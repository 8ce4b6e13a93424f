package org.insats.records;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.QName;
import org.insats.accesslog.AccessReports;
import org.insats.accesslog.Entry;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.platform.web.Csv;
import org.insats.records.archive.PackageWriter;
import org.insats.records.archive.PackageWriter.PackageHead;
import org.insats.records.archive.PackagedFile;
import org.insats.records.retention.RuleSet;
import org.insats.records.retention.Verdict;

/**
 * Archive packages of closed files (RET-35, RET-86; bean {@code insats.archivePackages}): all documents with their versions, descriptions
 * of file, people, interventions and documents, an index with checksums and retention class, the verdict, rules, version of the routine, and
 * who has looked. Drafts belong to no file and are left out (RET-89).
 */
public final class ArchivePackages {

    private static final int LOG_PAGE = 500;
    private static final String CSV = "text/csv";

    private final NodeService nodes;
    private final ContentService contents;
    private final VersionService versions;
    private final Documents documents;
    private final FactsReader facts;
    private final Verdicts verdicts;
    private final RuleSets ruleSets;
    private final AccessReports accessLog;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;
    private final Clock clock;
    private final String organisation;

    /**
     * Creates it.
     *
     * @param contents without checks of rights
     * @param versions without checks of rights
     * @param organisation who hands packages over
     */
    public ArchivePackages(
            NodeService nodes,
            ContentService contents,
            VersionService versions,
            Documents documents,
            FactsReader facts,
            Verdicts verdicts,
            RuleSets ruleSets,
            AccessReports accessLog,
            RecordsAccess access,
            ServicePerson servicePerson,
            Clock clock,
            String organisation) {
        this.nodes = nodes;
        this.contents = contents;
        this.versions = versions;
        this.documents = documents;
        this.facts = facts;
        this.verdicts = verdicts;
        this.ruleSets = ruleSets;
        this.accessLog = accessLog;
        this.access = access;
        this.servicePerson = servicePerson;
        this.clock = clock;
        this.organisation = organisation;
    }

    /**
     * Writes the package of a closed file to a file of its own, which the caller deletes, and notes its checksum with the file; by an
     * archivist.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-CASE-OPEN} (409) while the file is open
     */
    public Path write(String caseNumber) {
        access.require("package");
        CaseFile caseFile = access.file(caseNumber);
        if (caseFile.properties().get(CaseModel.CLOSED_DATE) == null) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "CASE-OPEN").violation();
        }
        // As the archivist, who may read it: the log answers nobody who is not known to it.
        Csv looks = looks(caseNumber);
        return servicePerson.elevated(() -> {
            Path file = null;
            try {
                file = Files.createTempFile("insats-package", ".zip");
                String hash = write(caseFile, looks, file);
                verdicts.quietly(caseFile.node(), () -> note(caseFile.node(), Map.of(RecordsModel.PACKAGE_HASH, hash)));
                return file;
            } catch (IOException e) {
                delete(file);
                throw new UncheckedIOException(e);
            } catch (RuntimeException e) {
                delete(file);
                throw e;
            }
        });
    }

    private static void delete(Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void note(NodeRef node, Map<QName, Serializable> properties) {
        nodes.addAspect(node, RecordsModel.ASPECT_TRANSFERRED, new HashMap<>(properties));
        nodes.removeProperty(node, RecordsModel.PACKAGE_RECEIPT);
    }

    private String write(CaseFile caseFile, Csv looks, Path file) throws IOException {
        MessageDigest digest = JsonText.digest();
        try (OutputStream out = new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(file)), digest)) {
            write(caseFile, looks, out);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private void write(CaseFile caseFile, Csv looks, OutputStream out) throws IOException {
        Instant now = clock.instant();
        PackageWriter writer = new PackageWriter(
                new PackageHead(
                        "insats-" + caseFile.caseNumber(), caseFile.caseNumber(), now, organisation, "Insats", "0.1.0"),
                out);
        RuleSet rules = ruleSets.current();
        Verdict verdict = verdicts.judge(caseFile, rules, LawDate.today(clock));
        List<Document> all = documents.inCase(caseFile.node()).stream()
                .filter(document -> !facts.isDraft(document.node()))
                .toList();
        Csv index = new Csv(List.of("file", "document", "kind", "version", "retention", "rule", "sha256"));
        for (Document document : all) {
            for (Packed packed : contents(document, writer)) {
                index.row(List.of(
                        packed.file().path(),
                        name(document),
                        document.kind().id(),
                        packed.version(),
                        kept(verdict, document) ? "PRESERVE" : "DESTROY",
                        rule(verdict, document),
                        packed.file().sha256()));
            }
        }
        writer.description("case.xml", description(caseFile, all));
        writer.documentation("index.csv", CSV, text(index));
        writer.documentation(
                "verdict.json",
                "application/json",
                VerdictJson.of(verdict, rules).toPrettyString());
        writer.documentation("rules.json", "application/json", ruleSets.json().toPrettyString());
        writer.documentation(
                "routine.json", "application/json", routine(caseFile).toPrettyString());
        writer.documentation("access-log.csv", CSV, text(looks));
        writer.finish();
    }

    private record Packed(String version, PackagedFile file) {}

    /** The content of each version, oldest first. */
    private List<Packed> contents(Document document, PackageWriter writer) throws IOException {
        List<Packed> packed = new ArrayList<>();
        VersionHistory history = versions.getVersionHistory(document.node());
        if (history == null) {
            content(document, "1.0", document.node(), writer).ifPresent(packed::add);
            return packed;
        }
        for (Version version : history.getAllVersions()) {
            content(document, version.getVersionLabel(), version.getFrozenStateNodeRef(), writer)
                    .ifPresent(packed::add);
        }
        return packed;
    }

    private Optional<Packed> content(Document document, String label, NodeRef node, PackageWriter writer)
            throws IOException {
        ContentReader reader = contents.getReader(node, ContentModel.PROP_CONTENT);
        if (reader == null || !reader.exists()) {
            return Optional.empty();
        }
        String name = name(document);
        String extension = name.contains(".") ? name.substring(name.lastIndexOf('.')) : "";
        String folder = extension.isEmpty() ? name : name.substring(0, name.lastIndexOf('.'));
        try (InputStream in = reader.getContentInputStream()) {
            return Optional.of(
                    new Packed(label, writer.data(folder + '/' + label + extension, reader.getMimetype(), in)));
        }
    }

    private static String name(Document document) {
        return document.text(ContentModel.PROP_NAME).orElseGet(document::id);
    }

    private static boolean kept(Verdict verdict, Document document) {
        return verdict.documents().stream().anyMatch(each -> each.id().equals(document.id()) && each.kept());
    }

    private static String rule(Verdict verdict, Document document) {
        return verdict.documents().stream()
                .filter(each -> each.id().equals(document.id()))
                .flatMap(each -> each.rule().stream())
                .findFirst()
                .or(verdict::dutyRule)
                .orElse("");
    }

    private static String text(Csv csv) {
        return new String(csv.bytes(), StandardCharsets.UTF_8);
    }

    private static ObjectNode routine(CaseFile caseFile) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("profile", caseFile.profile());
        json.put("version", caseFile.profileVersion());
        return json;
    }

    private Csv looks(String caseNumber) {
        Csv csv = new Csv(List.of("at", "user", "role", "kind", "what", "node", "version", "outcome", "hash"));
        Optional<String> after = Optional.empty();
        do {
            Page<Entry> page = accessLog.ofCase(
                    caseNumber, new AccessReports.Span(Optional.empty(), Optional.empty()), after, LOG_PAGE);
            page.items()
                    .forEach(entry -> csv.row(List.of(
                            entry.look().at(),
                            entry.look().user(),
                            entry.look().role(),
                            entry.look().kind(),
                            entry.look().what(),
                            entry.look().node(),
                            entry.look().version(),
                            entry.look().outcome(),
                            entry.hash())));
            after = page.next();
        } while (after.isPresent());
        return csv;
    }

    private String description(CaseFile caseFile, List<Document> all) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(bytes, "UTF-8");
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("file");
            xml.writeAttribute("number", caseFile.caseNumber());
            properties(xml, caseFile.properties());
            for (ChildAssociationRef child :
                    nodes.getChildAssocs(caseFile.node(), Set.of(CaseModel.TYPE_PERSON, CaseModel.TYPE_INTERVENTION))) {
                described(xml, child.getChildRef(), nodes.getProperties(child.getChildRef()));
            }
            for (Document document : all) {
                described(xml, document.node(), document.properties());
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
            return bytes.toString(StandardCharsets.UTF_8);
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    private void described(XMLStreamWriter xml, NodeRef node, Map<QName, Serializable> properties)
            throws XMLStreamException {
        xml.writeStartElement(nodes.getType(node).getLocalName());
        xml.writeAttribute("id", node.getId());
        properties(xml, properties);
        xml.writeEndElement();
    }

    private static void properties(XMLStreamWriter xml, Map<QName, Serializable> properties) throws XMLStreamException {
        Map<String, String> sorted = new TreeMap<>();
        properties.forEach((name, value) -> {
            if (value != null && (CaseModel.isOurs(name) || name.equals(ContentModel.PROP_NAME))) {
                sorted.put(
                        name.toString(),
                        value instanceof Date date ? date.toInstant().toString() : value.toString());
            }
        });
        for (Map.Entry<String, String> each : sorted.entrySet()) {
            xml.writeStartElement("property");
            xml.writeAttribute("name", each.getKey());
            xml.writeCharacters(each.getValue().replaceAll("[\\p{Cntrl}&&[^\\n\\t\\r]]", ""));
            xml.writeEndElement();
        }
    }

    /**
     * Registers that the archive has received a package; by an archivist.
     *
     * @param sha256 checksum that the archive has computed; must be that of the package written last
     * @param receipt the archive's own number of the receipt
     * @throws org.insats.platform.RuleViolation {@code INS-PACKAGE-OTHER} where it is another package
     */
    public void received(String caseNumber, String sha256, String receipt) {
        String user = access.require("package");
        CaseFile caseFile = access.file(caseNumber);
        if (!receipt.matches("[A-Za-z0-9._:/-]{1,100}")) {
            throw Refusal.rule("RECEIPT").onField("receipt").violation();
        }
        servicePerson.elevated(() -> {
            if (!sha256.equals(nodes.getProperty(caseFile.node(), RecordsModel.PACKAGE_HASH))) {
                throw Refusal.rule("PACKAGE-OTHER").onField("sha256").violation();
            }
            Map<QName, Serializable> received = new HashMap<>();
            received.put(RecordsModel.PACKAGE_RECEIPT, receipt);
            received.put(RecordsModel.PACKAGE_RECEIVED_AT, Date.from(clock.instant()));
            received.put(RecordsModel.PACKAGE_RECEIVED_BY, user);
            verdicts.quietly(caseFile.node(), () -> nodes.addProperties(caseFile.node(), received));
        });
    }
}
