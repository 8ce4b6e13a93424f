package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Nodes as the REST API shows them: field names, what is left out and how values are written are ACS's. */
final class NodeJson {

    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'").withZone(ZoneOffset.UTC);

    private static final Set<QName> LEFT_OUT = Set.of(
            ContentModel.PROP_NAME,
            ContentModel.PROP_MODIFIER,
            ContentModel.PROP_MODIFIED,
            ContentModel.PROP_CREATOR,
            ContentModel.PROP_CREATED,
            ContentModel.PROP_CONTENT,
            ContentModel.PROP_INITIAL_VERSION,
            ContentModel.PROP_AUTO_VERSION_PROPS,
            ContentModel.PROP_AUTO_VERSION);

    private static final Set<String> SHOWN = Set.of("aspectNames", "properties");

    private final NodeService nodeService;
    private final DictionaryService dictionaryService;
    private final NamespaceService namespaceService;
    private final PersonService personService;

    NodeJson(
            NodeService nodeService,
            DictionaryService dictionaryService,
            NamespaceService namespaceService,
            PersonService personService) {
        this.nodeService = nodeService;
        this.dictionaryService = dictionaryService;
        this.namespaceService = namespaceService;
        this.personService = personService;
    }

    static String date(Date date) {
        return date == null ? null : ISO.format(date.toInstant());
    }

    /** A node with its properties and aspects, as the single call answers it. */
    ObjectNode full(NodeRef node, Set<String> include) {
        Set<String> all = new HashSet<>(include);
        all.addAll(SHOWN);
        return entry(node, all);
    }

    /** A node as lists show it, with what is asked to be included. */
    ObjectNode entry(NodeRef node, Set<String> include) {
        if (!SHOWN.containsAll(include)) {
            throw RestException.notSupported("To include more than " + SHOWN);
        }
        Map<QName, Serializable> values = nodeService.getProperties(node);
        QName type = nodeService.getType(node);
        boolean folder = dictionaryService.isSubClass(type, ContentModel.TYPE_FOLDER)
                && !dictionaryService.isSubClass(type, ContentModel.TYPE_SYSTEM_FOLDER);
        boolean file = dictionaryService.isSubClass(type, ContentModel.TYPE_CONTENT);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("createdAt", date((Date) values.get(ContentModel.PROP_CREATED)));
        json.put("isFolder", folder);
        json.put("isFile", file);
        json.set("createdByUser", user(values.get(ContentModel.PROP_CREATOR)));
        json.put("modifiedAt", date((Date) values.get(ContentModel.PROP_MODIFIED)));
        json.set("modifiedByUser", user(values.get(ContentModel.PROP_MODIFIER)));
        json.put("name", (String) values.get(ContentModel.PROP_NAME));
        json.put("id", node.getId());
        json.put("nodeType", prefixed(type));
        parent(node).ifPresent(parent -> json.put("parentId", parent.getId()));
        if (values.get(ContentModel.PROP_CONTENT) instanceof ContentData content) {
            json.putObject("content")
                    .put("mimeType", content.getMimetype())
                    .put("sizeInBytes", content.getSize())
                    .put("encoding", content.getEncoding());
        }
        included(json, node, values, include);
        return json;
    }

    private Optional<NodeRef> parent(NodeRef node) {
        ChildAssociationRef primary = nodeService.getPrimaryParent(node);
        return Optional.ofNullable(primary == null ? null : primary.getParentRef())
                .filter(parent ->
                        AuthenticationUtil.runAsSystem(() -> !nodeService.hasAspect(parent, ContentModel.ASPECT_ROOT)));
    }

    private void included(ObjectNode json, NodeRef node, Map<QName, Serializable> values, Set<String> include) {
        if (include.contains("properties")) {
            ObjectNode properties = properties(values);
            if (!properties.isEmpty()) {
                json.set("properties", properties);
            }
        }
        if (include.contains("aspectNames")) {
            aspectNames(json, node);
        }
    }

    private void aspectNames(ObjectNode json, NodeRef node) {
        ArrayNode names = json.putArray("aspectNames");
        nodeService.getAspects(node).stream()
                .filter(each -> !NamespaceService.SYSTEM_MODEL_1_0_URI.equals(each.getNamespaceURI()))
                .map(this::prefixed)
                .sorted()
                .forEach(names::add);
    }

    private ObjectNode properties(Map<QName, Serializable> values) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Map<String, Serializable> sorted = new TreeMap<>();
        values.forEach((name, value) -> {
            boolean shown = !NamespaceService.SYSTEM_MODEL_1_0_URI.equals(name.getNamespaceURI())
                    && !LEFT_OUT.contains(name)
                    && value != null
                    && !"".equals(value);
            if (shown) {
                sorted.put(prefixed(name), value);
            }
        });
        sorted.forEach((name, value) -> {
            if ("cm:owner".equals(name)) {
                json.set(name, user(value));
            } else {
                set(json, name, value);
            }
        });
        return json;
    }

    private void set(ObjectNode json, String name, Serializable value) {
        if (value instanceof Collection<?> many) {
            ArrayNode array = json.putArray(name);
            many.forEach(each -> array.add(JsonNodeFactory.instance.pojoNode(plain(each))));
        } else {
            json.putPOJO(name, plain(value));
        }
    }

    private Object plain(Object value) {
        if (value instanceof Date date) {
            return date(date);
        }
        if (value instanceof NodeRef node) {
            return node.getId();
        }
        if (value instanceof QName name) {
            return prefixed(name);
        }
        if (value instanceof Number || value instanceof Boolean) {
            return value;
        }
        return String.valueOf(value);
    }

    private ObjectNode user(Serializable name) {
        String id = String.valueOf(name);
        return JsonNodeFactory.instance.objectNode().put("id", id).put("displayName", displayName(id));
    }

    private String displayName(String userName) {
        return AuthenticationUtil.runAsSystem(() -> {
            NodeRef person = personService.getPersonOrNull(userName);
            if (person == null) {
                return userName;
            }
            Object first = nodeService.getProperty(person, ContentModel.PROP_FIRSTNAME);
            Object last = nodeService.getProperty(person, ContentModel.PROP_LASTNAME);
            return ((first == null ? "" : first) + " " + (last == null ? "" : last)).trim();
        });
    }

    String prefixed(QName name) {
        return name.toPrefixString(namespaceService);
    }
}
