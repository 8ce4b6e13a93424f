package org.insats.records;

import java.util.ArrayList;
import java.util.List;
import org.activiti.engine.ProcessEngine;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.version.VersionService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.records.retention.Verdict;
import org.insats.secrecy.DisposalScope;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Destroys a file, or what of it is not preserved, in the transaction of the caller: nodes, past the waste basket, their versions, and
 * what the workflow engine remembers. Then it looks for each of them: where anything is left, nothing is destroyed (RET-85;
 * bean {@code insats.destruction}).
 */
public final class Destruction {

    private final NodeService nodes;
    private final VersionService versions;
    private final CaseTree tree;
    private final WorkflowTraces workflows;
    private final DisposalScope scope;
    private final Holds holds;

    /**
     * Creates it.
     *
     * @param versions without checks of rights
     */
    public Destruction(
            NodeService nodes,
            VersionService versions,
            CaseTree tree,
            ObjectProvider<ProcessEngine> engine,
            DisposalScope scope,
            Holds holds) {
        this.nodes = nodes;
        this.versions = versions;
        this.tree = tree;
        this.workflows = new WorkflowTraces(engine);
        this.scope = scope;
        this.holds = holds;
    }

    /**
     * What was destroyed.
     *
     * @param documents how many documents
     * @param nodes all nodes
     * @param workflows how many workflow instances
     */
    record Destroyed(int documents, List<NodeRef> nodes, int workflows) {}

    /** Destroys what a verdict lets be destroyed; inside the service person's scope. */
    Destroyed destroy(String decision, CaseFile caseFile, Verdict verdict) {
        List<NodeRef> tops = verdict.outcome() == Verdict.Outcome.CANDIDATE
                ? List.of(caseFile.node())
                : verdict.disposable().stream()
                        .flatMap(id -> tree.node(id).stream())
                        .toList();
        List<NodeRef> doomed = new ArrayList<>();
        tops.forEach(top -> collect(top, doomed));
        int documents = (int) doomed.stream()
                .filter(node -> tree.is(node, CaseModel.TYPE_CASE_DOCUMENT))
                .count();
        int instances = verdict.outcome() == Verdict.Outcome.CANDIDATE ? workflows.remove(caseFile.caseNumber()) : 0;
        scope.run(
                decision,
                () -> tops.forEach(top -> {
                    nodes.addAspect(top, ContentModel.ASPECT_TEMPORARY, null);
                    nodes.deleteNode(top);
                }));
        if (verdict.outcome() == Verdict.Outcome.CANDIDATE) {
            holds.forget(caseFile.caseNumber());
        }
        requireNothingLeft(caseFile.caseNumber(), doomed, verdict.outcome() == Verdict.Outcome.CANDIDATE);
        return new Destroyed(documents, doomed, instances);
    }

    private void collect(NodeRef node, List<NodeRef> found) {
        found.add(node);
        for (ChildAssociationRef child : nodes.getChildAssocs(node)) {
            if (child.isPrimary()) {
                collect(child.getChildRef(), found);
            }
        }
    }

    private void requireNothingLeft(String caseNumber, List<NodeRef> doomed, boolean whole) {
        requireNone("nodes", doomed.stream().filter(nodes::exists).count());
        requireNone(
                "waste basket",
                doomed.stream()
                        .map(node -> new NodeRef(StoreRef.STORE_REF_ARCHIVE_SPACESSTORE, node.getId()))
                        .filter(nodes::exists)
                        .count());
        requireNone("workflows", whole ? workflows.of(caseNumber).size() : 0);
    }

    /** How many of the destroyed nodes are there or have versions: the platform deletes those when it commits, so this is asked after it. */
    long leftOf(List<NodeRef> destroyed) {
        return destroyed.stream()
                .filter(node -> nodes.exists(node) || versions.getVersionHistory(node) != null)
                .count();
    }

    private static void requireNone(String place, long found) {
        if (found > 0) {
            throw new RemainsException(place, found);
        }
    }
}
