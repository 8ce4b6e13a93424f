package org.insats.plan;

import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.MandatoryField.Level;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The implementation plan in all its variants (requirements 2-documents.md 15, DOC-IMP). */
public final class PlanKind extends LifecycleKind<PlanState, PlanAction> {

    /** Id of the kind. */
    static final String ID = "implementationPlan";

    private static final String[] ACTS = {"establish", "requestSignature"};

    private final PlanActs acts;
    private final PlanRules rules;

    /** A kind whose actions are {@code acts}. */
    public PlanKind(PlanActs acts, PlanRules rules) {
        super(PlanLifecycle.TABLE, rules::writes);
        this.acts = acts;
        this.rules = rules;
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
        return Stream.concat(ofAllPlans(), ofTheRoutine()).toList();
    }

    private Stream<MandatoryField> ofAllPlans() {
        return Stream.of(
                MandatoryField.must(PlanModel.VARIANT, ACTS),
                MandatoryField.must(PlanModel.PERFORMER, ACTS),
                MandatoryField.mustWhen(PlanModel.ASSIGNMENT_REF, rules::hasAssignment, ACTS),
                MandatoryField.mustWhen(PlanModel.CARE_PLAN_REF, rules::needsCarePlan, ACTS),
                MandatoryField.must(PlanModel.GOALS_AND_PURPOSE, ACTS),
                MandatoryField.must(PlanModel.INTERVENTION_CONTENT, ACTS),
                MandatoryField.must(PlanModel.RESPONSIBILITY_DIVISION, ACTS),
                MandatoryField.must(PlanModel.FOLLOW_UP_METHOD, ACTS),
                MandatoryField.must(CaseModel.PREPARED_WITH, ACTS),
                MandatoryField.mustWhen(CaseModel.REVISION_REASON, plan -> plan.isFilled(CaseModel.REVISED_FROM), ACTS),
                MandatoryField.important(CaseModel.PARTICIPATION, ACTS),
                // The assignment is part of the combined plan (PLN-07); its goals are those of the decision basis.
                MandatoryField.mustWhen(PlanModel.NEEDS, rules::isCombined, ACTS),
                MandatoryField.mustWhen(CaseModel.GOALS, rules::goalsAreMust, ACTS),
                new MandatoryField(CaseModel.GOALS, Set.of(ACTS), Level.IMPORTANT, rules::goalsAreImportant),
                MandatoryField.mustWhen(
                        PlanModel.GOALS_DELEGATED, plan -> PlanRules.isVariant(plan, "RESIDENTIAL_CARE_HOME"), ACTS),
                MandatoryField.mustWhen(PlanModel.SUB_GOALS, PlanRules::leavesGoalsToHome, ACTS),
                MandatoryField.mustWhen(PlanModel.FAMILY, StartUpOfPlan::isDrawnUpWithFamily, ACTS));
    }

    private Stream<MandatoryField> ofTheRoutine() {
        return PlanContent.FIELDS.stream()
                .sorted(Comparator.comparing(QName::getLocalName))
                .flatMap(field -> Stream.of(Level.values())
                        .map(level -> new MandatoryField(
                                field, Set.of(ACTS), level, plan -> rules.asksFor(plan, field, level))));
    }

    @Override
    public Optional<String> step(Document document) {
        return Optional.of("PLAN");
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("addGoal", PlanAction.CHANGE_GOALS, acts::addGoal)
                        .asking(ActionInput.longText("text").required(), ActionInput.number("priority")),
                action("dropGoal", PlanAction.CHANGE_GOALS, acts::dropGoal)
                        .asking(ActionInput.goal("goalId").required()),
                action("establish", PlanAction.ESTABLISH, acts::establish)
                        .asking(ActionInput.today("date"))
                        .forGood(),
                action("sendCopy", PlanAction.SEND_COPY, acts::sendCopy)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.person("personId"),
                                ActionInput.member("userName"),
                                ActionInput.text("recipient"))
                        .forGood(),
                action("requestSignature", PlanAction.REQUEST_SIGNATURE, acts::requestSignature),
                action("addSignature", PlanAction.SIGN, acts::addSignature)
                        .asking(
                                ActionInput.person("personId").required(),
                                ActionInput.today("date").required()),
                action("registerSignedCopy", PlanAction.RECEIVE_SIGNED_COPY, acts::registerSignedCopy)
                        .asking(ActionInput.today("date").required()),
                action("bookSession", PlanAction.BOOK_SESSION, acts::bookSession)
                        .asking(ActionInput.dateTime("at").required()),
                action("revise", PlanAction.REVISE, rules::revises, acts::revise)
                        .asking(ActionInput.longText("reason").required()));
    }

    /** The performer or the case worker, as the routine says (PLN-21..27, PLN-29, PLN-31). */
    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream()
                .anyMatch(role -> role.isCaseWorker() || role == Role.TREATMENT_LEAD || role == Role.THERAPIST);
    }

    @Override
    public boolean mayEdit(NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        return roles.stream().anyMatch(role -> rules.writes(caseFile, intervention, role));
    }

    /** Goals are carried over unchanged; only sub-goals are new text (BR-50). */
    @Override
    public Set<QName> systemFields() {
        return Set.of(
                CaseModel.GOALS,
                CaseModel.REVISED_FROM,
                PlanModel.ESTABLISHED_DATE,
                PlanModel.AVAILABLE_AT_START_UP,
                PlanModel.COPY_SENT,
                PlanModel.COPIES,
                PlanModel.SIGNATURES,
                PlanModel.RETURNED_FOR_SIGNATURE,
                PlanModel.REVISED_BY);
    }

    @Override
    public void check(Document plan) {
        PlanRules.requireWholeInterval(plan);
    }

    @Override
    public List<String> warnings(Document plan) {
        return rules.lacksFamily(plan) ? List.of("PRF-61-PLAN") : List.of();
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }
}
