package org.insats.secrecy;

import java.util.List;
import org.alfresco.repo.node.NodeServicePolicies.BeforeDeleteNodePolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Nothing of a case is deleted past the rules, by administrators either: what became the record goes only by disposal
 * ({@link DisposalScope}), everything else only through our services. Deleting a folder tells of each node in it, so a case
 * does not go with a folder above it.
 */
public final class DeletionGuard implements BeforeDeleteNodePolicy {

    private static final List<QName> TYPES = List.of(
            CaseModel.TYPE_ROOT,
            CaseModel.TYPE_FILE,
            CaseModel.TYPE_PERSON,
            CaseModel.TYPE_INTERVENTION,
            CaseModel.TYPE_GOAL,
            CaseModel.TYPE_DEADLINE,
            CaseModel.TYPE_CASE_DOCUMENT,
            ClosedDoors.HOLD,
            ClosedDoors.DISPOSAL,
            ClosedDoors.DISPOSAL_ITEM,
            ClosedDoors.CERTIFICATE);

    private final PolicyComponent policyComponent;
    private final CaseTree tree;
    private final DisposalScope disposal;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public DeletionGuard(
            PolicyComponent policyComponent, CaseTree tree, DisposalScope disposal, ServicePerson servicePerson) {
        this.policyComponent = policyComponent;
        this.tree = tree;
        this.disposal = disposal;
        this.servicePerson = servicePerson;
    }

    /** Binds the behaviour; called once, at start. */
    public void bind() {
        for (QName type : TYPES) {
            policyComponent.bindClassBehaviour(
                    BeforeDeleteNodePolicy.QNAME,
                    type,
                    new JavaBehaviour(this, "beforeDeleteNode", NotificationFrequency.EVERY_EVENT));
        }
    }

    @Override
    public void beforeDeleteNode(NodeRef node) {
        if (servicePerson.elevated(() -> tree.isHeld(node))) {
            throw Refusal.rule("HELD").violation();
        }
        if (disposal.isOpen()) {
            return;
        }
        if (servicePerson.elevated(() -> isRecord(node))) {
            throw Refusal.rule("KEPT").violation();
        }
        if (!servicePerson.isActing()) {
            throw Refusal.rule("DELETE-IN-CASE").violation();
        }
    }

    private boolean isRecord(NodeRef node) {
        return tree.is(node, CaseModel.TYPE_CASE_DOCUMENT) && tree.isRecord(node);
    }
}
