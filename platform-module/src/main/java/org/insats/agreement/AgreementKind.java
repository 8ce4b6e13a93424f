package org.insats.agreement;

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
 * An agreement with a contractor for one assignment (requirements 2-documents.md 20.1, DOC-AGR): the placement worker's (BR-37),
 * kept with the contractor.
 */
public final class AgreementKind extends LifecycleKind<AgreementState, AgreementAction> {

    /** Its id. */
    static final String ID = "agreement";

    private final AgreementActs acts;

    /** A kind whose actions are {@code acts}. */
    public AgreementKind(AgreementActs acts) {
        super(AgreementLifecycle.TABLE, (agreement, role) -> role.isPlacementGroup());
        this.acts = acts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return AgreementModel.TYPE_AGREEMENT;
    }

    @Override
    public String code() {
        return "AVT";
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
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isPlacementGroup);
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(AgreementModel.CONTRACTOR, "establish"),
                MandatoryField.must(AgreementModel.INTERVENTION_REF, "establish"),
                MandatoryField.must(AgreementModel.PREPARED_BY, "establish"),
                MandatoryField.mustWhen(AgreementModel.START_AGREED_BY_ALL, acts::isWithPerson, "establish"),
                MandatoryField.mustWhen(AgreementModel.START_AGREED_DATE, acts::isWithPerson, "establish"),
                MandatoryField.must(AgreementModel.REMUNERATION, "establish"),
                MandatoryField.must(AgreementModel.VALID_FROM, "establish"),
                MandatoryField.must(AgreementModel.VALID_TO, "establish"),
                MandatoryField.mustWhen(AgreementModel.REPLACES_AGREEMENT, acts::isRenewal, "establish"),
                MandatoryField.must(AgreementModel.TERMINATION_DATE, "terminate"),
                MandatoryField.must(AgreementModel.TERMINATION_REASON, "terminate"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("establish", AgreementAction.ESTABLISH, acts::establish)
                        .asking(ActionInput.today("date").required())
                        .forGood(),
                action("renew", AgreementAction.RENEW, acts::renew),
                action("terminate", AgreementAction.TERMINATE, acts::terminate)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("reason").required())
                        .forGood());
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                AgreementModel.CONTRACTOR,
                AgreementModel.PREPARED_BY,
                AgreementModel.REPLACED_BY,
                AgreementModel.ESTABLISHED_DATE,
                AgreementModel.TERMINATION_DATE,
                AgreementModel.TERMINATION_REASON,
                AgreementModel.LAST_DAY);
    }

    @Override
    public Map<QName, Serializable> defaults(Document agreement) {
        return acts.defaults(agreement);
    }

    @Override
    public void check(Document agreement) {
        acts.check(agreement);
    }
}
