package org.insats.deadline;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.FileKeys;

/** Places of deadlines on people's lists, and the marks of those that reports have not counted. */
public final class DeadlineKeys implements FileKeys {

    private final DeadlineStore store;
    private final NodeService nodes;
    private final BehaviourFilter behaviours;

    DeadlineKeys(DeadlineStore store, NodeService nodes, BehaviourFilter behaviours) {
        this.store = store;
        this.nodes = nodes;
        this.behaviours = behaviours;
    }

    @Override
    public void fill(List<NodeRef> files) {
        files.stream()
                .flatMap(file -> nodes.getChildAssocs(file, Set.of(CaseModel.TYPE_INTERVENTION)).stream())
                .map(ChildAssociationRef::getChildRef)
                .flatMap(intervention -> store.of(intervention).stream())
                .forEach(this::fill);
    }

    private void fill(LiveDeadline deadline) {
        behaviours.disableBehaviour(deadline.node(), ContentModel.ASPECT_AUDITABLE);
        try {
            store.write(deadline, Map.of());
        } finally {
            behaviours.enableBehaviour(deadline.node(), ContentModel.ASPECT_AUDITABLE);
        }
    }
}
