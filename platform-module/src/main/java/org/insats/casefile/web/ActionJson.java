package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.alfresco.model.ContentModel;
import org.insats.casefile.ActForms;
import org.insats.casefile.ActionInput;
import org.insats.casefile.ActionInput.Choice;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Documents;
import org.insats.casefile.Goals;
import org.insats.casefile.Interventions;
import org.insats.casefile.Labels;
import org.insats.casefile.Member;
import org.insats.casefile.Person;
import org.insats.casefile.Role;
import org.insats.casefile.Staff;
import org.insats.casefile.ValueLists;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/** What the user may do with a document, each act with its form: {@code [{name, label, weighty, inputs:[…]}]}. */
public final class ActionJson implements ActForms {

    private final Documents documents;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final Goals goals;
    private final Staff staff;
    private final Labels labels;
    private final ValueLists valueLists;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /** Creates it. */
    public ActionJson(
            Documents documents,
            CaseFileService caseFiles,
            Interventions interventions,
            Goals goals,
            Staff staff,
            Labels labels,
            ValueLists valueLists,
            ServicePerson servicePerson,
            Clock clock) {
        this.documents = documents;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.goals = goals;
        this.staff = staff;
        this.labels = labels;
        this.valueLists = valueLists;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** The acts that the current user may perform now. */
    ArrayNode allowed(Document document) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        documents.allowedActions(document).forEach(action -> list.add(form(document, action)));
        return list;
    }

    @Override
    public ObjectNode form(Document document, DocumentAction action) {
        Locale locale = I18NUtil.getLocale();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", action.name());
        json.put("label", labels.action(document.kind().id(), action.name(), locale));
        json.put("weighty", action.weighty());
        ArrayNode inputs = json.putArray("inputs");
        List<ActionInput> asked = servicePerson.elevated(() -> action.inputs(document));
        asked.forEach(input -> inputs.add(input(document, action, input, locale)));
        return json;
    }

    private ObjectNode input(Document document, DocumentAction action, ActionInput input, Locale locale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", input.name());
        json.put("label", labels.input(action.name(), input.name(), locale));
        json.put("type", input.type().name());
        json.put("mandatory", input.mandatory());
        ArrayNode choices = json.putArray("choices");
        choices(document, input, locale).forEach(choice -> choices.addObject()
                .put("value", choice.value())
                .put("label", choice.label().orElse(choice.value())));
        if (input.type() == ActionInput.Type.CONTRACTOR) {
            json.put("sort", input.source().orElse(""));
        }
        input.value().map(this::start).ifPresent(value -> json.put("value", value));
        return json;
    }

    private String start(String value) {
        return value.equals(ActionInput.TODAY)
                ? LawDate.fromInstant(clock.instant()).toString()
                : value;
    }

    private List<Choice> choices(Document document, ActionInput input, Locale locale) {
        return switch (input.type()) {
            case ENUM, ENUM_LIST -> listed(input, locale);
            case PERSON -> given(input, () -> persons(document));
            case MEMBER -> given(input, () -> members(document));
            case STAFF -> given(input, () -> staff(document, input));
            case STAFF_LIST -> staff(document, input)
                    .map(person -> person.label().orElseThrow())
                    .map(name -> Choice.of(name, name))
                    .toList();
            case DOCUMENT -> given(input, () -> ofKind(document, input.source().orElse(""), locale));
            case GOAL -> given(input, () -> goals(document));
            case TEXT, LONG_TEXT, DATE, DATETIME, BOOLEAN, INT, CONTRACTOR -> List.of();
        };
    }

    private static List<Choice> given(ActionInput input, Supplier<Stream<Choice>> otherwise) {
        return input.choices().isEmpty() ? otherwise.get().toList() : input.choices();
    }

    private List<Choice> listed(ActionInput input, Locale locale) {
        if (input.source().isEmpty()) {
            return input.choices();
        }
        ValueLists.ValueList list = valueLists
                .named(input.source().get())
                .orElseThrow(() -> new IllegalStateException(
                        "No value list " + input.source().get()));
        List<String> values = input.choices().isEmpty()
                ? list.values()
                : input.choices().stream().map(Choice::value).toList();
        return values.stream()
                .map(value -> Choice.of(value, labels.value(list, value, locale)))
                .toList();
    }

    private Stream<Choice> persons(Document document) {
        return caseFiles.persons(document.caseFile()).stream().map(person -> Choice.of(person.id(), name(person)));
    }

    private static String name(Person person) {
        return person.text(CaseModel.PERSON_NAME).orElse(person.id());
    }

    private Stream<Choice> members(Document document) {
        return caseFiles.members(document.caseFile()).stream()
                .map(Member::userName)
                .distinct()
                .map(userName -> Choice.of(userName, staff.nameOf(userName)));
    }

    private Stream<Choice> staff(Document document, ActionInput input) {
        return Stream.of(input.source().orElseThrow().split(","))
                .flatMap(role -> staff(document, Role.valueOf(role)))
                .distinct();
    }

    private Stream<Choice> staff(Document document, Role role) {
        String own = caseFiles.ofNode(document.caseFile()).unit();
        String unit = role.isPerformer()
                ? document.intervention()
                        .flatMap(node -> servicePerson.elevated(
                                () -> interventions.get(node).text(CaseModel.PERFORMER_UNIT)))
                        .orElse(own)
                : own;
        return staff.withRole(role, unit).stream().map(userName -> Choice.of(userName, staff.nameOf(userName)));
    }

    private Stream<Choice> ofKind(Document document, String kind, Locale locale) {
        return documents.inCase(document.caseFile()).stream()
                .filter(each -> each.kind().id().equals(kind))
                .map(each -> Choice.of(
                        each.id(),
                        labels.type(each.kind().type(), locale)
                                + ' '
                                + each.text(ContentModel.PROP_NAME).orElse("")));
    }

    private Stream<Choice> goals(Document document) {
        return document.intervention().stream()
                .flatMap(node -> StreamSupport.stream(
                        servicePerson.elevated(() -> goals.describe(node)).spliterator(), false))
                .map(goal -> Choice.of(
                        goal.path("goalId").asText(goal.path("id").asText()),
                        goal.path("text").asText()));
    }
}
