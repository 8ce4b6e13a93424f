package org.insats.match;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.LifecycleKind;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.Role;

/** The matching record (requirements 2-documents.md 10, DOC-MAT). */
public final class MatchKind extends LifecycleKind<MatchState, MatchAction> {

    /** Where a home that the municipality has no agreement with is chosen for a reason (BR-30). */
    private static final String HOMES_UNDER_AGREEMENT_FIRST = "RESIDENTIAL_CARE_HOME";

    private final MatchActs acts;
    private final Interventions interventions;

    /** A kind whose actions are {@code acts}. */
    public MatchKind(MatchActs acts, Interventions interventions) {
        super(MatchLifecycle.TABLE);
        this.acts = acts;
        this.interventions = interventions;
    }

    @Override
    public String id() {
        return "match";
    }

    @Override
    public QName type() {
        return MatchModel.TYPE_MATCH;
    }

    @Override
    public String code() {
        return "MAT";
    }

    @Override
    public Placement placement() {
        return Placement.INTERVENTION;
    }

    @Override
    public String initialStatus() {
        return MatchState.SEARCHING.name();
    }

    @Override
    public Set<String> editableStatuses() {
        return Set.of("SEARCHING", "PROPOSED", "DISCUSSED", "VISITED", "FAMILY_MEETING_HELD", "CONSENTED");
    }

    @Override
    public List<MandatoryField> mandatory() {
        Predicate<Document> family = acts::asksFamily;
        return List.of(
                MandatoryField.must(MatchModel.ORDER_OR_REFERRAL, "propose"),
                MandatoryField.must(MatchModel.PROPOSED_CONTRACTOR, "propose"),
                MandatoryField.must(MatchModel.MATCHING_ASSESSMENT, "propose"),
                MandatoryField.mustWhen(MatchModel.FIRST_CONTRACTOR_CONTACT, family, "meet", "agree"),
                MandatoryField.mustWhen(MatchModel.FAMILY_MEETING, family, "meet", "agree"),
                MandatoryField.mustWhen(CaseModel.PARTICIPANTS, family, "meet", "agree"),
                MandatoryField.mustWhen(MatchModel.ASSIGNMENT_PRESENTED, family, "agree"));
    }

    @Override
    public List<DocumentAction> actions() {
        return List.of(
                action("propose", MatchAction.PROPOSE, Role.PLACEMENT_WORKER::equals, acts::propose)
                        .asking(this::proposal),
                action("contact", MatchAction.CONTACT, Role.PLACEMENT_WORKER::equals, acts::contact)
                        .asking(ActionInput.today("date").required()),
                action("discuss", MatchAction.DISCUSS, MatchKind::handles, acts::discuss)
                        .asking(ActionInput.longText("matchingAssessment")),
                action("visit", MatchAction.VISIT, Role.PLACEMENT_WORKER::equals, acts::visit)
                        .asking(ActionInput.today("date").required()),
                action("present", MatchAction.PRESENT, Role::isCaseWorker, acts::present)
                        .asking(ActionInput.today("date").required()),
                action("meet", MatchAction.MEET, Role::isCaseWorker, acts::meet)
                        .asking(ActionInput.today("date").required(), ActionInput.longText("reason")),
                action("consent", MatchAction.ANSWER, Role::isCaseWorker, acts::consent)
                        .asking(
                                ActionInput.person("personId").required(),
                                ActionInput.oneOf("capacity", "ins:consentCapacity")
                                        .required(),
                                ActionInput.oneOf("answer", "ins:consentAnswer").required(),
                                ActionInput.today("date").required(),
                                ActionInput.oneOf("form", "ins:consentForm"),
                                ActionInput.longText("note")),
                action("agree", MatchAction.AGREE, Role::isCaseWorker, acts::agree)
                        .asking(ActionInput.today("date").required())
                        .forGood(),
                action("reject", MatchAction.REJECT, MatchKind::handles, acts::reject)
                        .asking(
                                ActionInput.oneOf(
                                                "rejectedBy",
                                                "insmat:rejectedByValues",
                                                "CASE_WORKER",
                                                "FAMILY",
                                                "CONTRACTOR")
                                        .required(),
                                ActionInput.longText("reason").required(),
                                ActionInput.today("date").required())
                        .forGood(),
                action("agreeStart", MatchAction.SETTLE, MatchKind::handles, acts::agreeStart)
                        .asking(ActionInput.date("agreedStart").required()),
                action("registerResource", MatchAction.SETTLE, Role.PLACEMENT_WORKER::equals, acts::registerResource)
                        .asking(ActionInput.today("date").required()),
                action("drawUpAgreement", MatchAction.SETTLE, Role.PLACEMENT_WORKER::equals, acts::drawUpAgreement)
                        .asking(ActionInput.today("date").required()));
    }

    /** From the register; by name alone only where the routine does not have contractors investigated. */
    private List<ActionInput> proposal(Document match) {
        String service = match.intervention()
                .flatMap(node -> interventions.get(node).text(CaseModel.SERVICE))
                .orElse("");
        List<ActionInput> inputs = new ArrayList<>();
        inputs.add(ActionInput.contractor("registerId", service));
        if (HOMES_UNDER_AGREEMENT_FIRST.equals(service)) {
            inputs.add(ActionInput.longText("reasonNotAgreementHome"));
        }
        if (match.intervention().isEmpty() || !acts.asksForInvestigation(match)) {
            inputs.add(ActionInput.text("contractorName"));
            inputs.add(ActionInput.longText("contractorContact"));
            inputs.add(ActionInput.person("contractorId"));
        }
        inputs.add(ActionInput.longText("matchingAssessment").required());
        return inputs;
    }

    private static boolean handles(Role role) {
        return role.isCaseWorker() || role == Role.PLACEMENT_WORKER;
    }

    @Override
    public boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(MatchKind::handles);
    }

    @Override
    public Set<QName> systemFields() {
        return Set.of(
                MatchModel.ORDER_OR_REFERRAL,
                MatchModel.PROPOSED_CONTRACTOR,
                MatchModel.REGISTER_ENTRY,
                MatchModel.FIRST_CONTRACTOR_CONTACT,
                MatchModel.ASSIGNMENT_PRESENTED,
                MatchModel.MATCHING_VISIT,
                MatchModel.FAMILY_MEETING,
                MatchModel.CONSENT_TO_CHOICE,
                MatchModel.AGREED_DATE,
                MatchModel.REJECTED_BY,
                MatchModel.REJECTION_REASON,
                MatchModel.REJECTED_DATE,
                MatchModel.AGREED_START,
                MatchModel.REGISTERED_AS_RESOURCE,
                MatchModel.REGISTERED_BY,
                MatchModel.AGREEMENT_DRAWN_UP);
    }

    @Override
    public void check(Document document) {
        acts.requireMatching(document);
    }

    @Override
    public List<String> warnings(Document document) {
        return acts.warnings(document);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        interventions
                .get(document.requireIntervention())
                .text(CaseModel.CURRENT_ORDER)
                .ifPresent(id -> values.put(MatchModel.ORDER_OR_REFERRAL, id));
        return values;
    }
}
