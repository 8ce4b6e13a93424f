package org.alfresco.service.cmr.dictionary;

import java.util.Collection;
import java.util.Map;
import org.alfresco.service.namespace.QName;

/** The types, aspects and properties of all models. */
public interface DictionaryService {

    /** All types. */
    Collection<QName> getAllTypes();

    /** All aspects. */
    Collection<QName> getAllAspects();

    /** The subtypes of a type and the type itself; with follow all the way down. */
    Collection<QName> getSubTypes(QName type, boolean follow);

    /** Whether a class is, or descends from, another. */
    boolean isSubClass(QName className, QName ofClassName);

    /** A property by name, null where unknown. */
    PropertyDefinition getProperty(QName propertyName);

    /** A property as a class has it, overrides included; null where the class has none such. */
    PropertyDefinition getProperty(QName className, QName propertyName);

    /** The properties of a class, inherited ones included, those of default aspects not. */
    Map<QName, PropertyDefinition> getPropertyDefs(QName className);
}
