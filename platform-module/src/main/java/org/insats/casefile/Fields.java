package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** The fields of each kind as the HTTP API names them, and their values to and from JSON. */
public final class Fields {

    /** How a field's value looks in JSON. */
    public enum Type {
        /** A text. */
        TEXT,
        /** One of a list of values. */
        ENUM,
        /** {@code yyyy-mm-dd}. */
        DATE,
        /** An ISO instant; one without zone is read in Europe/Stockholm. */
        DATETIME,
        /** {@code true} or {@code false}. */
        BOOLEAN,
        /** A whole number. */
        INT,
        /** A list or object with a schema. */
        JSON
    }

    /**
     * A field of a kind.
     *
     * @param name its name in the API, the local name of the property
     * @param property the property
     * @param type how its value looks
     * @param values its value list, for {@link Type#ENUM}
     * @param readOnly whether only the system writes it
     */
    public record Field(
            String name, QName property, Type type, Optional<ValueLists.ValueList> values, boolean readOnly) {}

    /** What the system alone writes on every kind. */
    static final Set<QName> SYSTEM = Set.of(
            CaseModel.KIND,
            CaseModel.CASE_NUMBER,
            CaseModel.INTERVENTION_REF,
            CaseModel.SERIAL,
            CaseModel.CLIENT_REF,
            CaseModel.STATUS,
            CaseModel.WARNINGS,
            CaseModel.RECORD_EVENT,
            CaseModel.RECORDED_AT,
            CaseModel.RECORDED_BY,
            CaseModel.RECORD_HASH,
            CaseModel.QUEUE_KEY,
            CaseModel.QUEUE_UNIT,
            CaseModel.QUEUE_CASE_UNIT);

    /** Shown beside the fields, not among them. */
    private static final Set<QName> ELSEWHERE = Set.of(
            CaseModel.KIND,
            CaseModel.CASE_NUMBER,
            CaseModel.INTERVENTION_REF,
            CaseModel.SERIAL,
            CaseModel.STATUS,
            CaseModel.WARNINGS,
            CaseModel.RECORD_EVENT,
            CaseModel.RECORDED_AT,
            CaseModel.RECORDED_BY,
            CaseModel.RECORD_HASH,
            CaseModel.QUEUE_KEY,
            CaseModel.QUEUE_UNIT,
            CaseModel.QUEUE_CASE_UNIT);

    private final DictionaryService dictionary;
    private final JsonFields jsonFields;
    private final ValueLists valueLists;
    private final Map<String, Map<String, Field>> known = new ConcurrentHashMap<>();

    /** Creates it. */
    public Fields(DictionaryService dictionary, JsonFields jsonFields, ValueLists valueLists) {
        this.dictionary = dictionary;
        this.jsonFields = jsonFields;
        this.valueLists = valueLists;
    }

    /** The fields of a kind, by name. */
    public Map<String, Field> of(DocumentKind kind) {
        return known.computeIfAbsent(kind.id(), id -> describe(kind));
    }

    private Map<String, Field> describe(DocumentKind kind) {
        return Stream.concat(Stream.of(kind.type()), valueLists.aspectsOf(kind.type()).stream())
                .flatMap(owner -> dictionary.getPropertyDefs(owner).values().stream())
                .filter(definition -> CaseModel.isOurs(definition.getName()))
                .filter(definition -> !ELSEWHERE.contains(definition.getName()))
                .sorted(Comparator.comparing(definition -> valueLists.position(definition.getName())))
                .map(definition -> field(kind, definition))
                .collect(Collectors.toMap(
                        Field::name,
                        Function.identity(),
                        (a, b) -> {
                            throw new IllegalStateException("Kind " + kind.id() + " has two fields named " + a.name());
                        },
                        LinkedHashMap::new));
    }

    private Field field(DocumentKind kind, PropertyDefinition definition) {
        QName name = definition.getName();
        Optional<ValueLists.ValueList> values = valueLists.of(kind.type(), name);
        boolean readOnly = SYSTEM.contains(name) || kind.systemFields().contains(name);
        return new Field(name.getLocalName(), name, type(definition, values), values, readOnly);
    }

    private Type type(PropertyDefinition definition, Optional<ValueLists.ValueList> values) {
        QName type = definition.getDataType().getName();
        if (type.equals(DataTypeDefinition.DATE)) {
            return Type.DATE;
        }
        if (type.equals(DataTypeDefinition.DATETIME)) {
            return Type.DATETIME;
        }
        if (type.equals(DataTypeDefinition.BOOLEAN)) {
            return Type.BOOLEAN;
        }
        if (type.equals(DataTypeDefinition.INT)) {
            return Type.INT;
        }
        if (jsonFields.isJson(definition.getName())) {
            return Type.JSON;
        }
        return values.isPresent() ? Type.ENUM : Type.TEXT;
    }

