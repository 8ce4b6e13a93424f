package org.insats.embedded.core.dictionary;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.service.namespace.QName;

/** All that the deployed models define. Filled while the context starts, read-only afterwards. */
final class DictionaryRegistry {
    private static final String DICTIONARY_URI = "http://www.alfresco.org/model/dictionary/1.0";

    private final Map<String, String> uriByPrefix = new LinkedHashMap<>();
    private final Set<QName> models = new HashSet<>();
    private final Map<QName, ClassDef> classes = new LinkedHashMap<>();
    private final Map<QName, PropertyDef> properties = new LinkedHashMap<>();
    private final Map<QName, AssocDef> associations = new LinkedHashMap<>();
    private final Map<QName, ConstraintDef> constraints = new LinkedHashMap<>();
    private final Map<QName, DataTypeDef> dataTypes = new LinkedHashMap<>();

    DictionaryRegistry() {
        uriByPrefix.put("", "");
        uriByPrefix.put("d", DICTIONARY_URI);
        uriByPrefix.put("alf", "http://www.alfresco.org");
        uriByPrefix.put("view", "http://www.alfresco.org/view/repository/1.0");
    }

    boolean isNamespaceKnown(String uri) {
        return uriByPrefix.containsValue(uri);
    }

    void addNamespace(String prefix, String uri) {
        String before = uriByPrefix.put(prefix, uri);
        if (before != null && !before.equals(uri)) {
            throw new AlfrescoRuntimeException("Namespace prefix " + prefix + " is already used for " + before);
        }
    }

    Map<String, String> namespaces() {
        return uriByPrefix;
    }

    void addDataType(DataTypeDef type) {
        dataTypes.put(type.name(), type);
    }

    void addConstraint(ConstraintDef constraint) {
        constraints.put(constraint.name(), constraint);
    }

    void addModel(QName model, List<ClassDef> added) {
        if (!models.add(model)) {
            throw new AlfrescoRuntimeException("The model " + model + " is deployed twice");
        }
        for (ClassDef each : added) {
            classes.put(each.getName(), each);
            properties.putAll(each.ownProperties());
            associations.putAll(each.ownAssociations());
        }
        Set<QName> resolved = new HashSet<>();
        Set<QName> own = new HashSet<>();
        added.forEach(each -> own.add(each.getName()));
        added.forEach(each -> resolve(each, own, resolved));
        added.forEach(this::checkReferences);
    }

    private void resolve(ClassDef each, Set<QName> own, Set<QName> resolved) {
        if (!resolved.add(each.getName())) {
            return;
        }
        QName parent = each.getParentName();
        if (parent != null) {
            ClassDef parentDef = classDef(parent)
                    .orElseThrow(() -> new AlfrescoRuntimeException(each + " has the unknown parent " + parent));
            if (own.contains(parent)) {
                resolve(parentDef, own, resolved);
            }
        }
        each.resolve();
    }

    private void checkReferences(ClassDef each) {
        for (QName aspect : each.getDefaultAspectNames()) {
            require(classes.containsKey(aspect), each, aspect);
        }
        each.ownProperties()
                .values()
                .forEach(property ->
                        require(dataTypes.containsKey(property.dataTypeName()), each, property.dataTypeName()));
        each.ownAssociations()
                .values()
                .forEach(association -> require(
                        classes.containsKey(association.target().className()),
                        each,
                        association.target().className()));
    }

    private static void require(boolean known, ClassDef where, QName what) {
        if (!known) {
            throw new AlfrescoRuntimeException(where + " refers to the unknown " + what);
        }
    }

    Optional<ClassDef> classDef(QName name) {
        return Optional.ofNullable(classes.get(name));
    }

    Collection<ClassDef> classes() {
        return classes.values();
    }

    Optional<PropertyDef> property(QName name) {
        return Optional.ofNullable(properties.get(name));
    }

    Optional<AssocDef> association(QName name) {
        return Optional.ofNullable(associations.get(name));
    }

    Optional<ConstraintDef> constraint(QName name) {
        return Optional.ofNullable(constraints.get(name));
    }

    DataTypeDef dataType(QName name) {
        return dataTypes.get(name);
    }

    boolean isSubClass(QName name, QName ofName) {
        QName current = name;
        while (current != null) {
            if (current.equals(ofName)) {
                return true;
            }
            ClassDef def = classes.get(current);
            current = def == null ? null : def.getParentName();
        }
        return false;
    }
}
