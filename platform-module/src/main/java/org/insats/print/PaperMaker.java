package org.insats.print;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Fields;
import org.insats.casefile.FormGuidance;
import org.insats.casefile.Labels;
import org.insats.casefile.ValueLists;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * Puts a document on paper: every field that holds something, in the order of the model, with labels and names in place of
 * identifiers and ids. The paper is read by those who may read the document; a person with protected identity is therefore
 * printed by number, never by name.
 */
public final class PaperMaker {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
    private static final int LINES_TO_WRITE_ON = 3;
    private static final String KEY = "insats.print.";
    private static final String ID = "[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}";

    /** Value lists of values inside JSON fields, by key or by field. */
    private static final Map<String, String> LISTS = Map.of(
            "level", "ins:goalLevel",
            "triangleSides", "ins:triangleSide",
            "requirementKind", "ins:requirementKind",
            "attainment", "ins:goalAttainment",
            "outcome", "insfup:followUpOutcome");

    /** Keys of JSON fields that are for machines. */
    private static final List<String> SKIPPED = List.of("goalId", "copiedFrom", "interventionRef", "at");

    private final Fields fields;
    private final Labels labels;
    private final ValueLists valueLists;
    private final FormGuidance guidance;
    private final CaseTree tree;
    private final NodeService nodeService;
    private final PersonService personService;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public PaperMaker(
            Fields fields,
            Labels labels,
            ValueLists valueLists,
            FormGuidance guidance,
            CaseTree tree,
            NodeService nodeService,
            PersonService personService,
            ServicePerson servicePerson) {
        this.fields = fields;
        this.labels = labels;
        this.valueLists = valueLists;
        this.guidance = guidance;
        this.tree = tree;
        this.nodeService = nodeService;
        this.personService = personService;
        this.servicePerson = servicePerson;
    }

    /** The record: all fields, no code, nothing to sign. */
    Paper record(Document document, Locale language) {
        return paper(document, language, List.of(), Optional.empty());
    }

    /** The form: all fields, lines to sign on, and the code of the version it was printed from. */
    Paper form(Document document, Locale language, PrintCode code, List<String> signatures) {
        return paper(document, language, signatures, Optional.of(code));
    }

    /** A kind's form with nothing in it: lines to write on, boxes to tick. */
    Paper blank(DocumentKind kind, Locale language, PrintCode code) {
        List<Paper.Entry> entries = fields.of(kind).values().stream()
                .filter(field -> !field.readOnly())
                .map(field -> empty(kind, field, language))
                .toList();
        String reference = code.hasCase() ? code.caseNumber() + "-" + code.kindCode() : code.kindCode();
        return new Paper(
                language,
                reference,
                labels.type(kind.type(), language),
                text("blank", language),
                List.of(new Paper.Section(text("content", language), entries)),
                List.of(text("signature", language)),
                Optional.of(code),
                reference,
                questions(language));
    }

    private Paper.Entry empty(DocumentKind kind, Fields.Field field, Locale language) {
        String label = labels.field(kind, field.property(), language);
        return switch (field.type()) {
            case ENUM -> new Paper.Entry(
                    label,
                    "",
                    field.values().orElseThrow().values().stream()
                            .map(value -> labels.value(field.values().orElseThrow(), value, language))
                            .toList(),
                    0);
            case BOOLEAN -> new Paper.Entry(label, "", List.of(text("yes", language), text("no", language)), 0);
            case DATE, DATETIME, INT -> new Paper.Entry(label, "", List.of(), 1);
            case TEXT, JSON -> new Paper.Entry(label, "", List.of(), LINES_TO_WRITE_ON);
        };
    }

    /** What whoever signs answers by ticking. */
    private List<String> questions(Locale language) {
        return List.of(text("answer.read", language), text("answer.agree", language));
    }

    private Paper paper(Document document, Locale language, List<String> signatures, Optional<PrintCode> code) {
        return servicePerson.elevated(() -> new Paper(
                language,
                reference(document),
                labels.type(document.kind().type(), language),
                subtitle(document, language),
                List.of(head(document, language), content(document, language)),
                signatures,
                code,
                reference(document),
                code.isPresent() ? questions(language) : List.of()));
    }

    private static String reference(Document document) {
        return document.text(ContentModel.PROP_NAME)
                .map(name -> name.replaceFirst("\\.pdf$", ""))
                .orElseGet(document::caseNumber);
    }

    private String subtitle(Document document, Locale language) {
        String status = status(document, language);
        return document.instant(CaseModel.RECORDED_AT)
                .map(at -> status + ", " + time(at))
                .orElse(status);
    }

    private String status(Document document, Locale language) {
        return valueLists
                .of(document.kind().type(), CaseModel.STATUS)
                .map(list -> labels.value(list, document.status(), language))
                .orElseGet(document::status);
    }

