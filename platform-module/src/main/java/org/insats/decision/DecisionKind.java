package org.insats.decision;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Documents;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.MandatoryField;
import org.insats.casefile.Placement;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.DecisionMade;
import org.insats.platform.Refusal;

/** Decision (DOC-DEC): always limited in time (BR-05); {@code decide} makes it the record and grants the intervention. */
public final class DecisionKind implements DocumentKind {

    private static final String DECIDE = "decide";
    private static final Set<String> GRANTING = Set.of("GRANT", "CONTINUED_GRANT", "TEMPORARY");

    private final Interventions interventions;
    private final DecisionGuard guard;
    private final List<DocumentAction> actions;

    /** Creates it. */
    public DecisionKind(Documents documents, Interventions interventions, CaseEvents events, DecisionGuard guard) {
        this.interventions = interventions;
        this.guard = guard;
        this.actions = List.of(new Decide(documents, interventions, events, guard));
    }

    static boolean grants(Document decision) {
        return decision.text(DecisionModel.DECISION_TYPE)
                .filter(GRANTING::contains)
                .isPresent();
    }

    private record Decide(Documents documents, Interventions interventions, CaseEvents events, DecisionGuard guard)
            implements DocumentAction {

        @Override
        public String name() {
            return DECIDE;
        }

        @Override
        public boolean allowed(Document document, Set<Role> roles) {
            return document.status().equals("DRAFT")
                    && roles.stream()
                            .anyMatch(role -> role.isCaseWorker()
                                    || role == Role.LEAD_SOCIAL_WORKER
                                    || role == Role.OFFICE_MANAGER);
        }

        @Override
        public boolean weighty() {
            return true;
        }

        @Override
        public void perform(Document document, Act act) {
            Map<QName, Serializable> changes = new HashMap<>(guard.inPlace(document, act.today()));
            if (!document.isFilled(DecisionModel.DECISION_MAKER)) {
                changes.put(DecisionModel.DECISION_MAKER, act.userName());
            }
            Document decided = documents.record(document, DECIDE, RecordEvent.DECIDED, "ESTABLISHED", changes);
            if (grants(decided)) {
                grant(decided);
            }
        }

        private void grant(Document decision) {
            NodeRef intervention = decision.requireIntervention();
            LocalDate from = decision.date(DecisionModel.GRANT_FROM).orElseThrow();
            LocalDate to = decision.date(DecisionModel.GRANT_TO).orElseThrow();
            Map<QName, Serializable> grant = new HashMap<>();
            grant.put(CaseModel.GRANT_FROM, decision.properties().get(DecisionModel.GRANT_FROM));
            grant.put(CaseModel.GRANT_TO, decision.properties().get(DecisionModel.GRANT_TO));
            grant.put(CaseModel.GRANT_STATE, "GRANTED");
            grant.put(CaseModel.INTERVENTION_LEGAL_BASIS, decision.properties().get(DecisionModel.LEGAL_BASIS));
            grant.put(CaseModel.CURRENT_DECISION, decision.id());
            grant.put(CaseModel.GRANT_PERIODS, periods(intervention, decision, from, to));
            interventions.move(intervention, InterventionAction.GRANT, grant);
            events.publish(new DecisionMade(decision.caseFile(), intervention, decision.node(), from, to));
        }

        private String periods(NodeRef intervention, Document decision, LocalDate from, LocalDate to) {
            String period =
                    "{\"decisionId\":\"" + decision.id() + "\",\"from\":\"" + from + "\",\"to\":\"" + to + "\"}";
            Optional<String> before = interventions.get(intervention).text(CaseModel.GRANT_PERIODS);
            return before.map(text -> text.substring(0, text.length() - 1) + ',' + period + ']')
                    .orElse("[" + period + "]");
        }
    }

    @Override
    public String id() {
        return "decision";
    }

    @Override
    public QName type() {
        return DecisionModel.TYPE_DECISION;
    }

    @Override
    public String code() {
        return "BES";
    }

    @Override
    public Placement placement() {
        return Placement.CASE;
    }

    @Override
    public List<MandatoryField> mandatory() {
        return List.of(
                MandatoryField.must(DecisionModel.DECISION_DATE, DECIDE),
                MandatoryField.must(DecisionModel.DECISION_MAKER, DECIDE),
                MandatoryField.must(DecisionModel.DECISION_TYPE, DECIDE),
                MandatoryField.must(DecisionModel.LEGAL_BASIS, DECIDE),
                MandatoryField.mustWhen(DecisionModel.INTERVENTION_TYPE, DecisionKind::grants, DECIDE),
                MandatoryField.mustWhen(
                        DecisionModel.EXTENDS_DECISION, decision -> is(decision, "CONTINUED_GRANT"), DECIDE),
                MandatoryField.mustWhen(DecisionModel.SPECIAL_PURPOSE, decision -> is(decision, "SPECIAL"), DECIDE),
                // BR-09: every decision has its own basis; its absence is shown, not refused.
                MandatoryField.should(DecisionModel.DECISION_BASIS_REF, DECIDE));
    }

    private static boolean is(Document decision, String decisionType) {
        return decision.text(DecisionModel.DECISION_TYPE)
                .filter(decisionType::equals)
                .isPresent();
    }

    /** Set when the start-up meeting has been held (DOC-DEC-12, DOC-DEC-13). */
    @Override
    public Set<QName> systemFields() {
        return Set.of(DecisionModel.EXECUTED_DATE, DecisionModel.EXECUTED_BY);
    }

    @Override
    public Optional<String> step(Document document) {
        return is(document, "CONTINUED_GRANT") ? Optional.of("CONTINUED_GRANT") : Optional.empty();
    }

    @Override
    public Map<QName, String> codeFields() {
        return Map.of(
                DecisionModel.DECISION_CODE, "DECISION_KIND",
                DecisionModel.INTERVENTION_CODE, "INTERVENTION");
    }

    @Override
    public List<DocumentAction> actions() {
        return actions;
    }

    /** BR-05 at every write: the end is never before the start; on a decision that stands, both are there. */
    @Override
    public void check(Document document) {
        Optional<LocalDate> from = document.date(DecisionModel.GRANT_FROM);
        Optional<LocalDate> to = document.date(DecisionModel.GRANT_TO);
        if (from.isPresent() && to.isPresent() && to.get().isBefore(from.get())) {
            throw Refusal.rule("BR-05").onField("grantTo").violation();
        }
        if (!document.status().equals("DRAFT") && grants(document) && (from.isEmpty() || to.isEmpty())) {
            throw Refusal.rule("BR-05")
                    .onField(from.isEmpty() ? "grantFrom" : "grantTo")
                    .violation();
        }
        guard.requireBasis(document);
    }

    @Override
    public List<String> warnings(Document document) {
        return guard.warnings(document);
    }

    @Override
    public Map<QName, Serializable> defaults(Document document) {
        Map<QName, Serializable> defaults = new HashMap<>();
        defaults.put(DecisionModel.DECISION_DATE, document.properties().get(CaseModel.DOCUMENT_DATE));
        document.intervention()
                .flatMap(node ->
                        Optional.ofNullable(interventions.get(node).properties().get(CaseModel.SERVICE)))
                .ifPresent(service -> defaults.put(DecisionModel.INTERVENTION_TYPE, service));
        if (!is(document, "OPEN_INVESTIGATION")) {
            guard.freeBasis(document).ifPresent(basis -> defaults.put(DecisionModel.DECISION_BASIS_REF, basis));
        }
        return defaults;
    }
}
