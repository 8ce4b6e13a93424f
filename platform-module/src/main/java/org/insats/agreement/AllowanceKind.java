package org.insats.agreement;

import java.util.List;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/**
 * Who was told of the meal deduction, what equipment was given, and by which decision activities are paid (requirements
 * 2-documents.md 27, DOC-MEA; STA-04..06). Kept in the client's case (RET-19).
 */
public final class AllowanceKind extends LifecycleKind<AllowanceState, AllowanceAction> {

    /** Its id. */
    static final String ID = "allowanceRecord";

    private final AllowanceActs acts;

    /** A kind whose actions are {@code acts}. */
    public AllowanceKind(AllowanceActs acts) {
        super(AllowanceLifecycle.TABLE);
        this.acts = acts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return AgreementModel.TYPE_ALLOWANCE_RECORD;
    }

    @Override
    public String code() {
        return "OMK";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(role -> role.isCaseWorker() || role.isPlacementGroup());
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.mustWhen(AgreementModel.FAMILY_INFORMED_AT, acts::hasMealDeduction, "establish"),
                MandatoryField.mustWhen(AgreementModel.SECRETARY_INFORMED_AT, acts::hasMealDeduction, "establish"));
    }

    /** The case worker tells the family and decides on the client's; the placement worker has the contractor's (BR-17). */
    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("informFamily", AllowanceAction.INFORM_FAMILY, Role::isCaseWorker, acts::informFamily)
                        .asking(ActionInput.today("date").required()),
                action(
                                "informSecretary",
                                AllowanceAction.INFORM_SECRETARY,
                                Role::isPlacementGroup,
                                acts::informSecretary)
                        .asking(ActionInput.today("date").required()),
                action(
                                "equipContractor",
                                AllowanceAction.EQUIP_CONTRACTOR,
                                Role::isPlacementGroup,
                                acts::equipContractor)
                        .asking(ActionInput.longText("text").required(), ActionInput.number("amount")),
                action(
                                "settleRemuneration",
                                AllowanceAction.SETTLE_REMUNERATION,
                                Role::isPlacementGroup,
                                acts::settleRemuneration)
                        .asking(ActionInput.longText("text").required()),
                action("equipClient", AllowanceAction.EQUIP_CLIENT, Role::isCaseWorker, acts::equipClient)
                        .asking(ActionInput.document("decisionId", "decision").required()),
                action("payActivities", AllowanceAction.PAY_ACTIVITIES, Role::isCaseWorker, acts::payActivities)
                        .asking(ActionInput.document("decisionId", "decision").required()),
                action("establish", AllowanceAction.ESTABLISH, acts::establish).forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                AgreementModel.FAMILY_INFORMED_AT,
                AgreementModel.FAMILY_INFORMED_BY,
                AgreementModel.SECRETARY_INFORMED_AT,
                AgreementModel.SECRETARY_INFORMED_BY,
                AgreementModel.CONTRACTOR_EQUIPMENT,
                AgreementModel.CONTRACTOR_EQUIPMENT_AMOUNT,
                AgreementModel.CONTRACTOR_EQUIPMENT_BY,
                AgreementModel.HOME_REMUNERATION,
                AgreementModel.HOME_REMUNERATION_BY,
                AgreementModel.CLIENT_EQUIPMENT_DECISION,
                AgreementModel.ACTIVITY_COST_DECISION);
    }
}
