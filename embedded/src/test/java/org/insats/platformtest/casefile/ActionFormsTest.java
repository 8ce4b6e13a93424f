package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Labels;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;
import org.insats.casefile.ValueLists;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.junit.jupiter.api.Test;

/** Acts describe their own form: what a document answers about them is all that a form needs. */
class ActionFormsTest {

    private final Repository repository = Repository.shared();

    @Test
    void everyActAndWhatItAsksForHasItsTextInBothLanguages() {
        Labels labels = repository.bean("insats.labels", Labels.class);
        ValueLists lists = repository.bean("insats.valueLists", ValueLists.class);
        Set<String> without = new TreeSet<>();
        for (DocumentKind kind : repository.beans(DocumentKind.class)) {
            for (DocumentAction action : kind.actions()) {
                for (Locale locale : List.of(new Locale("sv"), Locale.ENGLISH)) {
                    String act = kind.id() + '.' + action.name();
                    if (labels.action(kind.id(), action.name(), locale).equals(action.name())) {
                        without.add(act + " in " + locale);
                    }
                    inputs(lists, kind, action).stream()
                            .filter(input ->
                                    labels.input(action.name(), input, locale).equals(input))
                            .forEach(input -> without.add(act + " asks for " + input + " in " + locale));
                }
            }
        }
        assertThat(without).isEmpty();
    }

    // A form may depend on the status; of every status, then.
    private static Set<String> inputs(ValueLists lists, DocumentKind kind, DocumentAction action) {
        Set<String> names = new TreeSet<>();
        List<String> statuses = lists.of(kind.type(), CaseModel.STATUS)
                .map(ValueLists.ValueList::values)
                .orElse(List.of("DRAFT"));
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, "none");
        for (String status : statuses) {
            Document document = new Document(node, kind, node, Optional.empty(), Map.of(CaseModel.STATUS, status));
            for (ActionInput input : action.inputs(document)) {
                names.add(input.name());
                input.source()
                        .filter(list -> input.type() == ActionInput.Type.ENUM)
                        .ifPresent(
                                list -> assertThat(lists.named(list)).as(list).isPresent());
            }
        }
        return names;
    }

    @Test
    void consentOffersThePeopleOfTheCaseAndTheListedAnswersInTheLanguageOfTheReader() {
        User worker = repository.user("CASE_WORKER_SOC");
        JsonNode opened = worker.openCase();
        JsonNode assignment = worker.create(
                opened.path("caseNumber").asText(),
                "assignment",
                "{\"needs\":\"Stöd\",\"goals\":[{\"text\":\"Lugna morgnar\",\"level\":\"GOAL\"}],\"followUpForms\":\"Möte\"}");
        String id = assignment.path("id").asText();
        assertThat(act(assignment, "communicate").path("label").asText()).isEqualTo("Kommunicera med familjen");

        JsonNode communicated = require(worker.act(id, "communicate", "{}"), 200);
        JsonNode consent = act(communicated, "consent");

        assertThat(input(consent, "personId").path("mandatory").asBoolean()).isTrue();
        assertThat(texts(input(consent, "personId"))).contains("Barn Testsson", "Vuxen Testsson");
        assertThat(texts(input(consent, "answer"))).contains("Lämnat");
        assertThat(input(consent, "date").path("value").asText()).matches("\\d{4}-\\d{2}-\\d{2}");
        assertThat(input(consent, "date").path("type").asText()).isEqualTo("DATE");
    }

    @Test
    void allocationOffersTheTreatmentLeadsOfThePerformingUnit() {
        User lead = repository.user("TREATMENT_LEAD_SRV");
        User manager = repository.user("UNIT_MANAGER_SRV");
        DocumentAction allocate = repository.beans(DocumentKind.class).stream()
                .filter(kind -> kind.id().equals("order"))
                .flatMap(kind -> kind.actions().stream())
                .filter(action -> action.name().equals("allocate"))
                .findFirst()
                .orElseThrow();
        DocumentKind order = repository.beans(DocumentKind.class).stream()
                .filter(kind -> kind.id().equals("order"))
                .findFirst()
                .orElseThrow();
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, "none");
        assertThat(allocate.inputs(new Document(node, order, node, Optional.empty(), Map.of())))
                .filteredOn(input -> input.name().equals("userName"))
                .singleElement()
                .satisfies(input -> assertThat(input.type()).isEqualTo(ActionInput.Type.STAFF));
        assertThat(repository.bean("insats.staff", Staff.class).withRole(Role.TREATMENT_LEAD, "SRV"))
                .contains(lead.name())
                .doesNotContain(manager.name());
    }

    private static JsonNode act(JsonNode document, String name) {
        return named(document.path("actions"), name);
    }

    private static JsonNode input(JsonNode act, String name) {
        return named(act.path("inputs"), name);
    }

    private static JsonNode named(JsonNode list, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path("name").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " is not in " + list));
    }

    private static List<String> texts(JsonNode input) {
        return StreamSupport.stream(input.path("choices").spliterator(), false)
                .map(choice -> choice.path("label").asText())
                .toList();
    }
}
