package org.insats.casefile.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.insats.casefile.CaseModel;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Fields;
import org.insats.casefile.JsonFields;
import org.insats.casefile.Labels;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.ValueLists;
import org.springframework.extensions.surf.util.I18NUtil;

/** A kind of document as the HTTP API describes it to a form. */
public final class ModelJson {

    private final Fields fields;
    private final Labels labels;
    private final ValueLists valueLists;
    private final JsonFields jsonFields;

    /** Creates it. */
    public ModelJson(Fields fields, Labels labels, ValueLists valueLists, JsonFields jsonFields) {
        this.fields = fields;
        this.labels = labels;
        this.valueLists = valueLists;
        this.jsonFields = jsonFields;
    }

    ObjectNode of(DocumentKind kind) {
        Locale locale = I18NUtil.getLocale();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kind", kind.id());
        json.put("code", kind.code());
        json.put("label", labels.type(kind.type(), locale));
        json.put("placement", kind.placement().name());
        valueLists.of(kind.type(), CaseModel.STATUS).ifPresent(list -> values(json.putArray("statuses"), list, locale));
        ArrayNode actions = json.putArray("actions");
        kind.actions().forEach(action -> actions.add(action.name()));
        ArrayNode list = json.putArray("fields");
        fields.of(kind).values().forEach(field -> list.add(field(kind, field, locale)));
        return json;
    }

    private ObjectNode field(DocumentKind kind, Fields.Field field, Locale locale) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("name", field.name());
        json.put("label", labels.field(kind, field.property(), locale));
        json.put("type", field.type().name());
        labels.help(kind, field.property(), locale).ifPresent(text -> json.put("help", text));
        json.put("readOnly", field.readOnly());
        field.values().ifPresent(list -> values(json.putArray("values"), list, locale));
        jsonFields.schemaOf(field.property()).ifPresent(schema -> json.set("schema", schema));
        ArrayNode mandatory = json.putArray("mandatory");
        for (MandatoryField rule : kind.mandatory()) {
            if (rule.field().equals(field.property())) {
                rule.acts().stream().sorted().forEach(act -> mandatory
                        .addObject()
                        .put("act", act)
                        .put("level", rule.level().name()));
            }
        }
        return json;
    }

    private void values(ArrayNode target, ValueLists.ValueList list, Locale locale) {
        list.values()
                .forEach(value ->
                        target.addObject().put("value", value).put("label", labels.value(list, value, locale)));
    }
}
