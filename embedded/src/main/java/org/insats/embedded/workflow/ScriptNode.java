package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/**
 * A node as a process variable: what expressions such as {@code ${bpm_assignee.properties.userName}} see. The engine stores
 * the reference only; properties are read when asked for.
 */
public final class ScriptNode {

    private final NodeRef nodeRef;
    private final NodeService nodeService;

    ScriptNode(NodeRef nodeRef, NodeService nodeService) {
        this.nodeRef = nodeRef;
        this.nodeService = nodeService;
    }

    /** The node itself. */
    public NodeRef getNodeRef() {
        return nodeRef;
    }

    /** The UUID of the node. */
    public String getId() {
        return nodeRef.getId();
    }

    /** Whether the node still exists. */
    public boolean exists() {
        return nodeService.exists(nodeRef);
    }

    /** Properties by {@code cm:} local name and by full name; empty for a node that is gone. */
    public Map<String, Serializable> getProperties() {
        Map<String, Serializable> values = new HashMap<>();
        if (exists()) {
            nodeService.getProperties(nodeRef).forEach((name, value) -> put(values, name, value));
        }
        return values;
    }

    private static void put(Map<String, Serializable> values, QName name, Serializable value) {
        values.put(name.toString(), value);
        if (NamespaceService.CONTENT_MODEL_1_0_URI.equals(name.getNamespaceURI())) {
            values.put(name.getLocalName(), value);
            values.put("cm:" + name.getLocalName(), value);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ScriptNode that && nodeRef.equals(that.nodeRef);
    }

    @Override
    public int hashCode() {
        return nodeRef.hashCode();
    }

    @Override
    public String toString() {
        return nodeRef.toString();
    }
}
