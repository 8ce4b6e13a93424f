package org.insats.plan;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Goals;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.platform.Refusal;

/**
 * The care plan (requirements 2-documents.md 14, DOC-CPL): background and overall goals by the case worker; the implementation
 * plans carry it out, one a performer (BR-51).
 */
public final class CarePlanKind extends LifecycleKind<PlanState, PlanAction> {

    /** Id of the kind. */
    static final String ID = "carePlan";

    private final CarePlanActs acts;
    private final Goals goals;

    /** A kind whose actions are {@code acts}. */
    public CarePlanKind(CarePlanActs acts, Goals goals) {
        super(PlanLifecycle.TABLE);
        this.acts = acts;
        this.goals = goals;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return PlanModel.TYPE_CARE_PLAN;
    }

    @Override
    public String code() {
        return "VPL";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public Set<String> socialOfficeOnly() {
        return Set.of("DRAFT");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(PlanModel.BACKGROUND, "establish"),
                MandatoryField.must(CaseModel.GOALS, "establish"),
                MandatoryField.mustWhen(PlanModel.BASIS_FOR_HOME, acts::isGroundOfHome, "establish"),
                MandatoryField.mustWhen(
                        CaseModel.REVISION_REASON, plan -> plan.isFilled(CaseModel.REVISED_FROM), "establish"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("establish", PlanAction.ESTABLISH, acts::establish)
                        .asking(ActionInput.today("date"))
                        .forGood(),
                action("revise", PlanAction.REVISE, acts::revise)
                        .asking(ActionInput.longText("reason").required()));
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(CaseModel.REVISED_FROM, PlanModel.IMPLEMENTATION_PLANS, PlanModel.REVIEWED_AT_MEETING);
    }

    /** Goals that come from the decision basis are not reworded, and those of a care plan are overall goals (BR-50, DOC-CPL-02). */
    @Override
    public void check(Document document) {
        goals.requireUnchanged(document);
        boolean lower = PlanJson.texts(document.text(CaseModel.GOALS), "level").stream()
                .anyMatch(level -> !level.equals("OVERALL"));
        if (lower) {
            throw Refusal.rule("DOC-CPL-02").onField("goals").violation();
        }
        if (document.text(PlanModel.BASIS_FOR_HOME)
                .filter(id -> !id.equals(document.requireIntervention().getId()))
                .isPresent()) {
            throw Refusal.rule("DOC-CPL-06").onField("basisForHome").violation();
        }
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }
}
