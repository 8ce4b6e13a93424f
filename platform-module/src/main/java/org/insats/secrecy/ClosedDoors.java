package org.insats.secrecy;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.copy.CopyServicePolicies.BeforeCopyPolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeMoveNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeRemoveAspectPolicy;
import org.alfresco.repo.node.NodeServicePolicies.BeforeSetNodeTypePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnAddAspectPolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.policy.Behaviour;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.dictionary.DictionaryService;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseTree;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * The platform's doors that stand open by default, shut for everything in a case, for administrators too: public links
 * (QuickShare), copies and check-outs, moves, comments beside a document, switching versions off, changing the type. And
 * what only services of ours make is made by nobody else, wherever they may write.
 */
public final class ClosedDoors
        implements BeforeCopyPolicy,
                BeforeMoveNodePolicy,
                OnAddAspectPolicy,
                BeforeRemoveAspectPolicy,
                BeforeSetNodeTypePolicy,
                OnCreateNodePolicy,
                OnUpdatePropertiesPolicy {

    private static final QName SHARED = QName.createQName("http://www.alfresco.org/model/qshare/1.0", "shared");
    private static final QName DISCUSSABLE =
            QName.createQName("http://www.alfresco.org/model/forum/1.0", "discussable");

    private static final QName QUEUED_SCAN = QName.createQName("http://insats.org/model/scan/1.0", "queuedScan");

    static final QName HOLD = records("hold");
    static final QName DISPOSAL = records("disposal");
    static final QName DISPOSAL_ITEM = records("disposalItem");
    static final QName CERTIFICATE = records("certificate");

    private static final List<QName> TYPES = List.of(
            CaseModel.TYPE_ROOT,
            CaseModel.TYPE_FILE,
            CaseModel.TYPE_PERSON,
            CaseModel.TYPE_INTERVENTION,
            CaseModel.TYPE_GOAL,
            CaseModel.TYPE_DEADLINE,
            CaseModel.TYPE_CASE_DOCUMENT,
            QUEUED_SCAN,
            HOLD,
            DISPOSAL,
            DISPOSAL_ITEM,
            CERTIFICATE);

    /** Those of our types whose rooms have no behaviour of their own; the case's have theirs. */
    private static final List<QName> MADE_BY_SERVICES = List.of(
            QUEUED_SCAN,
            QName.createQName("http://insats.org/model/report/1.0", "tally"),
            QName.createQName("http://insats.org/model/meeting/1.0", "unitMeeting"),
            HOLD,
            DISPOSAL,
            DISPOSAL_ITEM,
            CERTIFICATE);

    /** What archivists keep, which is changed by their services alone, for administrators too. */
    private static final List<QName> KEPT_BY_SERVICES = List.of(HOLD, DISPOSAL, DISPOSAL_ITEM, CERTIFICATE);

    private static QName records(String local) {
        return QName.createQName("http://insats.org/model/records/1.0", local);
    }

    private final PolicyComponent policyComponent;
    private final DictionaryService dictionary;
    private final CaseTree tree;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public ClosedDoors(
            PolicyComponent policyComponent, DictionaryService dictionary, CaseTree tree, ServicePerson servicePerson) {
        this.policyComponent = policyComponent;
        this.dictionary = dictionary;
        this.tree = tree;
        this.servicePerson = servicePerson;
    }

    /** Binds the behaviours; called once, at start. */
    public void bind() {
        for (QName type : TYPES) {
            policyComponent.bindClassBehaviour(BeforeCopyPolicy.QNAME, type, behaviour("beforeCopy"));
            policyComponent.bindClassBehaviour(BeforeMoveNodePolicy.QNAME, type, behaviour("beforeMoveNode"));
            policyComponent.bindClassBehaviour(BeforeSetNodeTypePolicy.QNAME, type, behaviour("beforeSetNodeType"));
        }
        for (QName type : MADE_BY_SERVICES) {
            policyComponent.bindClassBehaviour(OnCreateNodePolicy.QNAME, type, behaviour("onCreateNode"));
        }
        for (QName type : KEPT_BY_SERVICES) {
            policyComponent.bindClassBehaviour(OnUpdatePropertiesPolicy.QNAME, type, behaviour("onUpdateProperties"));
        }
        // Aspects of the platform's own that a repository may be without; then there is no such door.
        Stream.of(SHARED, DISCUSSABLE)
                .filter(dictionary.getAllAspects()::contains)
                .forEach(aspect ->
                        policyComponent.bindClassBehaviour(OnAddAspectPolicy.QNAME, aspect, behaviour("onAddAspect")));
        policyComponent.bindClassBehaviour(
                BeforeRemoveAspectPolicy.QNAME, ContentModel.ASPECT_VERSIONABLE, behaviour("beforeRemoveAspect"));
        policyComponent.bindClassBehaviour(
                BeforeRemoveAspectPolicy.QNAME, ContentModel.ASPECT_OWNABLE, behaviour("beforeRemoveAspect"));
        policyComponent.bindClassBehaviour(
                BeforeRemoveAspectPolicy.QNAME, CaseModel.ASPECT_IN_CASE, behaviour("beforeRemoveAspect"));
        policyComponent.bindClassBehaviour(
                BeforeRemoveAspectPolicy.QNAME, CaseModel.ASPECT_HELD, behaviour("beforeRemoveAspect"));
        policyComponent.bindClassBehaviour(OnAddAspectPolicy.QNAME, CaseModel.ASPECT_HELD, behaviour("onAddHold"));
    }

    private Behaviour behaviour(String method) {
        return new JavaBehaviour(this, method, NotificationFrequency.EVERY_EVENT);
    }

    @Override
    public void beforeCopy(QName classRef, NodeRef source, NodeRef target) {
        throw Refusal.rule("COPY").violation();
    }

    @Override
    public void onCreateNode(ChildAssociationRef made) {
        if (!servicePerson.isActing() && !AuthenticationUtil.isRunAsUserTheSystemUser()) {
            throw Refusal.rule("SERVICE").violation();
        }
    }

    @Override
    public void onUpdateProperties(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        if (!servicePerson.isActing() && !AuthenticationUtil.isRunAsUserTheSystemUser()) {
            throw Refusal.rule("SERVICE").violation();
        }
    }

    @Override
    public void beforeMoveNode(ChildAssociationRef from, NodeRef newParent) {
        if (!servicePerson.isActing()) {
            throw Refusal.rule("MOVE").violation();
        }
    }

    @Override
    public void onAddAspect(NodeRef node, QName aspect) {
        if (isOurs(node)) {
            throw Refusal.rule(aspect.equals(SHARED) ? "SHARE" : "COMMENT").violation();
        }
    }

    /** Bound as {@link OnAddAspectPolicy}: only the service puts a hold. */
    public void onAddHold(NodeRef node, QName aspect) {
        refuseToLiftHold();
    }

    @Override
    public void beforeRemoveAspect(NodeRef node, QName aspect) {
        if (aspect.equals(CaseModel.ASPECT_HELD)) {
            refuseToLiftHold();
        } else if (isOurs(node)) {
            throw Refusal.rule("VERSIONS").violation();
        }
    }

    /** A hold is lifted by two archivists through the service, by nobody else. */
    private void refuseToLiftHold() {
        if (!servicePerson.isActing()) {
            throw Refusal.rule("HELD").violation();
        }
    }

    @Override
    public void beforeSetNodeType(NodeRef node, QName oldType, QName newType) {
        if (!servicePerson.isActing()) {
            throw Refusal.rule("SERVICE").violation();
        }
    }

    /** By type first, which is cheap; then by place, for the scan queue and what else lies below our folder. */
    private boolean isOurs(NodeRef node) {
        return servicePerson.elevated(() -> CaseModel.isOurs(tree.typeOf(node)) || tree.isBelowRoot(node));
    }
}
