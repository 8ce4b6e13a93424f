package org.insats.casefile;

import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateChildAssociationPolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * What may lie in the folders of a case. A file that is dropped in from outside (WebDAV, upload, REST) becomes an incoming
 * document with an impersonal name; its own name, which may hold a person's, is kept as a field. Foreign folders and links are refused.
 */
public final class CaseFolderBehaviour implements OnCreateChildAssociationPolicy {

    /** What makes a name a path; the platform would refuse it too, if we did not give the file a name of our own. */
    private static final Pattern PATH_SIGNS = Pattern.compile("[/\\\\\\p{Cntrl}]|^\\.+$");

    private final PolicyComponent policyComponent;
    private final CaseTree tree;
    private final CaseDocumentBehaviour documents;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public CaseFolderBehaviour(
            PolicyComponent policyComponent,
            CaseTree tree,
            CaseDocumentBehaviour documents,
            ServicePerson servicePerson) {
        this.policyComponent = policyComponent;
        this.tree = tree;
        this.documents = documents;
        this.servicePerson = servicePerson;
    }

    /** Binds the behaviours; called once, at start. */
    public void bind() {
        for (QName folder : List.of(CaseModel.TYPE_FILE, CaseModel.TYPE_INTERVENTION)) {
            policyComponent.bindAssociationBehaviour(
                    OnCreateChildAssociationPolicy.QNAME,
                    folder,
                    ContentModel.ASSOC_CONTAINS,
                    new JavaBehaviour(this, "onCreateChildAssociation", NotificationFrequency.EVERY_EVENT));
        }
    }

    @Override
    public void onCreateChildAssociation(ChildAssociationRef association, boolean isNewNode) {
        NodeRef child = association.getChildRef();
        if (servicePerson.isActing() || !tree.nodes().exists(child)) {
            return;
        }
        if (!isNewNode) {
            throw Refusal.rule("LINK").violation();
        }
        QName type = tree.nodes().getType(child);
        if (CaseModel.isOurs(type)) {
            return;
        }
        if (!tree.is(child, ContentModel.TYPE_CONTENT)) {
            throw Refusal.rule("FOLDER").violation();
        }
        receive(child, association.getParentRef());
    }

    private void receive(NodeRef file, NodeRef folder) {
        servicePerson.elevated(() -> {
            Map<QName, Serializable> properties = new HashMap<>();
            String name = tree.text(file, ContentModel.PROP_NAME).orElse("");
            if (PATH_SIGNS.matcher(name).find()) {
                throw Refusal.rule("FILE-NAME").onField("name").violation();
            }
            properties.put(CaseModel.ORIGINAL_NAME, name);
            properties.put(CaseModel.INCOMING_STATE, "NEW");
            tree.nodes().setType(file, CaseModel.TYPE_INCOMING_DOCUMENT);
            tree.nodes().addProperties(file, properties);
        });
        documents.completeIncoming(file, folder);
        hideOriginalName(file, folder);
    }

    /** The association was named after the file as it came, and so after whoever it was named after; its path would go on saying so. */
    private void hideOriginalName(NodeRef file, NodeRef folder) {
        servicePerson.elevated(() -> {
            tree.nodes()
                    .moveNode(
                            file, folder, ContentModel.ASSOC_CONTAINS, QName.createQName(CaseModel.URI, file.getId()));
        });
    }
}
