package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionHistory;
import org.alfresco.service.cmr.version.VersionService;
import org.insats.embedded.rest.RestResult.Paging;

/** {@code alfresco/versions/1/nodes/{nodeId}/versions}. */
public final class VersionsApi implements RestApi {

    private static final String VERSIONS = "/alfresco/versions/1/nodes/{nodeId}/versions";

    private final NodeService nodeService;
    private final ContentService contentService;
    private final VersionService versionService;
    private final PermissionService permissionService;
    private final NodeLookup lookup;
    private final NodeJson json;

    VersionsApi(
            NodeService nodeService,
            ContentService contentService,
            VersionService versionService,
            PermissionService permissionService,
            NodeLookup lookup,
            NodeJson json) {
        this.nodeService = nodeService;
        this.contentService = contentService;
        this.versionService = versionService;
        this.permissionService = permissionService;
        this.lookup = lookup;
        this.json = json;
    }

    @Override
    public void register(Routes routes) {
        routes.add("GET", VERSIONS, this::list)
                .add("GET", VERSIONS + "/{versionId}", this::get)
                .add("GET", VERSIONS + "/{versionId}/content", this::download)
                .add("POST", VERSIONS + "/{versionId}/revert", this::revert)
                .add("DELETE", VERSIONS + "/{versionId}", this::delete);
    }

    private RestResult list(RestRequest request) {
        NodeRef node = lookup.node(request.variable("nodeId"));
        VersionHistory history = versionService.getVersionHistory(node);
        List<ObjectNode> entries = new ArrayList<>();
        if (history != null) {
            for (Version each : history.getAllVersions()) {
                entries.add(entry(each, false, request.values("include")));
            }
        }
        return RestResult.page(entries, Paging.of(request));
    }

    private RestResult get(RestRequest request) {
        return RestResult.entry(200, entry(version(request), true, request.values("include")));
    }

    private RestResult download(RestRequest request) {
        NodeRef frozen = version(request).getFrozenStateNodeRef();
        return RestResult.content(NodesApi.download(frozen, contentService, nodeService, request));
    }

    private Version version(RestRequest request) {
        NodeRef node = lookup.node(request.variable("nodeId"));
        VersionHistory history = versionService.getVersionHistory(node);
        String label = request.variable("versionId");
        if (history == null) {
            throw RestException.notFound(node.getId() + "-" + label);
        }
        return history.getAllVersions().stream()
                .filter(each -> label.equals(each.getVersionLabel()))
                .findFirst()
                .orElseThrow(() -> new RestException(
                        404,
                        "framework.exception.ApiDefault",
                        "The version " + label + " of node " + node.getId() + " does not exist"));
    }

    private ObjectNode entry(Version version, boolean full, Set<String> include) {
        NodeRef frozen = version.getFrozenStateNodeRef();
        ObjectNode entry = full ? json.full(frozen, include) : json.entry(frozen, include);
        entry.put("id", version.getVersionLabel());
        if (version.getDescription() != null) {
            entry.put("versionComment", version.getDescription());
        }
        entry.remove(List.of("parentId", "createdAt", "createdByUser"));
        return entry;
    }

    private RestResult revert(RestRequest request) {
        Version version = version(request);
        NodeRef node = version.getVersionedNodeRef();
        JsonNode options = request.json();
        versionService.revert(node, version);
        Map<String, Serializable> wanted = new HashMap<>();
        wanted.put("versionType", options.path("majorVersion").asBoolean(false) ? "MAJOR" : "MINOR");
        if (options.hasNonNull("comment")) {
            wanted.put("description", options.get("comment").asText());
        }
        Version head = versionService.createVersion(node, wanted);
        return RestResult.entry(200, entry(head, true, request.values("include")));
    }

    private RestResult delete(RestRequest request) {
        Version version = version(request);
        NodeRef node = version.getVersionedNodeRef();
        if (permissionService.hasPermission(node, PermissionService.DELETE) != AccessStatus.ALLOWED) {
            throw RestException.denied("Cannot delete version");
        }
        if (versionService.getVersionHistory(node).getAllVersions().size() == 1) {
            throw new RestException(
                    422,
                    "framework.exception.ApiDefault",
                    "Cannot delete last version (did you mean to disable versioning instead ?) [" + node.getId() + ","
                            + version.getVersionLabel() + "]");
        }
        versionService.deleteVersion(node, version);
        return RestResult.noContent();
    }
}
