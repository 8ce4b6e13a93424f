package org.insats.contract;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.alfresco.repo.node.NodeServicePolicies.BeforeCreateNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeDeleteNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeMoveNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeRemoveAspectPolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeSetNodeTypePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnAddAspectPolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateChildAssociationPolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnDeleteNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnMoveNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;

/** Notes every event of nodes of the type ct:observed, in their order. */
public final class Observer
        implements BeforeCreateNodePolicy,
                OnCreateNodePolicy,
                OnUpdatePropertiesPolicy,
                OnAddAspectPolicy,
                BeforeRemoveAspectPolicy,
                BeforeMoveNodePolicy,
                OnMoveNodePolicy,
                BeforeSetNodeTypePolicy,
                BeforeDeleteNodePolicy,
                OnDeleteNodePolicy,
                OnCreateChildAssociationPolicy {

    private static final List<String> SEEN = new CopyOnWriteArrayList<>();

    private final PolicyComponent policies;
    private final NodeService nodes;

    /** An observer to be bound to these policies. */
    public Observer(PolicyComponent policies, NodeService nodes) {
        this.policies = policies;
        this.nodes = nodes;
    }

    /** Binds one behaviour a policy, each at every event. */
    public void bind() {
        List.of(
                        BeforeCreateNodePolicy.QNAME,
                        OnCreateNodePolicy.QNAME,
                        OnUpdatePropertiesPolicy.QNAME,
                        BeforeMoveNodePolicy.QNAME,
                        OnMoveNodePolicy.QNAME,
                        BeforeSetNodeTypePolicy.QNAME,
                        BeforeDeleteNodePolicy.QNAME,
                        OnDeleteNodePolicy.QNAME)
                .forEach(policy -> policies.bindClassBehaviour(
                        policy, Ct.name("observed"), new JavaBehaviour(this, policy.getLocalName())));
        // Aspect events are told to behaviours of the aspect alone; those bound to the type must stay silent.
        for (String type : List.of("observed", "marked")) {
            policies.bindClassBehaviour(OnAddAspectPolicy.QNAME, Ct.name(type), new JavaBehaviour(this, "onAddAspect"));
            policies.bindClassBehaviour(
                    BeforeRemoveAspectPolicy.QNAME, Ct.name(type), new JavaBehaviour(this, "beforeRemoveAspect"));
        }
        policies.bindAssociationBehaviour(
                OnCreateChildAssociationPolicy.QNAME,
                Ct.name("observed"),
                Ct.PARTS,
                new JavaBehaviour(this, "onCreateChildAssociation"));
    }

    @Override
    public void beforeCreateNode(NodeRef parent, QName association, QName name, QName type) {
        SEEN.add("before create " + type.getLocalName() + " by " + association.getLocalName());
    }

    @Override
    public void onCreateNode(ChildAssociationRef place) {
        SEEN.add("created with " + nodes.getProperty(place.getChildRef(), Ct.TEXT));
    }

    @Override
    public void onUpdateProperties(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        SEEN.add("properties " + before.get(Ct.TEXT) + ">" + after.get(Ct.TEXT));
    }

    @Override
    public void onAddAspect(NodeRef node, QName aspect) {
        SEEN.add("aspect " + aspect.getLocalName() + " there " + nodes.hasAspect(node, aspect));
    }

    @Override
    public void beforeRemoveAspect(NodeRef node, QName aspect) {
        SEEN.add("before remove " + aspect.getLocalName() + " there " + nodes.hasAspect(node, aspect));
    }

    @Override
    public void beforeMoveNode(ChildAssociationRef from, NodeRef to) {
        SEEN.add("before move");
    }

    @Override
    public void onMoveNode(ChildAssociationRef from, ChildAssociationRef to) {
        SEEN.add("moved " + !from.getParentRef().equals(to.getParentRef()));
    }

    @Override
    public void beforeSetNodeType(NodeRef node, QName from, QName to) {
        SEEN.add("before type " + from.getLocalName() + ">" + to.getLocalName());
    }

    @Override
    public void beforeDeleteNode(NodeRef node) {
        SEEN.add("before delete of " + nodes.getProperty(node, Ct.TEXT));
    }

    @Override
    public void onDeleteNode(ChildAssociationRef place, boolean archived) {
        SEEN.add("deleted, archived " + archived);
    }

    @Override
    public void onCreateChildAssociation(ChildAssociationRef place, boolean isNew) {
        SEEN.add("child " + place.getTypeQName().getLocalName() + " new " + isNew);
    }

    /** What was seen since the last call. */
    static List<String> takeSeen() {
        List<String> seen = List.copyOf(SEEN);
        SEEN.clear();
        return seen;
    }
}
