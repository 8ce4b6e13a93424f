package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Fields;
import org.insats.casefile.FormGuidance;
import org.insats.casefile.Labels;
import org.insats.casefile.OfferedForms;
import org.insats.casefile.Staff;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/** Documents as the HTTP API shows them. */
public final class DocumentJson {

    private final Documents documents;
    private final Fields fields;
    private final Labels labels;
    private final ActionJson actionJson;
    private final Staff staff;
    private final OfferedForms offeredForms;
    private final FormGuidance guidance;
    private final VersionService versionService;
    private final NodeService nodeService;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public DocumentJson(
            Documents documents,
            Fields fields,
            Labels labels,
            ActionJson actionJson,
            Staff staff,
            OfferedForms offeredForms,
            FormGuidance guidance,
            VersionService versionService,
            NodeService nodeService,
            ServicePerson servicePerson) {
        this.documents = documents;
        this.fields = fields;
        this.labels = labels;
        this.actionJson = actionJson;
        this.staff = staff;
        this.offeredForms = offeredForms;
        this.guidance = guidance;
        this.versionService = versionService;
        this.nodeService = nodeService;
        this.servicePerson = servicePerson;
    }

    /** A line of a list. */
    ObjectNode line(Document document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", document.id());
        json.put("kind", document.kind().id());
        json.put("label", labels.type(document.kind().type(), I18NUtil.getLocale()));
        json.put("name", document.text(ContentModel.PROP_NAME).orElse(""));
        json.put("caseNumber", document.caseNumber());
        document.intervention().map(NodeRef::getId).ifPresent(id -> json.put("interventionId", id));
        json.put("status", document.status());
        json.put("statusLabel", labels.status(document.kind(), document.status(), I18NUtil.getLocale()));
        document.date(CaseModel.DOCUMENT_DATE).ifPresent(date -> json.put("documentDate", date.toString()));
        document.text(CaseModel.AUTHOR)
                .ifPresent(author -> json.put("author", author).put("authorName", staff.nameOf(author)));
        json.put("version", documents.versionLabel(document));
        json.put("versions", versions(document).size());
        document.instant(ContentModel.PROP_MODIFIED).ifPresent(at -> json.put("modified", at.toString()));
        document.text(ContentModel.PROP_MODIFIER)
                .ifPresent(user -> json.put("modifier", user).put("modifierName", staff.nameOf(user)));
        json.put("erroneous", document.isFilled(CaseModel.ERRONEOUS_AT));
        json.put("recorded", document.isFilled(CaseModel.RECORDED_AT));
        return json;
    }

    /** A line of the case's overview: also which versions there are, as {@code versionHistory}; the overview names who made them. */
    ObjectNode withVersions(Document document) {
        ObjectNode json = line(document);
        ArrayNode list = json.putArray("versionHistory");
        versions(document).forEach(version -> list.add(version(version)));
        return json;
    }

    private static ObjectNode version(Version version) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("label", version.getVersionLabel())
                .put("modifier", version.getFrozenModifier())
                .put("modified", version.getFrozenModifiedDate().toInstant().toString());
    }

    /** Everything about one. */
    ObjectNode whole(Document document) {
        ObjectNode json = line(document);
        json.set("versions", versionList(document));
        json.set("fields", fields.write(document));
        json.set("actions", actionJson.allowed(document));
        ArrayNode warnings = json.putArray("warnings");
        documents.warnings(document).forEach(id -> warnings.addObject()
                .put("id", "INS-" + id)
                .put("text", I18NUtil.getMessage("insats.warning." + id)));
        ArrayNode forms = json.putArray("forms");
        guide(document, json);
        offeredForms.of(document, I18NUtil.getLocale()).forEach(form -> {
            ObjectNode offered = forms.addObject().put("title", form.title());
            form.link().ifPresent(link -> offered.put("link", link));
        });
        json.put("deletable", documents.isDeletable(document));
        json.put("editable", document.kind().editableStatuses().contains(document.status()));
        if (document.isFilled(CaseModel.RECORDED_AT)) {
            ObjectNode record = json.putObject("record");
            record.put("event", document.text(CaseModel.RECORD_EVENT).orElse(""));
            document.instant(CaseModel.RECORDED_AT).ifPresent(at -> record.put("at", at.toString()));
            String by = document.text(CaseModel.RECORDED_BY).orElse("");
            record.put("by", by).put("byName", staff.nameOf(by));
            record.put("sha256", document.text(CaseModel.RECORD_HASH).orElse(""));
            record.put("version", recordVersion(document));
        }
        if (document.isFilled(CaseModel.ERRONEOUS_AT)) {
            json.put(
                    "erroneousReason", document.text(CaseModel.ERRONEOUS_REASON).orElse(""));
        }
        return json;
    }

    /** Manual of the step, values that the routine lists, and hints. */
    private void guide(Document document, ObjectNode json) {
        servicePerson.elevated(() -> {
            guidance.manual(document).ifPresent(link -> json.put("manual", link));
            ObjectNode choices = json.putObject("choices");
            guidance.choices(document, I18NUtil.getLocale()).forEach((field, values) -> {
                ArrayNode list = choices.putArray(field);
                values.forEach(
                        value -> list.addObject().put("value", value.value()).put("label", value.label()));
            });
            ArrayNode hints = json.putArray("hints");
            guidance.hints(document, I18NUtil.getLocale()).forEach(hint -> hints.addObject()
                    .put("id", hint.id())
                    .put("field", hint.field())
                    .put("text", hint.text()));
        });
    }

    private ArrayNode versionList(Document document) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (Version version : versions(document)) {
            list.add(version(version).put("modifierName", staff.nameOf(version.getFrozenModifier())));
        }
        return list;
    }

    /** The first version that carries the mark of the record. */
    private String recordVersion(Document document) {
        return servicePerson.elevated(() -> versions(document).stream()
                .filter(version -> frozenRecordedAt(version) != null)
                .map(Version::getVersionLabel)
                .min(DocumentJson::compareLabels)
                .orElse(""));
    }

    private Serializable frozenRecordedAt(Version version) {
        return nodeService.getProperty(version.getFrozenStateNodeRef(), CaseModel.RECORDED_AT);
    }

    /** In the order in which the versions were cut. */
    static int compareLabels(String a, String b) {
        String[] left = a.split("\\.");
        String[] right = b.split("\\.");
        return Comparator.comparingInt((String[] parts) -> Integer.parseInt(parts[0]))
                .thenComparingInt(parts -> Integer.parseInt(parts[1]))
                .compare(left, right);
    }

    /** The versions of a document that the user may read. */
    Collection<Version> versions(Document document) {
        return servicePerson.elevated(() -> {
            VersionHistory history = versionService.getVersionHistory(document.node());
            return history == null ? List.of() : history.getAllVersions();
        });
    }

    /** An ISO text of a stored point in time. */
    static String instant(Serializable value) {
        return value instanceof Date date ? date.toInstant().toString() : null;
    }
}
