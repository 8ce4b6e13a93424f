package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.copy.CopyServicePolicies.BeforeCopyPolicy;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.policy.Policies;
import org.insats.embedded.rest.RestResult.Download;
import org.insats.embedded.rest.RestResult.Paging;

/** {@code alfresco/versions/1/nodes}: metadata, children, content and move. */
public final class NodesApi implements RestApi {

    private static final String NODES = "/alfresco/versions/1/nodes/{nodeId}";
    private static final Set<String> SHOWN_INLINE =
            Set.of("application/pdf", "image/jpeg", "image/gif", "image/png", "image/tiff", "image/bmp");

    private final NodeService nodeService;
    private final ContentService contentService;
    private final VersionService versionService;
    private final BehaviourFilter behaviourFilter;
    private final Policies policies;
    private final NodeLookup lookup;
    private final NodeJson json;

    NodesApi(
            NodeService nodeService,
            ContentService contentService,
            VersionService versionService,
            BehaviourFilter behaviourFilter,
            Policies policies,
            NodeLookup lookup,
            NodeJson json) {
        this.nodeService = nodeService;
        this.contentService = contentService;
        this.versionService = versionService;
        this.behaviourFilter = behaviourFilter;
        this.policies = policies;
        this.lookup = lookup;
        this.json = json;
    }

    @Override
    public void register(Routes routes) {
        routes.add("GET", NODES, this::get)
                .add("PUT", NODES, this::update)
                .add("DELETE", NODES, this::delete)
                .add("GET", NODES + "/children", this::children)
                .add("POST", NODES + "/children", this::create)
                .add("GET", NODES + "/content", this::download)
                .add("PUT", NODES + "/content", this::writeContent)
                .add("POST", NODES + "/move", this::move)
                .add("POST", NODES + "/copy", this::copy)
                .add("POST", "/alfresco/versions/1/shared-links", this::share);
    }

    private NodeRef node(RestRequest request) {
        return lookup.node(request.variable("nodeId"));
    }

    private RestResult get(RestRequest request) {
        NodeRef node = node(request);
        return RestResult.entry(200, json.full(node, request.values("include")));
    }

    private RestResult children(RestRequest request) {
        NodeRef parent = node(request);
        Paging paging = Paging.of(request);
        request.refuse("where", "orderBy");
        List<NodeRef> all = nodeService.getChildAssocs(parent).stream()
                .filter(each -> ContentModel.ASSOC_CONTAINS.equals(each.getTypeQName()))
                .map(ChildAssociationRef::getChildRef)
                .filter(each -> lookup.is(each, ContentModel.TYPE_CMOBJECT)
                        && !lookup.is(each, ContentModel.TYPE_SYSTEM_FOLDER))
                .sorted(Comparator.<NodeRef, Boolean>comparing(each -> !lookup.is(each, ContentModel.TYPE_FOLDER))
                        .thenComparing(each -> String.valueOf(nodeService.getProperty(each, ContentModel.PROP_NAME))
                                .toLowerCase(Locale.ROOT)))
                .toList();
        int from = Math.min(paging.skipCount(), all.size());
        int to = (int) Math.min((long) from + paging.maxItems(), all.size());
        List<ObjectNode> entries = all.subList(from, to).stream()
                .map(each -> json.entry(each, request.values("include")))
                .toList();
        return RestResult.page(entries, all.size(), paging);
    }

    private RestResult create(RestRequest request) {
        NodeRef parent = node(request);
        if (request.isMultipart()) {
            return RestResult.entry(201, upload(parent, new UploadForm(request)));
        }
        List<ObjectNode> created = new ArrayList<>();
        for (JsonNode each : request.objects()) {
            created.add(json.full(createNode(parent, each, request), request.values("include")));
        }
        return created.size() == 1
                ? RestResult.entry(201, created.get(0))
                : new RestResult(
                        201, RestResult.page(created, new Paging(0, 100)).body(), null);
    }

    private NodeRef createNode(NodeRef requested, JsonNode body, RestRequest request) {
        String name = body.path("name").asText("");
        if (name.isEmpty()) {
            throw RestException.invalid("Node name is expected: " + requested.getId());
        }
        String typeName = body.path("nodeType").asText("");
        if (typeName.isEmpty()) {
            throw RestException.invalid("Node type is expected: " + requested.getId() + "," + name);
        }
        QName type = lookup.qname(typeName);
        boolean content = lookup.isSubClass(type, ContentModel.TYPE_CONTENT);
        if (!lookup.isSubClass(type, ContentModel.TYPE_CMOBJECT)) {
            throw RestException.invalid("Unexpected type: " + typeName);
        }
        Map<QName, Serializable> values = lookup.properties(body.path("properties"));
        String free = request.flag("autoRename", false) ? freeName(requested, name) : name;
        NodeRef node = createNode(requested, free, type, values);
        if (content) {
            write(node, free, new ByteArrayInputStream(new byte[0]));
            if (request.parameter("majorVersion") != null || request.parameter("comment") != null) {
                cutVersion(node, request.flag("majorVersion", true), request.parameter("comment"));
            }
        }
        body.path("aspectNames").forEach(each -> nodeService.addAspect(node, lookup.qname(each.asText()), null));
        return node;
    }