    /**
     * Reads fields that somebody sent.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-FIELD} for an unknown or read-only field, {@code INS-VALUE} for a
     *     value of the wrong form, each naming the field and never its value
     */
    public Map<QName, Serializable> read(DocumentKind kind, JsonNode sent) {
        if (!sent.isMissingNode() && !sent.isNull() && !sent.isObject()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").onField("fields").violation();
        }
        Map<String, Field> fields = of(kind);
        Map<QName, Serializable> values = new LinkedHashMap<>();
        sent.fields().forEachRemaining(entry -> {
            Field field = Optional.ofNullable(fields.get(entry.getKey()))
                    .orElseThrow(() -> Refusal.rule("FIELD", kind.id())
                            .onField(safeName(entry.getKey()))
                            .violation());
            if (field.readOnly()) {
                throw Refusal.rule("FIELD-SYSTEM", field.name())
                        .onField(field.name())
                        .violation();
            }
            values.put(field.property(), value(field, entry.getValue()));
        });
        return values;
    }

    private static String safeName(String name) {
        String safe = name.replaceAll("[^A-Za-z0-9]", "");
        return safe.substring(0, Math.min(40, safe.length()));
    }

    private Serializable value(Field field, JsonNode sent) {
        if (sent.isNull() || sent.isTextual() && sent.asText().isBlank()) {
            return null;
        }
        return switch (field.type()) {
            case TEXT -> text(field, sent);
            case ENUM -> oneOf(field, sent);
            case DATE -> LawDate.parse(text(field, sent))
                    .map(LawDate::toStored)
                    .orElseThrow(() -> wrong(field, "yyyy-mm-dd"));
            case DATETIME -> instant(field, text(field, sent));
            case BOOLEAN -> {
                if (!sent.isBoolean()) {
                    throw wrong(field, "true, false");
                }
                yield sent.booleanValue();
            }
            case INT -> {
                if (!sent.isInt()) {
                    throw wrong(field, "0-999999999");
                }
                yield sent.intValue();
            }
            case JSON -> jsonFields.toText(field.property(), sent);
        };
    }

    private static String text(Field field, JsonNode sent) {
        if (!sent.isTextual()) {
            throw wrong(field, "text");
        }
        String text = sent.asText();
        if (text.indexOf('\u0000') >= 0 || text.length() > 100_000) {
            throw wrong(field, "0-100000");
        }
        return text;
    }

    private static String oneOf(Field field, JsonNode sent) {
        List<String> values = field.values().orElseThrow().values();
        String text = text(field, sent);
        if (!values.contains(text)) {
            throw wrong(field, String.join(", ", values));
        }
        return text;
    }

    private static Date instant(Field field, String text) {
        try {
            Instant instant = text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).atZone(LawDate.ZONE).toInstant();
            return Date.from(instant);
        } catch (DateTimeException e) {
            throw wrong(field, "yyyy-mm-ddThh:mm");
        }
    }

    private static RuntimeException wrong(Field field, String allowed) {
        return Refusal.rule("VALUE", field.name(), allowed)
                .onField(field.name())
                .violation();
    }

    /** The fields of a document as JSON; those that hold nothing are left out. */
    public ObjectNode write(Document document) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        of(document.kind()).values().forEach(field -> {
            Serializable value = document.properties().get(field.property());
            if (value != null) {
                json.set(field.name(), json(field, value));
            }
        });
        return json;
    }

    private JsonNode json(Field field, Serializable value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (field.type()) {
            case DATE -> nodes.textNode(
                    LawDate.fromStored(value).map(Object::toString).orElse(""));
            case DATETIME -> nodes.textNode(
                    value instanceof Date date ? date.toInstant().toString() : value.toString());
            case BOOLEAN -> nodes.booleanNode(Boolean.TRUE.equals(value));
            case INT -> nodes.numberNode(((Number) value).intValue());
            case JSON -> jsonFields.parse(field.property(), value.toString());
            case TEXT, ENUM -> nodes.textNode(value.toString());
        };
    }

    /** The ids that a field holds: one as it is, several as a JSON list. */
    List<String> idsIn(QName property, String stored) {
        if (stored.isBlank()) {
            return List.of();
        }
        if (!jsonFields.isJson(property)) {
            return List.of(stored);
        }
        List<String> ids = new ArrayList<>();
        jsonFields.parse(property, stored).forEach(id -> ids.add(id.asText()));
        return ids;
    }

    /** Refuses JSON fields among {@code properties} that do not fit their schema. */
    void checkJson(Map<QName, Serializable> properties) {
        properties.forEach((name, value) -> {
            if (value instanceof String text) {
                jsonFields.check(name, text);
            }
        });
    }
}
