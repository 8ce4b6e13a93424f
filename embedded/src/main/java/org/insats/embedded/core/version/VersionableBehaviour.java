package org.insats.embedded.core.version;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.node.NodeServiceImpl;
import org.insats.embedded.core.policy.Policies;
import org.insats.embedded.core.tx.TxContext;
import org.springframework.beans.factory.InitializingBean;

/** What cm:versionable does: cuts versions when a transaction ends, at most one of a node. */
public final class VersionableBehaviour implements InitializingBean {
    private static final String MAJOR = "MAJOR";
    private static final String MINOR = "MINOR";

    private final Policies policies;
    private final NodeServiceImpl nodeService;
    private final VersionServiceImpl versionService;
    private final BehaviourFilter filter;

    public VersionableBehaviour(
            Policies policies, NodeServiceImpl nodeService, VersionServiceImpl versionService, BehaviourFilter filter) {
        this.policies = policies;
        this.nodeService = nodeService;
        this.versionService = versionService;
        this.filter = filter;
    }

    @Override
    public void afterPropertiesSet() {
        bind(NodeServicePolicies.OnAddAspectPolicy.QNAME, "onAddAspect");
        bind(NodeServicePolicies.OnUpdatePropertiesPolicy.QNAME, "onUpdateProperties");
        bind(NodeServicePolicies.OnDeleteNodePolicy.QNAME, "onDeleteNode");
        nodeService.onContentChanged(this::onContentChanged);
        nodeService.onAspectRemoved(this::onAspectRemoved);
    }

    private void bind(QName policy, String method) {
        policies.bindClassBehaviour(
                policy,
                ContentModel.ASPECT_VERSIONABLE,
                new JavaBehaviour(this, method, NotificationFrequency.TRANSACTION_COMMIT));
    }

    /** The first version, unless cm:initialVersion says no. */
    public void onAddAspect(NodeRef nodeRef, QName aspect) {
        if (isVersionable(nodeRef) && !Boolean.FALSE.equals(value(nodeRef, ContentModel.PROP_INITIAL_VERSION))) {
            boolean minor = MINOR.equals(value(nodeRef, ContentModel.PROP_VERSION_TYPE));
            cut(nodeRef, minor ? MINOR : MAJOR, "Initial version");
        }
    }

    /** A version for changed properties, if cm:autoVersionOnUpdateProps says so. */
    public void onUpdateProperties(NodeRef nodeRef, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        if (mayCut(nodeRef) && Boolean.TRUE.equals(value(nodeRef, ContentModel.PROP_AUTO_VERSION_PROPS))) {
            cut(nodeRef, MINOR, "Auto version: on properties");
        }
    }

    /** Versions go with the node, unless it only went to the archive. */
    public void onDeleteNode(ChildAssociationRef assoc, boolean isArchived) {
        if (!isArchived) {
            versionService.deleteVersionHistory(assoc.getChildRef());
        }
    }

    private void onContentChanged(NodeRef nodeRef) {
        if (isVersionable(nodeRef) && filter.isEnabled(nodeRef, ContentModel.ASPECT_VERSIONABLE)) {
            TxContext.current().beforeCommit(TxContext.Phase.BEHAVIOURS, () -> {
                if (mayCut(nodeRef) && Boolean.TRUE.equals(value(nodeRef, ContentModel.PROP_AUTO_VERSION))) {
                    cut(nodeRef, MINOR, "Auto version");
                }
            });
        }
    }

    private void onAspectRemoved(NodeRef nodeRef, QName aspect) {
        if (aspect.equals(ContentModel.ASPECT_VERSIONABLE)) {
            TxContext.current()
                    .beforeCommit(TxContext.Phase.BEHAVIOURS, () -> versionService.deleteVersionHistory(nodeRef));
        }
    }

    private boolean isVersionable(NodeRef nodeRef) {
        return nodeService.exists(nodeRef) && nodeService.hasAspect(nodeRef, ContentModel.ASPECT_VERSIONABLE);
    }

    private boolean mayCut(NodeRef nodeRef) {
        return isVersionable(nodeRef) && !nodeService.hasAspect(nodeRef, ContentModel.ASPECT_TEMPORARY);
    }

    private Serializable value(NodeRef nodeRef, QName property) {
        return nodeService.getProperty(nodeRef, property);
    }

    private void cut(NodeRef nodeRef, String type, String description) {
        if (VersionServiceImpl.versionedNow().contains(nodeRef)) {
            return;
        }
        Map<String, Serializable> wanted = new HashMap<>();
        wanted.put("versionType", type);
        wanted.put("description", description);
        AuthenticationUtil.runAsSystem(() -> versionService.createVersion(nodeRef, wanted));
    }
}
