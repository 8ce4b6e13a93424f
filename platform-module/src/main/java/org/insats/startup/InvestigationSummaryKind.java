package org.insats.startup;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentReference;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;
import org.insats.decision.InvestigationService;

/**
 * The written summary of the investigation (requirements 2-documents.md 26, DOC-SUM). The performing side does not see it
 * until it is handed over, and that takes the family's consent and the start-up meeting (STA-23, BR-62).
 */
public final class InvestigationSummaryKind implements DocumentKind {

    private static final List<ActionInput> CONSENT_FORM = List.of(
            ActionInput.person("personId").required(),
            ActionInput.oneOf("capacity", "ins:consentCapacity").required(),
            ActionInput.oneOf("answer", "ins:consentAnswer").required(),
            ActionInput.today("date").required(),
            ActionInput.oneOf("form", "ins:consentForm"));

    private final InvestigationService investigations;
    private final List<DocumentAction> actions;

    /** A kind whose actions are {@code acts}. */
    public InvestigationSummaryKind(SummaryActs acts, InvestigationService investigations) {
        this.investigations = investigations;
        this.actions = List.of(
                new Step("consent", CONSENT_FORM, false, acts::consent),
                new Step(
                        SummaryActs.HAND_OVER,
                        List.of(ActionInput.today("date").required(), ActionInput.text("handedOverTo")),
                        true,
                        acts::handOver));
    }

    /** An action of the case worker on a summary that is not handed over yet. */
    private record Step(String name, List<ActionInput> form, boolean weighty, BiConsumer<Document, Act> effect)
            implements DocumentAction {

        @Override
        public List<ActionInput> inputs(Document document) {
            return form;
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return document.status().equals("DRAFT") && roles.stream().anyMatch(Role::isCaseWorker);
        }

        @Override
        public void perform(Document document, Act act) {
            effect.accept(document, act);
        }
    }

    @Override
    public String id() {
        return "investigationSummary";
    }

    @Override
    public QName type() {
        return MeetingModel.TYPE_SUMMARY;
    }

    @Override
    public String code() {
        return "SMU";
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
                MandatoryField.must(MeetingModel.INVESTIGATION_REF, SummaryActs.HAND_OVER),
                MandatoryField.must(MeetingModel.SUMMARY, SummaryActs.HAND_OVER),
                MandatoryField.must(MeetingModel.HANDED_OVER_TO, SummaryActs.HAND_OVER));
    }

    @Override
    public List<DocumentReference> references() {
        return List.of(DocumentReference.to(MeetingModel.INVESTIGATION_REF, "DOC-SUM-01", "investigation"));
    }

    /** It sums up the latest investigation of the case (DOC-SUM-01). */
    @Override
    public Map<QName, Serializable> defaults(Document document) {
        return investigations
                .latest(document.caseFile())
                .<Map<QName, Serializable>>map(
                        investigation -> Map.of(MeetingModel.INVESTIGATION_REF, investigation.id()))
                .orElse(Map.of());
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(MeetingModel.SUMMARY_CONSENT, MeetingModel.HANDED_OVER_AT, MeetingModel.HANDED_OVER_BY);
    }
}
