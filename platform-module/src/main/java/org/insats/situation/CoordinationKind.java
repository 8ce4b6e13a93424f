package org.insats.situation;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** Coordination during an investigation or a placement (DOC-CRD). */
public final class CoordinationKind extends LifecycleKind<CoordinationState, CoordinationAction> {

    private final List<DocumentAction> actions;

    /** A kind whose actions are {@code acts}. */
    public CoordinationKind(CoordinationActs acts) {
        super(CoordinationLifecycle.TABLE);
        Predicate<Role> bothSides = role -> role.isCaseWorker() || role.isPerformer();
        this.actions = List.of(
                action("planPlacement", CoordinationAction.PLAN_PLACEMENT, Role::isCaseWorker, acts::planPlacement)
                        .asking(ActionInput.today("date")),
                action("gatherInformation", CoordinationAction.GATHER_INFORMATION, bothSides, acts::gatherInformation)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required()),
                action("coordinate", CoordinationAction.COORDINATE, Role::isCaseWorker, acts::coordinate)
                        .asking(
                                ActionInput.today("date"),
                                treatmentLead(),
                                ActionInput.longText("roleDivision").required()),
                action("continueIntervention", CoordinationAction.CONTINUE, Role::isCaseWorker, acts::goOn)
                        .asking(CoordinationKind::goingOn)
                        .forGood(),
                action("endIntervention", CoordinationAction.END, Role::isCaseWorker, acts::end)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required())
                        .forGood(),
                action("noteInformation", CoordinationAction.NOTE_INFORMATION, bothSides, acts::noteInformation)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required()),
                action("share", CoordinationAction.SHARE, bothSides, acts::share)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required()));
    }

    private static ActionInput treatmentLead() {
        return ActionInput.staff("treatmentLead", Role.TREATMENT_LEAD).required();
    }

    private static List<ActionInput> goingOn(Document coordination) {
        ActionInput date = ActionInput.today("date");
        ActionInput text = ActionInput.longText("text").required();
        return coordination.status().equals(CoordinationState.UNDER_INVESTIGATION.name())
                ? List.of(
                        date,
                        text,
                        ActionInput.longText("how").required(),
                        treatmentLead(),
                        ActionInput.person("familyMember").required(),
                        ActionInput.longText("participation").required())
                : List.of(date, text);
    }

    @Override
    public String id() {
        return "coordination";
    }

    @Override
    public QName type() {
        return SituationModel.TYPE_COORDINATION;
    }

    @Override
    public String code() {
        return "SMO";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("DRAFT", "UNDER_INVESTIGATION", "PLACEMENT_PLANNED", "INFORMATION_GATHERED", "COORDINATED");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(MandatoryField.must(SituationModel.TRIGGER, "takePosition"));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                SituationModel.OPENED_INVESTIGATION,
                SituationModel.OPENED_AT,
                SituationModel.PLACEMENT_DECIDED_AT,
                SituationModel.CONTINUATION,
                SituationModel.CONTINUATION_TEXT,
                SituationModel.POSITION_AT,
                SituationModel.INFORMATION_AT,
                SituationModel.COORDINATED_AT,
                SituationModel.INFORMATION_SHARED);
    }
}
