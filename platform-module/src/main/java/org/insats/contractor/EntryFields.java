package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.JsonFields;
import org.insats.casefile.ValueLists;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** An entry of the register to and from JSON (DOC-CTR). Who it is goes to a person node, never into the entry. */
public final class EntryFields {

    private static final Map<String, QName> TEXTS = Map.of(
            "place", ContractorModel.PLACE,
            "municipalAgreementRef", ContractorModel.MUNICIPAL_AGREEMENT_REF);
    private static final Map<String, QName> DATES = Map.of(
            "availableFrom", ContractorModel.AVAILABLE_FROM,
            "municipalAgreementFrom", ContractorModel.MUNICIPAL_AGREEMENT_FROM,
            "municipalAgreementTo", ContractorModel.MUNICIPAL_AGREEMENT_TO,
            "registeredAsResource", ContractorModel.REGISTERED_AS_RESOURCE);
    private static final Map<String, QName> NUMBERS =
            Map.of("capacity", ContractorModel.CAPACITY, "freePlaces", ContractorModel.FREE_PLACES);

    /** What is kept on the person node of the entry. */
    private static final List<String> PERSON =
            List.of("name", "contactDetails", "personalIdentityNumber", "birthDate", "protectedIdentity");

    private static final Set<String> ELSEWHERE = Set.of("profile", "unit", "type", "version");
    private static final Set<String> HOMES = Set.of("RESIDENTIAL_CARE_HOME", "STATE_INSTITUTION", "SUPPORTED_HOUSING");
    private static final int MOST_PLACES = 999;
    private static final int LONGEST = 200;

    private final JsonFields jsonFields;
    private final ValueLists valueLists;

    /** Reads by the schemas and value lists of the model. */
    public EntryFields(JsonFields jsonFields, ValueLists valueLists) {
        this.jsonFields = jsonFields;
        this.valueLists = valueLists;
    }

    /** The sort of contractor of a new entry. */
    String type(JsonNode sent) {
        List<String> types = valueLists
                .of(ContractorModel.TYPE_FILE, ContractorModel.CONTRACTOR_TYPE)
                .orElseThrow()
                .values();
        String type = sent.path("type").asText();
        require(types.contains(type), "DOC-CTR-01", "type", String.join(", ", types));
        return type;
    }

    /** Of a home it must be said whether the municipality has an agreement with it, and since when (DOC-CTR-03). */
    void requireAgreementOfHome(String type, Map<QName, Serializable> entry) {
        Object under = entry.get(ContractorModel.UNDER_MUNICIPAL_AGREEMENT);
        require(!HOMES.contains(type) || under != null, "DOC-CTR-03", "underMunicipalAgreement");
        boolean whole = entry.get(ContractorModel.MUNICIPAL_AGREEMENT_REF) != null
                && entry.get(ContractorModel.MUNICIPAL_AGREEMENT_FROM) != null;
        require(!Boolean.TRUE.equals(under) || whole, "DOC-CTR-03", "municipalAgreementRef");
    }

    /** The fields of the entry itself; unknown names and wrong values are refused, each by its name. */
    Map<QName, Serializable> read(JsonNode sent) {
        if (!sent.isObject()) {
            throw Refusal.of(Refusal.Kind.MALFORMED, "JSON").violation();
        }
        Map<QName, Serializable> values = new LinkedHashMap<>();
        sent.properties().forEach(field -> read(field.getKey(), field.getValue(), values));
        return values;
    }

    private void read(String name, JsonNode value, Map<QName, Serializable> values) {
        if (PERSON.contains(name) || ELSEWHERE.contains(name)) {
            return;
        }
        if (TEXTS.containsKey(name)) {
            values.put(TEXTS.get(name), text(name, value));
        } else if (DATES.containsKey(name)) {
            values.put(DATES.get(name), date(name, value));
        } else if (NUMBERS.containsKey(name)) {
            boolean fits = value.isInt() && value.intValue() >= 0 && value.intValue() <= MOST_PLACES;
            require(value.isNull() || fits, "VALUE", name, "0-" + MOST_PLACES);
            values.put(NUMBERS.get(name), value.isNull() ? null : value.intValue());
        } else if (name.equals("underMunicipalAgreement")) {
            require(value.isBoolean(), "VALUE", name, "true, false");
            values.put(ContractorModel.UNDER_MUNICIPAL_AGREEMENT, value.booleanValue());
        } else if (name.equals("specialSkills")) {
            values.put(
                    ContractorModel.SPECIAL_SKILLS,
                    value.isNull() ? null : jsonFields.toText(ContractorModel.SPECIAL_SKILLS, value));
        } else {
            throw Refusal.rule("FIELD", "contractor").violation();
        }
    }

    private static Serializable text(String name, JsonNode value) {
        if (value.isNull() || value.asText().isBlank()) {
            return null;
        }
        require(value.isTextual() && value.asText().length() <= LONGEST, "VALUE", name, "1-" + LONGEST);
        return value.asText().strip();
    }

    private static Serializable date(String name, JsonNode value) {
        if (value.isNull() || value.asText().isBlank()) {
            return null;
        }
        return LawDate.parse(value.asText())
                .map(LawDate::toStored)
                .orElseThrow(() -> Refusal.rule("DOC-DATE", name).onField(name).violation());
    }

    /** What goes to the person node; empty where nothing of it was sent. */
    ObjectNode person(JsonNode sent) {
        ObjectNode person = JsonNodeFactory.instance.objectNode();
        PERSON.stream().filter(sent::has).forEach(name -> person.set(name, sent.path(name)));
        return person;
    }

    private static void require(boolean holds, String rule, String field, Object... more) {
        if (!holds) {
            Object[] arguments = new Object[more.length + 1];
            arguments[0] = field;
            System.arraycopy(more, 0, arguments, 1, more.length);
            throw Refusal.rule(rule, arguments).onField(field).violation();
        }
    }

    /** The interventions that it was agreed on for (DOC-CTR-06). */
    public JsonNode assignments(Contractor contractor) {
        return contractor
                .text(ContractorModel.EARLIER_ASSIGNMENTS)
                .map(JsonTexts::read)
                .orElseGet(JsonNodeFactory.instance::arrayNode);
    }

    /** The entry as JSON, without who it is. */
    public ObjectNode write(Contractor contractor) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", contractor.id());
        json.put("number", contractor.number());
        json.put("type", contractor.type());
        json.put("unit", contractor.unit());
        json.put("profile", contractor.profile());
        json.put("underMunicipalAgreement", contractor.isUnderMunicipalAgreement());
        TEXTS.forEach((name, property) -> contractor.text(property).ifPresent(text -> json.put(name, text)));
        DATES.forEach((name, property) -> contractor.date(property).ifPresent(day -> json.put(name, day.toString())));
        NUMBERS.forEach((name, property) -> contractor.number(property).ifPresent(number -> json.put(name, number)));
        contractor
                .text(ContractorModel.SPECIAL_SKILLS)
                .ifPresent(text -> json.set("specialSkills", JsonTexts.read(text)));
        contractor.text(ContractorModel.REGISTERED_BY).ifPresent(user -> json.put("registeredBy", user));
        contractor.date(ContractorModel.LAST_CONTACT).ifPresent(day -> json.put("lastContact", day.toString()));
        contractor.text(ContractorModel.INVESTIGATION_REF).ifPresent(id -> json.put("investigationRef", id));
        return json;
    }
}
