package org.insats.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.print.Paper;
import org.insats.print.Paper.Entry;
import org.insats.print.Paper.Section;
import org.insats.print.PdfPrinter;
import org.insats.records.Disposals.Disposal;
import org.insats.records.Disposals.Item;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * The certificate of a disposal (RET-84; bean {@code insats.certificates}), as PDF/A and as JSON: file numbers, rule, days, officers and
 * numbers of documents, and what was looked for and not found. Nothing in it is about anybody whose file it was; reasons, which people
 * wrote, are not in it.
 */
public final class Certificates {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final String KEY = "insats.certificate.";
    private static final String PDF = "certificate.pdf";
    private static final String JSON = "certificate.json";

    /** Where nodes of a file are looked for afterwards, by its number. */
    /** Where we cannot look: said as such. */
    private static final List<String> UNSEEN = List.of("contentFiles", "searchIndex", "importerJournals", "backups");

    private final NodeService nodes;
    private final ContentService contents;
    private final CaseFileService caseFiles;
    private final Disposals disposals;
    private final PdfPrinter printer;
    private final RecordsAccess access;
    private final ServicePerson servicePerson;

    /**
     * Creates it.
     *
     * @param contents without checks of rights
     */
    public Certificates(
            NodeService nodes,
            ContentService contents,
            CaseFileService caseFiles,
            Disposals disposals,
            PdfPrinter printer,
            RecordsAccess access,
            ServicePerson servicePerson) {
        this.nodes = nodes;
        this.contents = contents;
        this.caseFiles = caseFiles;
        this.disposals = disposals;
        this.printer = printer;
        this.access = access;
        this.servicePerson = servicePerson;
    }

    /** A certificate's bytes. */
    public byte[] read(String number, boolean pdf) {
        access.require("readRetention");
        return servicePerson.elevated(() -> {
            NodeRef node = Optional.ofNullable(
                            nodes.getChildByName(disposals.node(number), ContentModel.ASSOC_CONTAINS, pdf ? PDF : JSON))
                    .orElseThrow(() ->
                            Refusal.of(Refusal.Kind.NOT_FOUND, "NOT-FOUND").violation());
            ContentReader reader = contents.getReader(node, ContentModel.PROP_CONTENT);
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            reader.getContent(bytes);
            return bytes.toByteArray();
        });
    }

    /** Searches for remains and writes both certificates; inside the service person's scope. */
    void write(NodeRef node, Disposal disposal) {
        ObjectNode remains = remains(disposal);
        nodes.setProperty(node, RecordsModel.REMAINS, remains.toString());
        store(
                node,
                JSON,
                "application/json",
                out -> out.write(json(disposal, remains).toPrettyString().getBytes(StandardCharsets.UTF_8)));
        store(node, PDF, "application/pdf", out -> printer.print(paper(disposal, remains), out));
    }

    /** Writes to a stream. */
    private interface Writing {
        void to(OutputStream out) throws IOException;
    }

