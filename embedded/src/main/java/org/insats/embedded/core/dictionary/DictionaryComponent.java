package org.insats.embedded.core.dictionary;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** The dictionary and the namespaces of all deployed models. */
public final class DictionaryComponent implements DictionaryService, NamespaceService {
    private final DictionaryRegistry registry = new DictionaryRegistry();

    /** Adds a model; fails when it is wrong in itself or clashes with what is deployed. */
    public void deploy(String source, InputStream xml) {
        new ModelParser(registry, source).parse(xml);
    }

    /** The type or aspect of that name. */
    public Optional<ClassDef> classDef(QName name) {
        return registry.classDef(name);
    }

    /** The type of that name. */
    public Optional<ClassDef> type(QName name) {
        return registry.classDef(name).filter(each -> !each.isAspect());
    }

    /** The aspect of that name. */
    public Optional<ClassDef> aspect(QName name) {
        return registry.classDef(name).filter(ClassDef::isAspect);
    }

    /** The association of that name. */
    public Optional<AssocDef> association(QName name) {
        return registry.association(name);
    }

    /** The property as declared where it is first defined. */
    public Optional<PropertyDef> property(QName name) {
        return registry.property(name);
    }

    /** A class, then its ancestors. */
    public List<QName> lineage(QName name) {
        List<QName> result = new ArrayList<>();
        QName current = name;
        while (current != null) {
            result.add(current);
            current = registry.classDef(current).map(ClassDef::getParentName).orElse(null);
        }
        return result;
    }

    /** A class and all that extend it, for queries: without those a super type's query leaves out. */
    public Set<QName> queriedTypes(QName type) {
        Set<QName> result = new LinkedHashSet<>();
        result.add(type);
        for (ClassDef each : registry.classes()) {
            if (registry.isSubClass(each.getName(), type)
                    && !Boolean.FALSE.equals(each.getIncludedInSuperTypeQuery())) {
                result.add(each.getName());
            }
        }
        return result;
    }

    @Override
    public Collection<QName> getAllTypes() {
        return registry.classes().stream()
                .filter(each -> !each.isAspect())
                .map(ClassDef::getName)
                .toList();
    }

    @Override
    public Collection<QName> getAllAspects() {
        return registry.classes().stream()
                .filter(ClassDef::isAspect)
                .map(ClassDef::getName)
                .toList();
    }

    @Override
    public Collection<QName> getSubTypes(QName type, boolean follow) {
        return registry.classes().stream()
                .filter(each -> !each.isAspect())
                .filter(each -> follow ? registry.isSubClass(each.getName(), type) : type.equals(each.getParentName()))
                .map(ClassDef::getName)
                .toList();
    }

    @Override
    public boolean isSubClass(QName className, QName ofClassName) {
        return registry.classDef(className).isPresent() && registry.isSubClass(className, ofClassName);
    }

    @Override
    public PropertyDefinition getProperty(QName propertyName) {
        return registry.property(propertyName).orElse(null);
    }

    @Override
    public PropertyDefinition getProperty(QName className, QName propertyName) {
        return registry.classDef(className)
                .map(each -> each.getProperties().get(propertyName))
                .orElse(null);
    }

    @Override
    public Map<QName, PropertyDefinition> getPropertyDefs(QName className) {
        return registry.classDef(className).map(ClassDef::getProperties).orElse(null);
    }

    @Override
    public String getNamespaceURI(String prefix) {
        return registry.namespaces().get(prefix);
    }

    @Override
    public Collection<String> getPrefixes(String namespaceUri) {
        return registry.namespaces().entrySet().stream()
                .filter(each -> each.getValue().equals(namespaceUri))
                .map(Map.Entry::getKey)
                .toList();
    }
}