    private NodeRef createNode(NodeRef parent, String name, QName type, Map<QName, Serializable> values) {
        Map<QName, Serializable> all = new HashMap<>(values);
        all.put(ContentModel.PROP_NAME, name);
        QName assocName = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, name.replaceAll("[{}/]", "_"));
        return nodeService
                .createNode(parent, ContentModel.ASSOC_CONTAINS, assocName, type, all)
                .getChildRef();
    }

    private String freeName(NodeRef parent, String name) {
        int dot = name.lastIndexOf('.');
        String base = dot > 0 ? name.substring(0, dot) : name;
        String extension = dot > 0 ? name.substring(dot) : "";
        String free = name;
        for (int i = 1; nodeService.getChildByName(parent, ContentModel.ASSOC_CONTAINS, free) != null; i++) {
            free = base + "-" + i + extension;
        }
        return free;
    }

    private ObjectNode upload(NodeRef parent, UploadForm form) {
        lookup.requireFolder(parent);
        QName type = form.nodeType() == null ? ContentModel.TYPE_CONTENT : lookup.qname(form.nodeType());
        if (!lookup.isSubClass(type, ContentModel.TYPE_CONTENT)) {
            throw RestException.invalid("Can only upload type of cm:content: " + type);
        }
        Map<QName, Serializable> values = new HashMap<>();
        form.properties().forEach((name, value) -> values.put(lookup.known(name), value));
        String name = form.name();
        if (nodeService.getChildByName(parent, ContentModel.ASSOC_CONTAINS, name) != null) {
            throw RestException.conflict(name + " already exists.");
        }
        NodeRef node = createNode(parent, name, type, values);
        write(node, name, form.content());
        cutVersion(node, true, null);
        return json.full(node, Set.of());
    }

    private void write(NodeRef node, String name, InputStream in) {
        ContentWriter writer = contentService.getWriter(node, ContentModel.PROP_CONTENT, true);
        writer.setMimetype(Mimetypes.ofFile(name));
        writer.setEncoding("UTF-8");
        writer.putContent(in);
    }

    private void cutVersion(NodeRef node, boolean major, String comment) {
        if (!nodeService.hasAspect(node, ContentModel.ASPECT_VERSIONABLE)) {
            nodeService.addAspect(node, ContentModel.ASPECT_VERSIONABLE, null);
        }
        Map<String, Serializable> wanted = new HashMap<>();
        wanted.put("versionType", major ? "MAJOR" : "MINOR");
        if (comment != null) {
            wanted.put("description", comment);
        }
        versionService.createVersion(node, wanted);
    }

    /** Writes content and cuts the version by hand, with automatic versions off meanwhile, as ACS does. */
    private void rewrite(NodeRef node, String name, InputStream in, Boolean major, String comment) {
        boolean versioned = nodeService.hasAspect(node, ContentModel.ASPECT_VERSIONABLE);
        behaviourFilter.disableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
        try {
            write(node, name, in);
            if (versioned || major != null || comment != null) {
                boolean first = !versioned || nodeService.getProperty(node, ContentModel.PROP_VERSION_LABEL) == null;
                cutVersion(node, major == null ? first : major, comment);
            }
        } finally {
            behaviourFilter.enableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
        }
    }

    private RestResult update(RestRequest request) {
        NodeRef node = node(request);
        JsonNode body = request.json();
        Map<QName, Serializable> values = lookup.properties(body.path("properties"));
        if (!body.path("name").asText("").isEmpty()) {
            values.put(ContentModel.PROP_NAME, body.get("name").asText());
        }
        if (body.has("permissions")) {
            throw RestException.notSupported("Setting permissions");
        }
        if (body.hasNonNull("nodeType")) {
            specialise(node, lookup.qname(body.get("nodeType").asText()));
        }
        if (body.hasNonNull("parentId")
                && !nodeService
                        .getPrimaryParent(node)
                        .getParentRef()
                        .getId()
                        .equals(body.get("parentId").asText())) {
            throw RestException.invalid("Cannot update parentId of " + node.getId()
                    + " via PUT /nodes/{nodeId}. Please use explicit POST /nodes/{nodeId}/move operation instead");
        }
        if (body.has("aspectNames")) {
            aspects(node, body.get("aspectNames"));
        }
        if (!values.isEmpty()) {
            nodeService.addProperties(node, values);
        }
        return RestResult.entry(200, json.full(node, request.values("include")));
    }

    private void specialise(NodeRef node, QName type) {
        QName before = nodeService.getType(node);
        if (type.equals(before)) {
            return;
        }
        if (!lookup.isSubClass(type, before)) {
            throw RestException.invalid("Failed to change (specialise) node type - from " + before + " to " + type);
        }
        nodeService.setType(node, type);
    }

    private void aspects(NodeRef node, JsonNode names) {
        Set<QName> wanted = new HashSet<>();
        names.forEach(each -> wanted.add(lookup.qname(each.asText())));
        Set<QName> present = new HashSet<>(nodeService.getAspects(node));
        present.removeIf(each -> NamespaceService.SYSTEM_MODEL_1_0_URI.equals(each.getNamespaceURI())
                || each.equals(ContentModel.ASPECT_AUDITABLE));
        for (QName each : wanted) {
            if (!present.remove(each) && !each.equals(ContentModel.ASPECT_AUDITABLE)) {
                nodeService.addAspect(node, each, null);
            }
        }
        present.forEach(each -> nodeService.removeAspect(node, each));
    }

    private RestResult delete(RestRequest request) {
        NodeRef node = node(request);
        if (lookup.isRoot(node)) {
            throw RestException.denied("Cannot delete: " + request.variable("nodeId"));
        }
        if (request.flag("permanent", false)) {
            nodeService.addAspect(node, ContentModel.ASPECT_TEMPORARY, null);
        }
        nodeService.deleteNode(node);
        return RestResult.noContent();
    }

    private RestResult move(RestRequest request) {
        NodeRef node = node(request);
        JsonNode body = request.json();
        String targetId = body.path("targetParentId").asText("");
        if (targetId.isEmpty()) {
            throw RestException.invalid("Missing targetParentId");
        }
        NodeRef target = lookup.node(targetId);
        lookup.requireFolder(target);
        if (lookup.isRoot(node)) {
            throw RestException.denied("Cannot move: " + node.getId());
        }
        QName assocName = nodeService.getPrimaryParent(node).getQName();
        nodeService.moveNode(node, target, ContentModel.ASSOC_CONTAINS, assocName);
        if (body.hasNonNull("name")) {
            nodeService.setProperty(
                    node, ContentModel.PROP_NAME, body.get("name").asText());
        }
        return RestResult.entry(200, json.full(node, request.values("include")));
    }

    /** Nothing is copied here, but who refuses to be copied is asked first, as in ACS. */
    private RestResult copy(RestRequest request) {
        NodeRef node = node(request);
        NodeRef target = lookup.node(request.json().path("targetParentId").asText(""));
        nodeService.getProperties(node);
        List<QName> classes = new ArrayList<>(nodeService.getAspects(node));
        classes.add(nodeService.getType(node));
        for (QName each : classes) {
            policies.fire(
                    BeforeCopyPolicy.class, node, List.of(each), node, policy -> policy.beforeCopy(each, node, target));
        }
        throw RestException.notSupported("Copying");
    }

    /** Sharing sets an aspect as System: whoever refuses the aspect refuses the link. Nothing is ever shared from here. */
    private RestResult share(RestRequest request) {
        NodeRef node = lookup.node(request.json().path("nodeId").asText(""));
        lookup.requireFile(node);
        QName shared = QName.createQName("http://www.alfresco.org/model/qshare/1.0", "shared");
        AuthenticationUtil.runAsSystem(() -> {
            nodeService.addAspect(node, shared, new HashMap<>());
            return null;
        });
        throw RestException.notSupported("A shared link");
    }

    private RestResult download(RestRequest request) {
        NodeRef node = node(request);
        lookup.requireFile(node);
        return RestResult.content(download(node, contentService, nodeService, request));
    }

    static Download download(
            NodeRef node, ContentService contentService, NodeService nodeService, RestRequest request) {
        ContentReader reader = contentService.getReader(node, ContentModel.PROP_CONTENT);
        if (reader == null) {
            throw RestException.notFound(request.variable("nodeId"));
        }
        String name = String.valueOf(nodeService.getProperty(node, ContentModel.PROP_NAME));
        boolean attachment = request.flag("attachment", true) || !SHOWN_INLINE.contains(reader.getMimetype());
        return new Download(reader, name, attachment);
    }

    private RestResult writeContent(RestRequest request) {
        if (request.isMultipart()) {
            throw new RestException(
                    415, "framework.exception.UnsupportedMediaType", "Cannot update using " + request.contentType());
        }
        NodeRef node = node(request);
        lookup.requireFile(node);
        String name = request.parameter("name");
        if (name != null) {
            nodeService.setProperty(node, ContentModel.PROP_NAME, name);
        } else {
            name = String.valueOf(nodeService.getProperty(node, ContentModel.PROP_NAME));
        }
        Boolean major = request.parameter("majorVersion") == null ? null : request.flag("majorVersion", false);
        rewrite(node, name, request.stream(), major, request.parameter("comment"));
        return RestResult.entry(200, json.full(node, request.values("include")));
    }
}
