package org.insats.extension;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/**
 * The consideration whether a running intervention is extended, and the steps until it is (EXT-02..11, BR-13, BR-14): what leads
 * the case worker through the sequence of the routine. The same intervention goes on (EXT-07).
 */
public final class ExtensionKind extends LifecycleKind<ExtensionState, ExtensionAction> {

    /** Id of the kind. */
    static final String ID = "extension";

    private final ExtensionActs acts;

    /** A kind whose actions are {@code acts}. */
    public ExtensionKind(ExtensionActs acts) {
        super(ExtensionLifecycle.TABLE);
        this.acts = acts;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public QName type() {
        return ExtensionModel.TYPE_EXTENSION;
    }

    @Override
    public String code() {
        return "FLG";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public String initialStatus() {
        return ExtensionState.CONSIDERED.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("CONSIDERED", "INVESTIGATION");
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.should(ExtensionModel.GOALS_MET, "investigate"),
                MandatoryField.should(ExtensionModel.NEED_REMAINS, "investigate"),
                MandatoryField.should(ExtensionModel.GROUNDS, "investigate"));
    }

    @Override
    public Optional<String> step(Document document) {
        return Optional.of("CONTINUED_GRANT");
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("consent", ExtensionAction.CONSENT, Role::isCaseWorker, acts::consent)
                        .asking(
                                ActionInput.person("personId").required(),
                                ActionInput.oneOf("capacity", "ins:consentCapacity")
                                        .required(),
                                ActionInput.oneOf("answer", "ins:consentAnswer").required(),
                                ActionInput.today("date").required(),
                                ActionInput.oneOf("form", "ins:consentForm")),
                action("investigate", ExtensionAction.INVESTIGATE, Role::isCaseWorker, acts::investigate)
                        .asking(ActionInput.document("investigationId", "investigation")),
                action(
                                "decideNotToExtend",
                                ExtensionAction.DECIDE_NOT_TO_EXTEND,
                                Role::isCaseWorker,
                                acts::decideNotToExtend)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.longText("reason").required())
                        .forGood(),
                action("sendCopy", ExtensionAction.SEND_COPY, Role::isCaseWorker, acts::sendCopy)
                        .asking(
                                ActionInput.today("date").required(),
                                ActionInput.person("personId"),
                                ActionInput.member("userName"),
                                ActionInput.text("recipient"))
                        .forGood(),
                action("registerAgreement", ExtensionAction.REGISTER_AGREEMENT, acts::mayAgree, acts::agree)
                        .asking(acts::agreement),
                action("prolongResource", ExtensionAction.PROLONG_RESOURCE, Role::isCaseWorker, acts::prolongResource)
                        .asking(ActionInput.date("preliminaryTo")));
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                ExtensionModel.FOLLOW_UP_REF,
                ExtensionModel.AGREED_CONTENT,
                ExtensionModel.EXTENSION_CONSENT,
                ExtensionModel.INVESTIGATION_REF,
                ExtensionModel.DECISION_REF,
                ExtensionModel.NOT_EXTENDED_REASON,
                ExtensionModel.DECIDED_ON,
                ExtensionModel.ORDER_SENT_ON,
                ExtensionModel.COPIES,
                ExtensionModel.COPY_SENT_ON,
                ExtensionModel.NEW_AGREEMENT_REF,
                ExtensionModel.AGREEMENT_ON,
                ExtensionModel.RESOURCE_UPDATED_ON,
                ExtensionModel.INVESTIGATION_CLOSED_ON);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }
}
