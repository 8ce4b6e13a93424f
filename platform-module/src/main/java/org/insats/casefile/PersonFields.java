package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** A person of the case to and from JSON (DOC-PER). */
public final class PersonFields {

    private static final Map<String, QName> TEXTS = texts();
    private static final Map<String, QName> FLAGS =
            Map.of("protectedIdentity", CaseModel.PROTECTED_IDENTITY, "interpreterNeed", CaseModel.INTERPRETER_NEED);
    private static final Set<String> OTHERS = Set.of("personalIdentityNumber", "birthDate", "relation", "visibleTo");
    private static final int LONGEST = 4000;

    private final JsonFields json;
    private final ValueLists valueLists;

    /** Creates it. */
    public PersonFields(JsonFields json, ValueLists valueLists) {
        this.json = json;
        this.valueLists = valueLists;
    }

    private static Map<String, QName> texts() {
        Map<String, QName> texts = new LinkedHashMap<>();
        texts.put("name", CaseModel.PERSON_NAME);
        texts.put("contactDetails", CaseModel.CONTACT_DETAILS);
        texts.put("interpreterLanguage", CaseModel.INTERPRETER_LANGUAGE);
        texts.put("communicationSupportNeed", CaseModel.COMMUNICATION_SUPPORT_NEED);
        return texts;
    }

    /** A new person. A client needs a name and a date of birth, stated or in the number (DOC-PER-01, -09). */
    Map<QName, Serializable> read(JsonNode sent, boolean client) {
        Map<QName, Serializable> properties = change(sent);
        require(properties.get(CaseModel.PERSON_NAME) != null, "DOC-PER-01", "name");
        properties.putIfAbsent(CaseModel.PROTECTED_IDENTITY, false);
        properties.putIfAbsent(CaseModel.INTERPRETER_NEED, false);
        if (client) {
            properties.putIfAbsent(CaseModel.RELATION, "CHILD");
            require(properties.get(CaseModel.BIRTH_DATE) != null, "DOC-PER-09", "birthDate");
        }
        require(properties.get(CaseModel.RELATION) != null, "DOC-PER-08", "relation");
        return properties;
    }

    /** Changes to a person. */
    Map<QName, Serializable> change(JsonNode sent) {
        if (!sent.isObject()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").onField("person").violation();
        }
        Map<QName, Serializable> properties = new HashMap<>();
        sent.fields().forEachRemaining(entry -> read(entry.getKey(), entry.getValue(), properties));
        return properties;
    }

    private void read(String name, JsonNode value, Map<QName, Serializable> properties) {
        if (TEXTS.containsKey(name)) {
            properties.put(TEXTS.get(name), text(name, value));
        } else if (FLAGS.containsKey(name)) {
            require(value.isBoolean() || value.isNull(), "VALUE", name, "true, false");
            properties.put(FLAGS.get(name), value.booleanValue());
        } else if (OTHERS.contains(name)) {
            special(name, value, properties);
        } else {
            throw Refusal.rule("FIELD", "person").violation();
        }
    }

    private void special(String name, JsonNode value, Map<QName, Serializable> properties) {
        switch (name) {
            case "personalIdentityNumber" -> number(text(name, value), properties);
            case "birthDate" -> properties.put(
                    CaseModel.BIRTH_DATE,
                    value.isNull()
                            ? null
                            : LawDate.parse(value.asText())
                                    .map(LawDate::toStored)
                                    .orElseThrow(() -> Refusal.rule("VALUE", name, "yyyy-mm-dd")
                                            .onField(name)
                                            .violation()));
            case "relation" -> {
                ValueLists.ValueList list =
                        valueLists.of(CaseModel.TYPE_PERSON, CaseModel.RELATION).orElseThrow();
                require(list.values().contains(value.asText()), "VALUE", name, String.join(", ", list.values()));
                properties.put(CaseModel.RELATION, value.asText());
            }
            default -> properties.put(CaseModel.VISIBLE_TO, json.toText(CaseModel.VISIBLE_TO, value));
        }
    }

    private static void number(String text, Map<QName, Serializable> properties) {
        if (text == null) {
            properties.put(CaseModel.PERSONAL_IDENTITY_NUMBER, null);
            return;
        }
        PersonalIdentityNumber number = PersonalIdentityNumber.parse(text).orElseThrow(() -> Refusal.rule("DOC-PER-02")
                .onField("personalIdentityNumber")
                .violation());
        properties.put(CaseModel.PERSONAL_IDENTITY_NUMBER, number.digits());
        properties.putIfAbsent(CaseModel.BIRTH_DATE, LawDate.toStored(number.birthDate()));
    }

    private static String text(String name, JsonNode value) {
        if (value.isNull() || value.asText().isBlank()) {
            return null;
        }
        require(value.isTextual() && value.asText().length() <= LONGEST, "VALUE", name, "1-" + LONGEST);
        return value.asText().strip();
    }

    private static void require(boolean holds, String ruleId, String field, Object... more) {
        if (!holds) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = field;
            System.arraycopy(more, 0, arguments, 1, more.length);
            throw Refusal.rule(ruleId, arguments).onField(field).violation();
        }
    }

    /** A person as JSON. */
    public ObjectNode write(Person person) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", person.id());
        TEXTS.forEach((name, property) -> person.text(property).ifPresent(text -> node.put(name, text)));
        FLAGS.forEach((name, property) ->
                node.put(name, Boolean.TRUE.equals(person.properties().get(property))));
        person.text(CaseModel.PERSONAL_IDENTITY_NUMBER).ifPresent(text -> node.put("personalIdentityNumber", text));
        person.birthDate().ifPresent(date -> node.put("birthDate", date.toString()));
        person.text(CaseModel.RELATION).ifPresent(text -> node.put("relation", text));
        person.text(CaseModel.VISIBLE_TO)
                .ifPresent(text -> node.set("visibleTo", json.parse(CaseModel.VISIBLE_TO, text)));
        return node;
    }
}
