package org.insats.embedded.core.dictionary;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.QName;

/** A type or aspect. What it inherits is resolved when its model is complete. */
public final class ClassDef {
    private final DictionaryRegistry registry;
    private final QName name;
    private final String prefixedName;
    private final boolean aspect;
    private final QName parentName;
    private Boolean archive;
    private Boolean includedInSuperTypeQuery;
    private Set<QName> ownMandatoryAspects = Set.of();
    private final Map<QName, PropertyDef> ownProperties = new LinkedHashMap<>();
    private final Map<QName, AssocDef> ownAssociations = new LinkedHashMap<>();
    private final List<Overriding> overrides = new ArrayList<>();

    private final Map<QName, PropertyDefinition> properties = new LinkedHashMap<>();
    private final Map<QName, AssocDef> associations = new LinkedHashMap<>();
    private final Set<QName> mandatoryAspects = new LinkedHashSet<>();

    private record Overriding(
            QName property,
            String defaultValue,
            Boolean mandatory,
            Boolean enforced,
            List<ConstraintDef> constraints) {}

    ClassDef(DictionaryRegistry registry, QName name, String prefixedName, boolean aspect, QName parentName) {
        this.registry = registry;
        this.name = name;
        this.prefixedName = prefixedName;
        this.aspect = aspect;
        this.parentName = parentName;
    }

    void setArchive(Boolean value) {
        archive = value;
    }

    void setIncludedInSuperTypeQuery(Boolean value) {
        includedInSuperTypeQuery = value;
    }

    void addProperty(PropertyDef property) {
        ownProperties.put(property.name(), property);
    }

    void addAssociation(AssocDef association) {
        ownAssociations.put(association.name(), association);
    }

    void addOverride(
            QName property, String newDefault, Boolean mandatory, Boolean enforced, List<ConstraintDef> constraints) {
        overrides.add(new Overriding(property, newDefault, mandatory, enforced, constraints));
    }

    void setOwnMandatoryAspects(Set<QName> aspects) {
        ownMandatoryAspects = aspects;
    }

    Map<QName, PropertyDef> ownProperties() {
        return ownProperties;
    }

    Map<QName, AssocDef> ownAssociations() {
        return ownAssociations;
    }

    /** Takes over what the parent has; parents are resolved first. */
    void resolve() {
        if (parentName != null) {
            ClassDef parent = registry.classDef(parentName).orElseThrow();
            properties.putAll(parent.properties);
            associations.putAll(parent.associations);
            mandatoryAspects.addAll(parent.mandatoryAspects);
        }
        properties.putAll(ownProperties);
        associations.putAll(ownAssociations);
        mandatoryAspects.addAll(ownMandatoryAspects);
        for (Overriding each : overrides) {
            PropertyDef inherited = (PropertyDef) properties.get(each.property());
            properties.put(
                    each.property(),
                    inherited.overridden(each.defaultValue(), each.mandatory(), each.enforced(), each.constraints()));
        }
    }

    /** The qualified name. */
    public QName getName() {
        return name;
    }

    /** The parent type or aspect, or null. */
    public QName getParentName() {
        return parentName;
    }

    /** Whether this is an aspect. */
    public boolean isAspect() {
        return aspect;
    }

    /** Whether deleted nodes go to the archive; null: not said. */
    public Boolean getArchive() {
        if (archive != null || parentName == null) {
            return archive;
        }
        return registry.classDef(parentName).orElseThrow().getArchive();
    }

    /** Whether a query for the super type finds nodes of this type; null: not said. */
    public Boolean getIncludedInSuperTypeQuery() {
        if (includedInSuperTypeQuery != null || parentName == null) {
            return includedInSuperTypeQuery;
        }
        return registry.classDef(parentName).orElseThrow().getIncludedInSuperTypeQuery();
    }

    /** Own and inherited properties. */
    public Map<QName, PropertyDefinition> getProperties() {
        return Collections.unmodifiableMap(properties);
    }

    /** Default values as the model writes them. */
    public Map<QName, Serializable> getDefaultValues() {
        Map<QName, Serializable> result = new LinkedHashMap<>();
        properties.forEach((key, property) -> {
            if (property.getDefaultValue() != null) {
                result.put(key, property.getDefaultValue());
            }
        });
        return result;
    }

    /** Own and inherited associations, peer and child. */
    public Map<QName, AssocDef> getAssociations() {
        return Collections.unmodifiableMap(associations);
    }

    /** Own and inherited mandatory aspects. */
    public Set<QName> getDefaultAspectNames() {
        return Collections.unmodifiableSet(mandatoryAspects);
    }

    @Override
    public String toString() {
        return (aspect ? "AspectDefinition[" : "TypeDefinition[") + prefixedName + "]";
    }
}