    private Paper.Section head(Document document, Locale language) {
        List<Paper.Entry> entries = new ArrayList<>();
        entries.add(new Paper.Entry(text("case", language), document.caseNumber()));
        entries.add(new Paper.Entry(text("status", language), status(document, language)));
        document.intervention()
                .flatMap(node -> Optional.ofNullable(nodeService.getProperty(node, CaseModel.SERVICE)))
                .ifPresent(service -> entries.add(
                        new Paper.Entry(text("intervention", language), service(service.toString(), language))));
        return new Paper.Section(text("head", language), entries);
    }

    private String service(String value, Locale language) {
        return valueLists
                .of(CaseModel.TYPE_INTERVENTION, CaseModel.SERVICE)
                .map(list -> labels.value(list, value, language))
                .orElse(value);
    }

    private Paper.Section content(Document document, Locale language) {
        Map<String, Fields.Field> known = fields.of(document.kind());
        ObjectNode values = fields.write(document);
        List<Paper.Entry> entries = new ArrayList<>();
        known.values().stream()
                .filter(field -> values.has(field.name()))
                .forEach(field -> entries.add(new Paper.Entry(
                        labels.field(document.kind(), field.property(), language),
                        value(field, onScale(document, field, values.get(field.name()), language), language))));
        return new Paper.Section(text("content", language), entries);
    }

    /** Steps of the risk scale by what the municipality calls them. */
    private JsonNode onScale(Document document, Fields.Field field, JsonNode value, Locale language) {
        if (!field.name().equals(FormGuidance.RISK) || !(value instanceof ObjectNode risk)) {
            return value;
        }
        ObjectNode named = risk.deepCopy();
        guidance.riskScale(document, language).forEach(step -> List.of("now", "future").stream()
                .filter(when -> risk.path(when).asText("").equals(step.value()))
                .forEach(when -> named.put(when, step.label())));
        return named;
    }

    private String value(Fields.Field field, JsonNode value, Locale language) {
        return switch (field.type()) {
            case BOOLEAN -> text(value.booleanValue() ? "yes" : "no", language);
            case ENUM -> labels.value(field.values().orElseThrow(), value.asText(), language);
            case DATETIME -> time(Instant.parse(value.asText()));
            case JSON -> json(field.name(), value, language);
            case TEXT -> named(value.asText(), language);
            case DATE, INT -> value.asText();
        };
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atZone(LawDate.ZONE));
    }

    private String json(String key, JsonNode value, Locale language) {
        if (value.isArray()) {
            List<String> lines = new ArrayList<>();
            value.forEach(item -> lines.add(json(key, item, language)));
            return String.join(value.findValue("text") == null && LISTS.containsKey(key) ? ", " : "\n", lines);
        }
        if (value.isObject()) {
            List<String> parts = new ArrayList<>();
            value.fields().forEachRemaining(entry -> {
                if (!SKIPPED.contains(entry.getKey()) && !entry.getValue().isNull()) {
                    parts.add(part(entry.getKey(), entry.getValue(), language));
                }
            });
            return String.join("; ", parts);
        }
        if (value.isBoolean()) {
            return text(value.booleanValue() ? "yes" : "no", language);
        }
        return Optional.ofNullable(LISTS.get(key))
                .flatMap(valueLists::named)
                .map(list -> labels.value(list, value.asText(), language))
                .orElseGet(() -> named(value.asText(), language));
    }

    private String part(String key, JsonNode value, Locale language) {
        String text = json(key, value, language).replace("\n", ", ");
        String label = I18NUtil.getMessage(KEY + "key." + key, language);
        return label == null ? text : label + ": " + text;
    }

    /** A name in place of a node id or a user name; everything else as it is. */
    private String named(String value, Locale language) {
        if (value.matches(ID)) {
            return tree.node(value).map(node -> nodeName(node, language)).orElse(value);
        }
        if (value.length() <= 100 && !value.contains(" ") && personService.personExists(value)) {
            return userName(value);
        }
        return value;
    }

    private String nodeName(NodeRef node, Locale language) {
        if (tree.is(node, CaseModel.TYPE_PERSON)) {
            return personName(node, language);
        }
        if (tree.is(node, CaseModel.TYPE_GOAL)) {
            return property(node, CaseModel.GOAL_TEXT);
        }
        return property(node, ContentModel.PROP_NAME).replaceFirst("\\.pdf$", "");
    }

    String personName(NodeRef person, Locale language) {
        if (Boolean.TRUE.equals(nodeService.getProperty(person, CaseModel.PROTECTED_IDENTITY))) {
            return property(person, ContentModel.PROP_NAME) + " (" + text("protected", language) + ")";
        }
        return property(person, CaseModel.PERSON_NAME);
    }

    private String userName(String user) {
        NodeRef person = personService.getPerson(user);
        String name = (property(person, ContentModel.PROP_FIRSTNAME)
                        + ' '
                        + property(person, ContentModel.PROP_LASTNAME))
                .strip();
        return name.isEmpty() ? user : name;
    }

    private String property(NodeRef node, QName name) {
        Object value = nodeService.getProperty(node, name);
        return value == null ? "" : value.toString();
    }

    String text(String key, Locale language) {
        String message = I18NUtil.getMessage(KEY + key, language);
        return message == null ? key : message;
    }
}
