package org.insats.casefile;

import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.NodeRef;

/** Who is named in a case, places in the queue of documents, and in the list of grants that run out of interventions. */
public final class CaseKeys implements FileKeys {

    private final CaseTree tree;
    private final CaseAccess access;
    private final Documents documents;
    private final Interventions interventions;
    private final BehaviourFilter behaviours;
    private final QueuePlaces queue;

    /** Creates it. */
    public CaseKeys(
            CaseTree tree,
            CaseAccess access,
            Documents documents,
            Interventions interventions,
            BehaviourFilter behaviours) {
        this.tree = tree;
        this.access = access;
        this.documents = documents;
        this.interventions = interventions;
        this.behaviours = behaviours;
        this.queue = new QueuePlaces(tree);
    }

    @Override
    public void fill(List<NodeRef> files) {
        files.stream().filter(file -> tree.is(file, CaseModel.TYPE_CASE_FILE)).forEach(this::fill);
    }

    private void fill(NodeRef caseFile) {
        quietly(caseFile, () -> access.noteNamed(caseFile));
        access.interventions(caseFile).forEach(node -> quietly(node, () -> interventions.write(node, Map.of())));
        documents.inCase(caseFile).forEach(document -> quietly(document.node(), () -> queue.keep(document)));
    }

    private void quietly(NodeRef node, Runnable write) {
        behaviours.disableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
        behaviours.disableBehaviour(node, ContentModel.ASPECT_AUDITABLE);
        try {
            write.run();
        } finally {
            behaviours.enableBehaviour(node, ContentModel.ASPECT_AUDITABLE);
            behaviours.enableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
        }
    }
}
