package org.insats.embedded.core.dictionary;

import java.util.List;
import org.alfresco.service.cmr.dictionary.DataTypeDefinition;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.QName;

/** A property of a type or aspect, as declared or as overridden further down. */
public record PropertyDef(
        DictionaryRegistry registry,
        ClassDef owner,
        QName name,
        String prefixedName,
        QName dataTypeName,
        String defaultValue,
        boolean multiValued,
        boolean mandatory,
        boolean mandatoryEnforced,
        boolean protectedProperty,
        boolean orderable,
        List<ConstraintDef> constraintDefs)
        implements PropertyDefinition {

    PropertyDef overridden(String newDefault, Boolean newMandatory, Boolean newEnforced, List<ConstraintDef> more) {
        boolean isMandatory = newMandatory == null ? mandatory : newMandatory;
        boolean isEnforced = newMandatory == null ? mandatoryEnforced : Boolean.TRUE.equals(newEnforced);
        return new PropertyDef(
                registry,
                owner,
                name,
                prefixedName,
                dataTypeName,
                newDefault == null ? defaultValue : newDefault,
                multiValued,
                isMandatory,
                isEnforced,
                protectedProperty,
                orderable,
                more.isEmpty() ? constraintDefs : more);
    }

    @Override
    public QName getName() {
        return name;
    }

    @Override
    public String getDefaultValue() {
        return defaultValue;
    }

    @Override
    public DataTypeDefinition getDataType() {
        return registry.dataType(dataTypeName);
    }

    @Override
    public boolean isMultiValued() {
        return multiValued;
    }

    @Override
    public boolean isMandatory() {
        return mandatory;
    }

    @Override
    public boolean isMandatoryEnforced() {
        return mandatoryEnforced;
    }

    @Override
    public boolean isProtected() {
        return protectedProperty;
    }

    @Override
    public String toString() {
        return "PropertyDefinition[" + prefixedName + "]";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return name.hashCode();
    }
}
