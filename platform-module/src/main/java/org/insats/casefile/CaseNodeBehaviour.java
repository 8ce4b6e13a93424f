package org.insats.casefile;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies.OnCreateNodePolicy;
import org.alfresco.repo.node.NodeServicePolicies.OnUpdatePropertiesPolicy;
import org.alfresco.repo.policy.Behaviour.NotificationFrequency;
import org.alfresco.repo.policy.JavaBehaviour;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * What holds for the nodes of a case that are not documents: case files, interventions, people, goals and deadlines are
 * made by our services alone; users write only to people; names stay impersonal, titles and descriptions empty.
 */
public final class CaseNodeBehaviour implements OnCreateNodePolicy, OnUpdatePropertiesPolicy {

    private static final List<QName> TYPES = List.of(
            CaseModel.TYPE_FILE,
            CaseModel.TYPE_INTERVENTION,
            CaseModel.TYPE_PERSON,
            CaseModel.TYPE_GOAL,
            CaseModel.TYPE_DEADLINE);

    /** What changes with every document and says nothing of anybody's role. */
    private static final Set<QName> COUNTED =
            Set.of(CaseModel.COUNTERS, ContentModel.PROP_MODIFIED, ContentModel.PROP_MODIFIER);

    private static final Set<QName> IMPERSONAL = Set.of(
            ContentModel.PROP_NAME,
            ContentModel.PROP_OWNER,
            ContentModel.PROP_TITLE,
            ContentModel.PROP_DESCRIPTION,
            ContentModel.PROP_AUTHOR);

    private final PolicyComponent policyComponent;
    private final CaseTree tree;
    private final CaseAccess access;
    private final WriteChecks checks;
    private final ServicePerson servicePerson;

    /** Creates it. */
    public CaseNodeBehaviour(
            PolicyComponent policyComponent,
            CaseTree tree,
            CaseAccess access,
            WriteChecks checks,
            ServicePerson servicePerson) {
        this.policyComponent = policyComponent;
        this.tree = tree;
        this.access = access;
        this.checks = checks;
        this.servicePerson = servicePerson;
    }

    /** Binds the behaviours; called once, at start. */
    public void bind() {
        for (QName type : TYPES) {
            policyComponent.bindClassBehaviour(
                    OnCreateNodePolicy.QNAME,
                    type,
                    new JavaBehaviour(this, "onCreateNode", NotificationFrequency.EVERY_EVENT));
            policyComponent.bindClassBehaviour(
                    OnUpdatePropertiesPolicy.QNAME,
                    type,
                    new JavaBehaviour(this, "onUpdateProperties", NotificationFrequency.EVERY_EVENT));
        }
    }

    @Override
    public void onCreateNode(ChildAssociationRef created) {
        if (!servicePerson.isActing()) {
            throw Refusal.rule("SERVICE").violation();
        }
        access.forgetRoles();
        NodeRef node = created.getChildRef();
        if (!tree.is(node, CaseModel.TYPE_DEADLINE)) {
            tree.caseFile(created.getParentRef()).ifPresent(tree::requireOpen);
        }
        check(node, tree.properties(node));
    }

    @Override
    public void onUpdateProperties(NodeRef node, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        Map<QName, Serializable> changed = WriteChecks.changed(before, after);
        if (!COUNTED.containsAll(changed.keySet())) {
            access.forgetRoles();
        }
        if (before.get(CaseModel.CASE_NUMBER) == null || !tree.nodes().exists(node)) {
            return;
        }
        boolean person = tree.is(node, CaseModel.TYPE_PERSON);
        if (!servicePerson.isActing()) {
            refuseToUsers(changed, person);
        }
        servicePerson.elevated(() -> {
            if ((person || tree.is(node, CaseModel.TYPE_GOAL))
                    && changed.keySet().stream().anyMatch(CaseModel::isOurs)) {
                tree.caseFile(node).ifPresent(tree::requireOpen);
            }
            check(node, changed);
            if (person
                    && (changed.containsKey(CaseModel.PROTECTED_IDENTITY)
                            || changed.containsKey(CaseModel.VISIBLE_TO))) {
                access.applyPerson(node);
            }
        });
    }

    private static void refuseToUsers(Map<QName, Serializable> changed, boolean person) {
        for (QName name : changed.keySet()) {
            if (IMPERSONAL.contains(name)) {
                throw Refusal.rule("IMPERSONAL").onField(name.getLocalName()).violation();
            }
            if (CaseModel.isOurs(name) && (!person || name.equals(CaseModel.CASE_NUMBER))) {
                throw Refusal.rule("SERVICE").onField(name.getLocalName()).violation();
            }
        }
    }

    /** Whoever needs an interpreter needs one for a language (DOC-PER-06). */
    private void requireLanguage(NodeRef node, Map<QName, Serializable> changed) {
        boolean concerned =
                changed.containsKey(CaseModel.INTERPRETER_NEED) || changed.containsKey(CaseModel.INTERPRETER_LANGUAGE);
        if (concerned
                && Boolean.TRUE.equals(tree.nodes().getProperty(node, CaseModel.INTERPRETER_NEED))
                && tree.text(node, CaseModel.INTERPRETER_LANGUAGE).isEmpty()) {
            throw Refusal.rule("DOC-PER-06").onField("interpreterLanguage").violation();
        }
    }

    private void check(NodeRef node, Map<QName, Serializable> changed) {
        Map<QName, Serializable> normalised = checks.normalised(changed);
        if (!normalised.isEmpty()) {
            tree.nodes().addProperties(node, normalised);
        }
        checks.jsonFields(changed);
        requireLanguage(node, changed);
        if (changed.get(CaseModel.PERSONAL_IDENTITY_NUMBER) instanceof String number) {
            String digits = PersonalIdentityNumber.parse(number)
                    .orElseThrow(() -> Refusal.rule("DOC-PER-02")
                            .onField("personalIdentityNumber")
                            .violation())
                    .digits();
            if (!digits.equals(number)) {
                tree.nodes().setProperty(node, CaseModel.PERSONAL_IDENTITY_NUMBER, digits);
            }
        }
    }
}
