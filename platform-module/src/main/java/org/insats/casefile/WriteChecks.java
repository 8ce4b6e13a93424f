package org.insats.casefile;

import java.io.Serializable;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;

/** What is checked at every write of a node of ours: dates of law and JSON fields. */
public final class WriteChecks {

    private final DictionaryService dictionary;
    private final Fields fields;

    /** Creates it. */
    public WriteChecks(DictionaryService dictionary, Fields fields) {
        this.dictionary = dictionary;
        this.fields = fields;
    }

    /** What differs, with the new values; removed properties as null. */
    static Map<QName, Serializable> changed(Map<QName, Serializable> before, Map<QName, Serializable> after) {
        Map<QName, Serializable> changed = new HashMap<>();
        after.forEach((name, value) -> {
            if (!Objects.equals(value, before.get(name))) {
                changed.put(name, value);
            }
        });
        before.forEach((name, value) -> {
            if (value != null && !after.containsKey(name)) {
                changed.put(name, null);
            }
        });
        return changed;
    }

    /**
     * What among {@code changed} must be written anew: dates of law at 12:00 UTC of the same day in Stockholm, and no value at all for
     * an empty text, which is what Share's forms send for a field that is left or made empty.
     */
    Map<QName, Serializable> normalised(Map<QName, Serializable> changed) {
        Map<QName, Serializable> normalised = new HashMap<>();
        changed.forEach((name, value) -> {
            if (value instanceof Date date
                    && isDateOfLaw(name)
                    && !LawDate.normalise(date).equals(date)) {
                normalised.put(name, LawDate.normalise(date));
            } else if (value instanceof String text && text.isEmpty() && CaseModel.isOurs(name)) {
                normalised.put(name, null);
            }
        });
        return normalised;
    }

    private boolean isDateOfLaw(QName name) {
        if (!CaseModel.isOurs(name)) {
            return false;
        }
        PropertyDefinition definition = dictionary.getProperty(name);
        return definition != null && definition.getDataType().getName().equals(DataTypeDefinition.DATE);
    }

    /** The ids in a field that names documents: one as it is, several as a JSON list. */
    List<String> namedIn(Document document, QName field) {
        return fields.idsIn(field, document.text(field).orElse(""));
    }

    /** Refuses JSON fields that do not fit their schema. */
    void jsonFields(Map<QName, Serializable> changed) {
        fields.checkJson(changed);
    }
}
