package org.insats.embedded.workflow;

import java.util.ArrayList;
import java.util.List;
import org.activiti.engine.impl.variable.SerializableType;
import org.activiti.engine.impl.variable.ValueFields;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;

/** Stores a list of {@link ScriptNode} as the list of their references. */
public final class ScriptNodeListType extends SerializableType {

    private final NodeService nodeService;

    /** @param nodeService without permission checks, as in ACS */
    public ScriptNodeListType(NodeService nodeService) {
        super();
        this.nodeService = nodeService;
    }

    @Override
    public String getTypeName() {
        return "alfrescoScriptNodeList";
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public boolean isAbleToStore(Object value) {
        return value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(ScriptNode.class::isInstance);
    }

    @Override
    public void setValue(Object value, ValueFields fields) {
        if (value == null) {
            super.setValue(null, fields);
            return;
        }
        ArrayList<String> refs = new ArrayList<>();
        for (Object each : (List<?>) value) {
            refs.add(((ScriptNode) each).getNodeRef().toString());
        }
        super.setValue(refs, fields);
    }

    @Override
    public Object getValue(ValueFields fields) {
        Object stored = super.getValue(fields);
        if (stored == null) {
            return null;
        }
        List<ScriptNode> nodes = new ArrayList<>();
        for (Object each : (List<?>) stored) {
            nodes.add(new ScriptNode(new NodeRef(each.toString()), nodeService));
        }
        return nodes;
    }
}
