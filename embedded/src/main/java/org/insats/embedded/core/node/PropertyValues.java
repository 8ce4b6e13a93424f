package org.insats.embedded.core.node;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.ClassDef;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.dictionary.PropertyDef;

/** Values of properties as the dictionary wants them. */
final class PropertyValues {
    private static final Set<QName> REFERENCE_PROPERTIES = Set.of(
            ContentModel.PROP_STORE_PROTOCOL,
            ContentModel.PROP_STORE_IDENTIFIER,
            ContentModel.PROP_NODE_UUID,
            ContentModel.PROP_NODE_DBID);
    private static final int LONGEST_NAME = 255;

    private final DictionaryComponent dictionary;

    PropertyValues(DictionaryComponent dictionary) {
        this.dictionary = dictionary;
    }

    /** Adds the defaults of a class where there is no value yet. */
    void addDefaults(ClassDef def, Map<QName, Serializable> values) {
        def.getDefaultValues().forEach((name, text) -> {
            PropertyDef property = (PropertyDef) def.getProperties().get(name);
            Serializable value = TypeConversion.convert(text, property.dataTypeName(), dictionary);
            values.putIfAbsent(name, property.isMultiValued() ? new ArrayList<>(List.of(value)) : value);
        });
    }

    /** The values, each converted to the type of its property. */
    Map<QName, Serializable> converted(Map<QName, Serializable> given) {
        Map<QName, Serializable> result = new LinkedHashMap<>();
        given.forEach((name, value) -> result.put(name, converted(name, value)));
        return result;
    }

    private Serializable converted(QName name, Serializable value) {
        PropertyDef property = dictionary.property(name).orElse(null);
        if (property == null || value == null) {
            return value instanceof Collection<?> values ? new ArrayList<>(values) : value;
        }
        boolean any = property.dataTypeName().equals(DataTypeDefinition.ANY);
        if (value instanceof Collection<?> values) {
            if (!property.isMultiValued() && !any) {
                throw new AlfrescoRuntimeException(
                        "A single-valued property of this type may not be a collection: " + property.prefixedName());
            }
            ArrayList<Serializable> list = new ArrayList<>();
            values.forEach(
                    each -> list.add(TypeConversion.convert((Serializable) each, property.dataTypeName(), dictionary)));
            return list;
        }
        Serializable single = TypeConversion.convert(value, property.dataTypeName(), dictionary);
        if (property.name().equals(ContentModel.PROP_NAME) && single.toString().length() > LONGEST_NAME) {
            throw new AlfrescoRuntimeException("A name may not be longer than " + LONGEST_NAME + " characters");
        }
        return property.isMultiValued() ? new ArrayList<>(List.of(single)) : single;
    }

    /** Without what the repository itself keeps; the locale cannot be taken away. */
    static Map<QName, Serializable> writable(Map<QName, Serializable> values) {
        Map<QName, Serializable> result = new LinkedHashMap<>(values);
        result.keySet().removeAll(REFERENCE_PROPERTIES);
        result.keySet().removeAll(Auditing.PROPERTIES);
        if (result.get(ContentModel.PROP_LOCALE) == null) {
            result.remove(ContentModel.PROP_LOCALE);
        }
        return result;
    }
}
