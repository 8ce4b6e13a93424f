package org.insats.contractor;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseTree;
import org.insats.casefile.FileKeys;

/** What an entry of the register is found by. */
public final class ContractorKeys implements FileKeys {

    private final CaseTree tree;
    private final NodeService nodes;
    private final BehaviourFilter behaviours;

    /** Creates it. */
    public ContractorKeys(CaseTree tree, NodeService nodes, BehaviourFilter behaviours) {
        this.tree = tree;
        this.nodes = nodes;
        this.behaviours = behaviours;
    }

    @Override
    public void fill(List<NodeRef> files) {
        files.stream().filter(file -> tree.is(file, ContractorModel.TYPE_FILE)).forEach(this::fill);
    }

    private void fill(NodeRef file) {
        Map<QName, Serializable> entry = nodes.getProperties(file);
        Map<QName, Serializable> keys = SearchKeys.of(entry);
        keys.entrySet().removeIf(key -> Objects.equals(key.getValue(), entry.get(key.getKey())));
        if (keys.isEmpty()) {
            return;
        }
        behaviours.disableBehaviour(file, ContentModel.ASPECT_AUDITABLE);
        try {
            nodes.addProperties(file, keys);
        } finally {
            behaviours.enableBehaviour(file, ContentModel.ASPECT_AUDITABLE);
        }
    }
}
