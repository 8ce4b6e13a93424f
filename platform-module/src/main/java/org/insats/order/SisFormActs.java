package org.insats.order;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.JsonFields;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.OrderNoted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** The state institution's form: after allocation only, by case worker and placement worker together (ORD-07, ORD-61, BR-04). */
public final class SisFormActs {

    private static final Set<String> ALLOCATED = Set.of("ALLOCATED", "MATCHING", "MATCHED", "STARTED", "ENDED");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final PlacementRules rules;
    private final JsonFields json;

    /** Acts through the doors of the case file. */
    public SisFormActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            PlacementRules rules,
            JsonFields json) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.rules = rules;
        this.json = json;
    }

    /**
     * The routine has the form, the place is at a state institution, the order or notice behind it is allocated, and the file
     * is one that came into the case.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ORD-07}, {@code INS-BR-04} or {@code INS-DOC-SIS-02}
     */
    void check(Document form) {
        boolean atInstitution = rules.hasSisForm(form)
                && interventions.get(form.requireIntervention()).service().equals("STATE_INSTITUTION");
        if (!atInstitution) {
            throw Refusal.rule("ORD-07").onField("kind").violation();
        }
        boolean allocated = form.text(OrderModel.PARENT_ORDER)
                .map(id -> documents.get(id))
                .filter(order -> ALLOCATED.contains(order.status()))
                .isPresent();
        if (form.status().equals("DRAFT") && !allocated) {
            throw Refusal.rule("BR-04").onField("parentOrder").violation();
        }
        Optional<String> file = form.text(OrderModel.SIS_FORM_FILE);
        if (file.isPresent()
                && documents.inCase(form.caseFile()).stream()
                        .filter(document -> document.kind().id().equals("incomingDocument"))
                        .map(Document::id)
                        .noneMatch(file.get()::equals)) {
            throw Refusal.rule("DOC-SIS-02").onField("sisFormFile").violation();
        }
    }

    Map<QName, Serializable> defaults(Document form) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        interventions
                .get(form.requireIntervention())
                .text(CaseModel.CURRENT_ORDER)
                .ifPresent(id -> values.put(OrderModel.PARENT_ORDER, id));
        return values;
    }

    /** One of the two stands by the file as it is now (DOC-SIS-03). */
    void confirm(Document form, Act act) {
        String file = form.text(OrderModel.SIS_FORM_FILE)
                .orElseThrow(
                        () -> Refusal.rule("DOC-SIS-02").onField("sisFormFile").violation());
        Set<Role> roles = caseFiles.roles(act.userName(), form.caseFile(), form.intervention());
        String role = roles.stream().anyMatch(Role::isCaseWorker) ? "CASE_WORKER" : "PLACEMENT_WORKER";
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (JsonNode each : authors(form)) {
            if (!each.path("role").asText().equals(role)) {
                all.add(each);
            }
        }
        all.addObject()
                .put("userName", act.userName())
                .put("role", role)
                .put("date", act.today().toString())
                .put("file", file);
        documents.write(form, Map.of(OrderModel.FILLED_IN_BY, json.toText(OrderModel.FILLED_IN_BY, all)));
    }

    /** Sent once both stand by the file that is attached (BR-04, DL-48). */
    void send(Document form, Act act) {
        documents.requireComplete(form, SisFormKind.SEND);
        String file = form.text(OrderModel.SIS_FORM_FILE).orElse("");
        Set<String> confirmed = new HashSet<>();
        authors(form).forEach(each -> {
            if (each.path("file").asText().equals(file)) {
                confirmed.add(each.path("role").asText());
            }
        });
        if (!confirmed.containsAll(List.of("CASE_WORKER", "PLACEMENT_WORKER"))) {
            throw Refusal.rule("BR-04").onField("filledInBy").violation();
        }
        LocalDate date = act.dateOrToday("date");
        documents.record(
                form,
                SisFormKind.SEND,
                RecordEvent.SENT,
                "ESTABLISHED",
                Map.of(OrderModel.SIS_SENT_AT, LawDate.toStored(date)));
        events.publish(new OrderNoted(form.caseFile(), form.requireIntervention(), form.node(), date));
    }

    private ArrayNode authors(Document form) {
        return form.text(OrderModel.FILLED_IN_BY)
                .map(text -> (ArrayNode) json.parse(OrderModel.FILLED_IN_BY, text))
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }
}
