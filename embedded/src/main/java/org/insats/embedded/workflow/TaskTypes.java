package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.activiti.engine.impl.form.DefaultTaskFormHandler;
import org.activiti.engine.impl.persistence.entity.TaskEntity;
import org.activiti.engine.impl.task.TaskDefinition;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.AssocDef;
import org.insats.embedded.core.dictionary.ClassDef;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.node.TypeConversion;

/** Types of the workflow model by form key, with what their mandatory aspects add; converts values to the declared type. */
final class TaskTypes {

    private final DictionaryComponent dictionary;
    private final NodeService nodeService;
    private final Names names;

    TaskTypes(DictionaryComponent dictionary, NodeService nodeService, Names names) {
        this.dictionary = dictionary;
        this.nodeService = nodeService;
        this.names = names;
    }

    /** A type with all that it has, its mandatory aspects included. */
    record FullType(
            ClassDef type,
            Map<QName, PropertyDefinition> properties,
            Map<QName, AssocDef> associations,
            Set<QName> aspects) {

        boolean declares(QName name) {
            return properties.containsKey(name) || associations.containsKey(name);
        }
    }

    /** The type of that form key; the stock start task or workflow task type when there is none of that name. */
    FullType byFormKey(String formKey, boolean start) {
        QName name = formKey == null ? null : names.qname(formKey);
        ClassDef type = Optional.ofNullable(name).flatMap(dictionary::type).orElseGet(() -> dictionary
                .type(start ? Bpm.TYPE_START_TASK : Bpm.TYPE_TASK)
                .orElseThrow());
        Map<QName, PropertyDefinition> properties = new LinkedHashMap<>();
        Map<QName, AssocDef> associations = new LinkedHashMap<>();
        for (QName aspect : type.getDefaultAspectNames()) {
            ClassDef def = dictionary.aspect(aspect).orElseThrow();
            properties.putAll(def.getProperties());
            associations.putAll(def.getAssociations());
        }
        properties.putAll(type.getProperties());
        associations.putAll(type.getAssociations());
        return new FullType(type, properties, associations, type.getDefaultAspectNames());
    }

    QName qname(String variable) {
        return names.qname(variable);
    }

    String prefixed(QName name) {
        return names.prefixed(name);
    }

    FullType of(TaskEntity task) {
        return byFormKey(formKey(task.getTaskDefinition()), false);
    }

    static String formKey(TaskDefinition definition) {
        if (definition != null
                && definition.getTaskFormHandler() instanceof DefaultTaskFormHandler handler
                && handler.getFormKey() != null) {
            return handler.getFormKey().getExpressionText();
        }
        return null;
    }

    /** Properties as variables of the declared types; names in {@code skip} are left out, protected ones too. */
    Map<String, Object> variables(Map<QName, Serializable> properties, FullType type, Set<QName> skip) {
        Map<String, Object> variables = new HashMap<>();
        properties.forEach((name, value) -> {
            if (skip.contains(name) || isProtected(type, name)) {
                return;
            }
            variables.put(names.variable(name), variable(type, name, value));
        });
        return variables;
    }

    private static boolean isProtected(FullType type, QName name) {
        PropertyDefinition property = type.properties().get(name);
        return property != null && property.isProtected();
    }

    private Object variable(FullType type, QName name, Serializable value) {
        PropertyDefinition property = type.properties().get(name);
        if (property != null) {
            return nodes(convert(property, value), property.isMultiValued());
        }
        AssocDef association = type.associations().get(name);
        return association == null
                ? nodes(value, false)
                : nodes(value, association.target().many());
    }

    /** A value, or each of several, as the property's data type. */
    Serializable convert(PropertyDefinition property, Serializable value) {
        QName dataType = property.getDataType().getName();
        if (value instanceof Collection<?> values) {
            ArrayList<Serializable> all = new ArrayList<>();
            values.forEach(each -> all.add(TypeConversion.convert((Serializable) each, dataType, dictionary)));
            return all;
        }
        return "".equals(value) && TypeConversion.isDate(dataType)
                ? null
                : TypeConversion.convert(value, dataType, dictionary);
    }

    private Object nodes(Object value, boolean many) {
        if (value instanceof NodeRef nodeRef) {
            ScriptNode node = node(nodeRef);
            return many ? List.of(node) : node;
        }
        if (value instanceof Collection<?> values
                && !values.isEmpty()
                && values.stream().allMatch(NodeRef.class::isInstance)) {
            List<ScriptNode> all =
                    values.stream().map(each -> node((NodeRef) each)).toList();
            return many || all.size() > 1 ? new ArrayList<>(all) : all.get(0);
        }
        return value;
    }

    ScriptNode node(NodeRef nodeRef) {
        return new ScriptNode(nodeRef, nodeService);
    }

    /** A variable's value as a property value. */
    static Serializable property(Object value) {
        if (value instanceof ScriptNode node) {
            return node.getNodeRef();
        }
        if (value instanceof Collection<?> values && values.stream().anyMatch(ScriptNode.class::isInstance)) {
            return new ArrayList<>(values.stream()
                    .map(each -> ((ScriptNode) each).getNodeRef())
                    .toList());
        }
        return (Serializable) value;
    }
}
