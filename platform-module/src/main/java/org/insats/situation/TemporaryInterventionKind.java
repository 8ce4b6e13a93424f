package org.insats.situation;

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

/** The acute need of support during an investigation, and the temporary intervention that meets it (4.11.1). */
public final class TemporaryInterventionKind extends LifecycleKind<TemporaryState, TemporaryAction> {

    private final TemporaryActs acts;
    private final List<DocumentAction> actions;

    /** A kind whose actions are {@code acts}. */
    public TemporaryInterventionKind(TemporaryActs acts) {
        super(TemporaryLifecycle.TABLE);
        this.acts = acts;
        this.actions = List.of(
                action("discuss", TemporaryAction.DISCUSS, Role::isCaseWorker, acts::discuss)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.staff("leadSocialWorker", Role.LEAD_SOCIAL_WORKER)
                                        .required(),
                                ActionInput.longText("text")),
                action("prioritise", TemporaryAction.PRIORITISE, Role.LEAD_SOCIAL_WORKER::equals, acts::prioritise)
                        .asking(
                                ActionInput.today("date"),
                                ActionInput.longText("text").required())
                        .forGood(),
                action("consent", TemporaryAction.CONSENT, Role::isCaseWorker, acts::consent)
                        .asking(
                                ActionInput.person("personId").required(),
                                ActionInput.oneOf("capacity", "ins:consentCapacity")
                                        .required(),
                                ActionInput.oneOf("answer", "ins:consentAnswer").required(),
                                ActionInput.today("date").required(),
                                ActionInput.oneOf("form", "ins:consentForm")));
    }

    @Override
    public String id() {
        return "temporaryIntervention";
    }

    @Override
    public QName type() {
        return SituationModel.TYPE_TEMPORARY_INTERVENTION;
    }

    @Override
    public String code() {
        return "TIN";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public String initialStatus() {
        return TemporaryState.NEED_SEEN.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of(TemporaryState.NEED_SEEN.name(), TemporaryState.DISCUSSED.name());
    }

    /** BR-113: what is acute, and what the intervention is to focus on. */
    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(SituationModel.ACUTE_NEED, "discuss"),
                MandatoryField.must(SituationModel.FOCUS, "discuss"));
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                SituationModel.DISCUSSED_AT,
                SituationModel.DISCUSSED_WITH,
                SituationModel.DISCUSSION,
                SituationModel.PRIORITISED_AT,
                SituationModel.PRIORITISED_BY,
                SituationModel.PRIORITY,
                SituationModel.CONVERTED_AT,
                SituationModel.CONVERTED_BY);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return acts.defaults(document);
    }
}