    private void store(NodeRef parent, String name, String mimetype, Writing writing) {
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_NAME, name);
        NodeRef node = nodes.createNode(
                        parent,
                        ContentModel.ASSOC_CONTAINS,
                        QName.createQName(RecordsModel.URI, name),
                        RecordsModel.TYPE_CERTIFICATE,
                        properties)
                .getChildRef();
        ContentWriter writer = contents.getWriter(node, ContentModel.PROP_CONTENT, true);
        writer.setMimetype(mimetype);
        try (OutputStream out = writer.getContentOutputStream()) {
            writing.to(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is left of the files that were destroyed whole: of each place how many were found, or that we cannot look there. */
    private ObjectNode remains(Disposal disposal) {
        ObjectNode remains = JsonNodeFactory.instance.objectNode();
        long found = destroyed(disposal).stream()
                .filter(item -> caseFiles.fileNumbered(item.caseNumber()).isPresent())
                .count();
        remains.putObject("database").put("verified", true).put("found", found);
        long unverified = disposal.items().stream()
                .filter(item -> item.reason()
                        .filter(DisposalJob.VERSIONS_UNVERIFIED::equals)
                        .isPresent())
                .count();
        remains.putObject("versions").put("verified", unverified == 0).put("found", unverified);
        // The waste basket and workflows were looked through in the transaction that destroyed each file.
        remains.putObject("wasteBasket").put("verified", true).put("found", 0);
        remains.putObject("workflows").put("verified", true).put("found", 0);
        UNSEEN.forEach(place -> remains.putObject(place).put("verified", false));
        return remains;
    }

    private List<Item> destroyed(Disposal disposal) {
        return disposal.items().stream()
                .filter(item -> item.state().equals("DONE"))
                .filter(item -> caseFiles
                        .fileNumbered(item.caseNumber())
                        .filter(file -> "PRESERVED".equals(file.properties().get(CaseModel.RETENTION_OUTCOME)))
                        .isEmpty())
                .toList();
    }

    private static ObjectNode json(Disposal disposal, ObjectNode remains) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("disposal", disposal.number());
        json.put("unit", disposal.unit());
        json.put("year", disposal.year());
        json.put("ruleSet", disposal.rules());
        json.put("proposedBy", disposal.proposedBy());
        json.put("proposedAt", disposal.proposedAt().toString());
        disposal.approvedBy().ifPresent(name -> json.put("approvedBy", name));
        disposal.approvedAt().ifPresent(at -> json.put("approvedAt", at.toString()));
        disposal.doneAt().ifPresent(at -> json.put("doneAt", at.toString()));
        ArrayNode files = json.putArray("files");
        for (Item item : disposal.items()) {
            ObjectNode file = files.addObject();
            file.put("file", item.caseNumber());
            file.put("state", item.state());
            file.put("rule", item.rule());
            item.duty().ifPresent(day -> file.put("duty", day.toString()));
            item.doneAt().ifPresent(at -> file.put("destroyedAt", at.toString()));
            file.put("documents", item.documents());
        }
        json.set("remains", remains);
        return json;
    }

    private static Paper paper(Disposal disposal, ObjectNode remains) {
        List<Entry> head = new ArrayList<>();
        head.add(entry("unit", disposal.unit()));
        head.add(entry("year", String.valueOf(disposal.year())));
        head.add(entry("rules", disposal.rules()));
        head.add(entry("proposedBy", disposal.proposedBy() + ", " + day(disposal.proposedAt())));
        disposal.approvedBy()
                .ifPresent(name -> head.add(entry(
                        "approvedBy",
                        name + disposal.approvedAt().map(at -> ", " + day(at)).orElse(""))));
        disposal.doneAt().ifPresent(at -> head.add(entry("doneAt", day(at))));
        List<Entry> files = disposal.items().stream()
                .map(item -> new Entry(item.caseNumber(), line(item)))
                .toList();
        List<Entry> places = new ArrayList<>();
        remains.fields()
                .forEachRemaining(place -> places.add(new Entry(
                        text("place." + place.getKey()),
                        place.getValue().path("verified").asBoolean()
                                ? text("found", place.getValue().path("found").asText())
                                : text("notVerified"))));
        return new Paper(
                SWEDISH,
                disposal.number(),
                text("title"),
                disposal.number(),
                List.of(
                        new Section(text("head"), head),
                        new Section(text("files"), files),
                        new Section(text("remains"), places)),
                List.of(),
                Optional.empty(),
                disposal.number());
    }

    private static String line(Item item) {
        String state = text("state." + item.state());
        return item.state().equals("DONE")
                ? text(
                        "destroyed",
                        item.rule(),
                        item.doneAt().map(Certificates::day).orElse(""),
                        String.valueOf(item.documents()))
                : state;
    }

    private static String day(Instant at) {
        return LawDate.fromInstant(at).toString();
    }

    private static Entry entry(String key, String value) {
        return new Entry(text(key), value);
    }

    private static String text(String key, Object... arguments) {
        String message = I18NUtil.getMessage(KEY + key, SWEDISH, arguments);
        return message == null ? KEY + key : message;
    }
}
