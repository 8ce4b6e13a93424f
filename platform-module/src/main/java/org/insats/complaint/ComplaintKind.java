package org.insats.complaint;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.contractor.ContractorModel;

/**
 * A view, complaint or report on a contractor (requirements 2-documents.md 22, DOC-CMP): kept with the contractor, seen by the
 * placement group and by who reported it (BR-40, CON-116).
 */
public final class ComplaintKind extends LifecycleKind<ComplaintState, ComplaintAction> {

    /** Its id. */
    static final String ID = "complaint";

    private final ComplaintActs acts;

    /** A kind whose actions are {@code acts}. */
    public ComplaintKind(ComplaintActs acts) {
        super(ComplaintLifecycle.TABLE, (complaint, role) -> reports(role));
        this.acts = acts;
    }

    /** Who takes complaints in; a case worker reads none but their own. */
    private static boolean reports(Role role) {
        return role.isCaseWorker() || role.isPlacementGroup();
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return ComplaintModel.TYPE_COMPLAINT;
    }

    @Override
    public String code() {
        return "KLA";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public QName fileType() {
        return ContractorModel.TYPE_FILE;
    }

    @Override
    public boolean openToAuthor() {
        return true;
    }

    @Override
    public String initialStatus() {
        return ComplaintState.RECEIVED.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("RECEIVED");
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(ComplaintKind::reports);
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(ComplaintModel.CONTRACTOR, "forward"),
                MandatoryField.must(ComplaintModel.KIND, "forward"),
                MandatoryField.must(ComplaintModel.DESCRIPTION, "forward"),
                MandatoryField.must(ComplaintModel.RECEIVED_DATE, "forward"),
                MandatoryField.must(ComplaintModel.SERIOUS, "forward"),
                MandatoryField.must(ComplaintModel.FORWARDED_TO, "forward"),
                MandatoryField.must(ComplaintModel.FORWARDED_AT, "forward"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("forward", ComplaintAction.FORWARD, acts::forward)
                        .asking(ActionInput.staff("to", Role.PLACEMENT_WORKER, Role.PLACEMENT_SECTION_MANAGER)
                                .required())
                        .forGood(),
                action("judgeSerious", ComplaintAction.JUDGE_SERIOUS, acts::judgeSerious)
                        .asking(
                                ActionInput.longText("reason").required(),
                                ActionInput.today("date").required()),
                action("startSeparateRoutine", ComplaintAction.START_SEPARATE_ROUTINE, acts::startSeparateRoutine)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.text("document").required()),
                action("handle", ComplaintAction.HANDLE, Role::isPlacementGroup, acts::handle)
                        .asking(
                                ActionInput.longText("outcome").required(),
                                ActionInput.today("date").required())
                        .forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                ComplaintModel.CONTRACTOR,
                ComplaintModel.FORWARDED_TO,
                ComplaintModel.FORWARDED_AT,
                ComplaintModel.SERIOUS_REASON,
                ComplaintModel.SERIOUS_DATE,
                ComplaintModel.SEPARATE_ROUTINE_STARTED,
                ComplaintModel.SEPARATE_ROUTINE_DOCUMENT,
                ComplaintModel.OUTCOME,
                ComplaintModel.HANDLED_DATE);
    }

    @Override
    public Map<QName, Serializable> defaults(Document complaint) {
        return acts.defaults(complaint);
    }

    @Override
    public void check(Document complaint) {
        acts.check(complaint);
    }

    /** A deadline runs from when it came in (DL-27). */
    @Override
    public void written(Document complaint) {
        if (complaint.status().equals(ComplaintState.RECEIVED.name())) {
            acts.tell(complaint);
        }
    }

    @Override
    public List<String> warnings(Document complaint) {
        return acts.warnings(complaint);
    }
}
