package org.insats.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.LifecycleAction;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The implementation plan (requirements 2-documents.md 15, DOC-IMP), here its open-care variant. */
public final class PlanKind implements DocumentKind {

    /** Id of the kind. */
    static final String ID = "implementationPlan";

    private final PlanActs acts;

    /** A kind whose actions are {@code acts}. */
    public PlanKind(PlanActs acts) {
        this.acts = acts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return PlanModel.TYPE_IMPLEMENTATION_PLAN;
    }

    @Override
    public String code() {
        return "GPL";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(PlanModel.VARIANT, "establish", "requestSignature"),
                MandatoryField.must(PlanModel.PERFORMER, "establish", "requestSignature"),
                MandatoryField.must(PlanModel.ASSIGNMENT_REF, "establish", "requestSignature"),
                MandatoryField.must(PlanModel.GOALS_AND_PURPOSE, "establish", "requestSignature"),
                MandatoryField.must(PlanModel.INTERVENTION_CONTENT, "establish", "requestSignature"),
                MandatoryField.must(PlanModel.RESPONSIBILITY_DIVISION, "establish", "requestSignature"),
                MandatoryField.must(PlanModel.FOLLOW_UP_METHOD, "establish", "requestSignature"),
                MandatoryField.must(CaseModel.PREPARED_WITH, "establish", "requestSignature"),
                MandatoryField.mustWhen(
                        CaseModel.REVISION_REASON,
                        plan -> plan.isFilled(CaseModel.REVISED_FROM),
                        "establish",
                        "requestSignature"),
                MandatoryField.important(CaseModel.PARTICIPATION, "establish", "requestSignature"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("establish", PlanAction.ESTABLISH, PlanKind::writesPlans, acts::establish)
                        .asking(ActionInput.today("date"))
                        .forGood(),
                action("sendCopy", PlanAction.SEND_COPY, PlanKind::writesPlans, acts::sendCopy)
                        .asking(ActionInput.today("date"))
                        .forGood(),
                action("requestSignature", PlanAction.REQUEST_SIGNATURE, PlanKind::writesPlans, acts::requestSignature),
                action(
                                "registerSignedCopy",
                                PlanAction.RECEIVE_SIGNED_COPY,
                                PlanKind::writesPlans,
                                acts::registerSignedCopy)
                        .asking(ActionInput.today("date").required()),
                action("revise", PlanAction.REVISE, PlanKind::writesPlans, acts::revise)
                        .asking(ActionInput.longText("reason").required()));
    }

    /** The treatment lead draws it up (PLN-21), the therapist revises it (REV-01). */
    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(PlanKind::writesPlans);
    }

    /** Goals are carried over unchanged; only sub-goals are new text (BR-50). */
    @Override
    public Set<QName> systemFields() {
        return Set.of(
                CaseModel.GOALS,
                CaseModel.REVISED_FROM,
                PlanModel.ESTABLISHED_DATE,
                PlanModel.COPY_SENT,
                PlanModel.SIGNATURES,
                PlanModel.RETURNED_FOR_SIGNATURE,
                PlanModel.REVISED_BY);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }

    private static boolean writesPlans(Role role) {
        return role == Role.TREATMENT_LEAD || role == Role.THERAPIST;
    }

    private static LifecycleAction<PlanState, PlanAction> action(
            String name, PlanAction action, Predicate<Role> who, LifecycleAction.Effect<PlanState> effect) {
        return new LifecycleAction<>(name, PlanLifecycle.TABLE, action, who, effect);
    }
}
