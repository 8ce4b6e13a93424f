package org.insats.embedded.workflow;

import org.activiti.engine.impl.variable.ValueFields;
import org.activiti.engine.impl.variable.VariableType;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;

/** Stores a {@link ScriptNode} as the text of its reference, under the type name that ACS uses. */
public final class ScriptNodeType implements VariableType {

    private final NodeService nodeService;

    /** @param nodeService without permission checks, as in ACS */
    public ScriptNodeType(NodeService nodeService) {
        this.nodeService = nodeService;
    }

    @Override
    public String getTypeName() {
        return "alfrescoScriptNode";
    }

    @Override
    public boolean isCachable() {
        return true;
    }

    @Override
    public boolean isAbleToStore(Object value) {
        return value instanceof ScriptNode;
    }

    @Override
    public void setValue(Object value, ValueFields fields) {
        fields.setTextValue(
                value == null ? null : ((ScriptNode) value).getNodeRef().toString());
    }

    @Override
    public Object getValue(ValueFields fields) {
        String text = fields.getTextValue();
        return text == null ? null : new ScriptNode(new NodeRef(text), nodeService);
    }
}
