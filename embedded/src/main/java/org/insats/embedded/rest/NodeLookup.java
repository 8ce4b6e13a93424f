package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Finds nodes by the ids that callers use, and reads names and property values from JSON. */
final class NodeLookup {

    private final NodeService nodeService;
    private final DictionaryService dictionaryService;
    private final NamespaceService namespaceService;
    private final Supplier<NodeRef> companyHome;

    NodeLookup(
            NodeService nodeService,
            DictionaryService dictionaryService,
            NamespaceService namespaceService,
            Supplier<NodeRef> companyHome) {
        this.nodeService = nodeService;
        this.dictionaryService = dictionaryService;
        this.namespaceService = namespaceService;
        this.companyHome = companyHome;
    }

    /** The node of an id, or of -root-; 404 when there is none. */
    NodeRef node(String id) {
        if ("-root-".equals(id)) {
            return companyHome.get();
        }
        if (id.startsWith("-")) {
            throw RestException.notFound(id);
        }
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        if (!nodeService.exists(node)) {
            throw RestException.notFound(id);
        }
        return node;
    }

    boolean is(NodeRef node, QName type) {
        return dictionaryService.isSubClass(nodeService.getType(node), type);
    }

    void requireFolder(NodeRef node) {
        if (!is(node, ContentModel.TYPE_FOLDER)) {
            throw RestException.invalid("NodeId of folder is expected: " + node.getId());
        }
    }

    void requireFile(NodeRef node) {
        if (!is(node, ContentModel.TYPE_CONTENT)) {
            throw RestException.invalid("NodeId of content is expected: " + node.getId());
        }
    }

    boolean isRoot(NodeRef node) {
        return node.equals(companyHome.get());
    }

    QName qname(String text) {
        try {
            return text.contains("{") ? QName.createQName(text) : QName.createQName(text, namespaceService);
        } catch (RuntimeException e) {
            throw RestException.invalid(text + " isn't a valid QName. " + e.getMessage());
        }
    }

    boolean isSubClass(QName type, QName of) {
        return dictionaryService.isSubClass(type, of);
    }

    /** Properties by prefixed name; values stay as they were written, the node service converts them. */
    Map<QName, Serializable> properties(JsonNode json) {
        Map<QName, Serializable> values = new HashMap<>();
        json.fields().forEachRemaining(each -> {
            QName name = known(each.getKey());
            values.put(name, value(name, each.getValue()));
        });
        return values;
    }

    QName known(String prefixed) {
        QName name = qname(prefixed);
        if (NamespaceService.SYSTEM_MODEL_1_0_URI.equals(name.getNamespaceURI())) {
            throw RestException.invalid("NameSpace cannot be used by People API: " + prefixed);
        }
        if (dictionaryService.getProperty(name) == null) {
            throw RestException.invalid("Unknown property: " + prefixed);
        }
        return name;
    }

    private Serializable value(QName name, JsonNode json) {
        if (json.isNull()) {
            return null;
        }
        if (json.isArray()) {
            ArrayList<Serializable> many = new ArrayList<>();
            json.forEach(each -> many.add(value(name, each)));
            return many;
        }
        if (json.isBoolean()) {
            return json.booleanValue();
        }
        if (json.isIntegralNumber()) {
            return json.longValue();
        }
        if (json.isNumber()) {
            return json.doubleValue();
        }
        if (json.isObject()) {
            throw RestException.invalid("An object cannot be the value of a property");
        }
        String text = json.asText();
        boolean reference = "noderef"
                .equals(dictionaryService
                        .getProperty(name)
                        .getDataType()
                        .getName()
                        .getLocalName());
        if (reference) {
            return NodeRef.isNodeRef(text)
                    ? new NodeRef(text)
                    : new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, text);
        }
        return text;
    }
}
