package org.insats.casefile.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.version.Version;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.JsonFields;
import org.insats.casefile.Labels;
import org.insats.casefile.Staff;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * What has happened in a case, in words: who did what and when, from the events of the case and the first versions of its documents; their
 * later versions stand with the documents.
 * No free text of the case is in it. Who reads the case folder sees every event, others those of the documents they may read.
 */
public final class CaseHistory {

    private static final String EVENT = "insats.event.";
    private static final String CREATED = "VersionCreated";

    private final CaseAccess access;
    private final DocumentJson documentJson;
    private final JsonFields jsonFields;
    private final Labels labels;
    private final Staff staff;

    /** Creates it. */
    public CaseHistory(
            CaseAccess access, DocumentJson documentJson, JsonFields jsonFields, Labels labels, Staff staff) {
        this.access = access;
        this.documentJson = documentJson;
        this.jsonFields = jsonFields;
        this.labels = labels;
        this.staff = staff;
    }

    /** One thing that happened. */
    private record Entry(Instant at, String event, String userName, Optional<String> documentId, String version) {}

    /** The history of a case, oldest first, with those of its documents that the user may read. */
    ArrayNode of(CaseFile caseFile, List<Document> readable) {
        Map<String, Document> documents = new LinkedHashMap<>();
        readable.forEach(document -> documents.put(document.id(), document));
        List<Entry> entries = new ArrayList<>(events(caseFile, documents));
        readable.forEach(document -> created(document).ifPresent(entries::add));
        entries.sort(Comparator.comparing(Entry::at));
        ArrayNode history = JsonNodeFactory.instance.arrayNode();
        entries.forEach(entry -> history.add(json(entry, documents)));
        return history;
    }

    private List<Entry> events(CaseFile caseFile, Map<String, Document> documents) {
        boolean all = access.mayRead(caseFile.node());
        List<Entry> entries = new ArrayList<>();
        caseFile.text(CaseModel.CASE_HISTORY)
                .map(text -> jsonFields.parse(CaseModel.CASE_HISTORY, text))
                .ifPresent(stored -> stored.forEach(event -> {
                    if (all || documents.containsKey(event.path("documentId").asText())) {
                        entries.add(event(event));
                    }
                }));
        return entries;
    }

    private static Entry event(JsonNode stored) {
        return new Entry(
                Instant.parse(stored.path("at").asText()),
                stored.path("event").asText(),
                stored.path("userName").asText(),
                Optional.of(stored.path("documentId").asText()).filter(id -> !id.isEmpty()),
                "");
    }

    private Optional<Entry> created(Document document) {
        return documentJson.versions(document).stream()
                .min(Comparator.comparing(Version::getVersionLabel, DocumentJson::compareLabels))
                .map(version -> new Entry(
                        version.getFrozenModifiedDate().toInstant(),
                        CREATED,
                        version.getFrozenModifier(),
                        Optional.of(document.id()),
                        version.getVersionLabel()));
    }

    private ObjectNode json(Entry entry, Map<String, Document> documents) {
        Locale locale = I18NUtil.getLocale();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("at", entry.at().toString());
        json.put("event", entry.event());
        json.put("userName", entry.userName());
        json.put("name", staff.nameOf(entry.userName()));
        String what = Optional.ofNullable(I18NUtil.getMessage(EVENT + entry.event(), locale, entry.version()))
                .orElse(entry.event());
        Optional<Document> document = entry.documentId().map(documents::get);
        json.put(
                "text",
                document.map(found -> labels.type(found.kind().type(), locale) + ": " + what)
                        .orElse(what));
        entry.documentId().ifPresent(id -> json.put("documentId", id));
        if (!entry.version().isEmpty()) {
            json.put("version", entry.version());
        }
        return json;
    }
}
