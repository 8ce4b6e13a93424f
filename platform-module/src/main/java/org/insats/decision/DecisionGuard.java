package org.insats.decision;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.match.MatchService;
import org.insats.order.AgeLimit;
import org.insats.platform.Refusal;

/**
 * What must come before a decision, as the routine orders it (PRF-04), and what is only warned of. Works inside the service
 * person's scope.
 */
public final class DecisionGuard {

    private static final String ORDER_OF_DECISION = "PRF-04";
    private static final String LEGAL_BASES = "PRF-02";
    private static final Set<String> KNOWN_BASES = Set.of("SOL", "SOL_4_1", "LVU", "LSS");
    private static final Set<InterventionState> AFTER_ORDER =
            Set.of(InterventionState.ORDERED, InterventionState.RUNNING);
    private static final QName MEETING_TYPE = QName.createQName("http://insats.org/model/meeting/1.0", "meetingType");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final MatchService matches;
    private final AgeLimit ageLimit;

    /** Looks at the case through its doors. */
    public DecisionGuard(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            MatchService matches,
            AgeLimit ageLimit) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.matches = matches;
        this.ageLimit = ageLimit;
    }

    static boolean weighsAlternatives(CaseRoutine routine) {
        return routine.entry(ORDER_OF_DECISION, "alternativesWeighed")
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /**
     * Refuses a decision that comes too early; returns what it takes along from what came before.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-BR-07}, {@code INS-BR-08}, {@code INS-ORD-85} or {@code INS-BR-21}
     */
    Map<QName, Serializable> inPlace(Document decision, LocalDate today) {
        if (!DecisionKind.grants(decision)) {
            return Map.of();
        }
        requireAge(decision, today);
        if (!isNewGrant(decision)) {
            return Map.of();
        }
        CaseRoutine routine = routines.of(decision);
        List<String> when = routine.texts(ORDER_OF_DECISION, "decision");
        if (weighsAlternatives(routine)) {
            requireAlternatives(decision);
        }
        if (when.contains("AFTER_PLANNING_MEETING") && !planningMeetingHeld(decision)) {
            throw Refusal.rule("ORD-85").violation();
        }
        if (when.contains("AFTER_MATCH_CONSENT")) {
            Document match = matches.agreed(decision.requireIntervention())
                    .orElseThrow(() -> Refusal.rule("BR-07").onField("consents").violation());
            return Map.of(DecisionModel.CONSENTS, matches.consents(match));
        }
        return Map.of();
    }

    private static boolean isNewGrant(Document decision) {
        return decision.text(DecisionModel.DECISION_TYPE)
                .filter("GRANT"::equals)
                .isPresent();
    }

    /** Where an order will follow, its sending asks; after that nothing else would (BR-21). */
    private void requireAge(Document decision, LocalDate today) {
        Intervention intervention = interventions.get(decision.requireIntervention());
        Optional<Integer> ageThrough = ageLimit.of(caseFiles.ofNode(decision.node()), intervention, today);
        if (ageThrough.isEmpty() || !AFTER_ORDER.contains(intervention.state())) {
            return;
        }
        Optional<LocalDate> lastDay = caseFiles
                .client(decision.caseFile())
                .birthDate()
                .map(birth -> birth.plusYears(ageThrough.get() + 1L).minusDays(1));
        if (lastDay.isPresent()
                && decision.date(DecisionModel.GRANT_TO)
                        .filter(end -> end.isAfter(lastDay.get()))
                        .isPresent()) {
            throw Refusal.rule("BR-21", ageThrough.get(), lastDay.get().toString())
                    .onField("grantTo")
                    .violation();
        }
    }

    private void requireAlternatives(Document decision) {
        boolean weighed = basis(decision)
                .filter(basis -> basis.isFilled(CaseModel.RECORDED_AT))
                .filter(basis -> basis.isFilled(DecisionModel.ALTERNATIVES_CONSIDERED))
                .filter(basis -> basis.isFilled(DecisionModel.REASON_FOR_CHOICE))
                .isPresent();
        if (!weighed) {
            throw Refusal.rule("BR-08").onField("decisionBasisRef").violation();
        }
    }

    private boolean planningMeetingHeld(Document decision) {
        return documents.inCase(decision.caseFile()).stream()
                .filter(document -> document.intervention().equals(decision.intervention()))
                .filter(document ->
                        document.text(MEETING_TYPE).filter("PLANNING"::equals).isPresent())
                .anyMatch(document -> Set.of("HELD", "EXECUTED").contains(document.status()));
    }

    private Optional<Document> basis(Document decision) {
        return decision.text(DecisionModel.DECISION_BASIS_REF).map(id -> documents.get(id));
    }

    /**
     * What a decision names as its basis is a decision basis, or by way of exception a journal note, of the same case.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-DEC-08}
     */
    void requireBasis(Document decision) {
        if (decision.isFilled(DecisionModel.DECISION_BASIS_REF)
                && documents.inCase(decision.caseFile()).stream()
                        .filter(document -> isBasis(document) || isNote(document))
                        .map(Document::id)
                        .noneMatch(
                                decision.text(DecisionModel.DECISION_BASIS_REF).orElse("")::equals)) {
            throw Refusal.rule("DOC-DEC-08").onField("decisionBasisRef").violation();
        }
    }

    private static boolean isBasis(Document document) {
        return document.kind().type().equals(DecisionModel.TYPE_DECISION_BASIS);
    }

    private static boolean isNote(Document document) {
        return document.kind().type().equals(CaseModel.TYPE_JOURNAL_NOTE);
    }

    /** The latest established basis of the intervention that no other decision rests on: each has its own (ORD-86). */
    Optional<String> freeBasis(Document decision) {
        List<Document> all = documents.inCase(decision.caseFile());
        Set<String> used = all.stream()
                .filter(document -> !document.node().equals(decision.node()))
                .flatMap(document -> document.text(DecisionModel.DECISION_BASIS_REF).stream())
                .collect(Collectors.toSet());
        return all.stream()
                .filter(DecisionGuard::isBasis)
                .filter(basis -> basis.intervention().equals(decision.intervention()))
                .filter(basis -> basis.isFilled(CaseModel.RECORDED_AT) && !basis.isFilled(CaseModel.ERRONEOUS_AT))
                .map(Document::id)
                .filter(id -> !used.contains(id))
                .reduce((earlier, later) -> later);
    }

    /**
     * Where the routine does not say how a grant is continued, investigation and decision basis are proposed; a routine that
     * makes the proposal its own is held to it by the extension (PRF-35, PRF-60, EXT-08).
     */
    private boolean lacksProposedSteps(Document decision) {
        CaseRoutine routine = routines.of(decision);
        boolean continued = decision.text(DecisionModel.DECISION_TYPE)
                .filter("CONTINUED_GRANT"::equals)
                .isPresent();
        List<String> steps = routine.texts("PRF-35").isEmpty() ? routine.texts("PRF-60", "sequence") : List.of();
        return continued
                && (steps.contains("INVESTIGATION") && !stands(decision, DecisionModel.TYPE_INVESTIGATION)
                        || steps.contains("DECISION_BASIS") && basis(decision).isEmpty());
    }

    private boolean stands(Document decision, QName type) {
        return documents.inCase(decision.caseFile()).stream()
                .filter(document -> document.kind().type().equals(type))
                .filter(document -> document.status().equals("ESTABLISHED"))
                .anyMatch(document -> !document.isFilled(CaseModel.ERRONEOUS_AT));
    }

    /** BR-09, ORD-86: no basis of its own, or only a note; BR-21: a legal basis outside the routine's; PRF-60: steps that are proposed. */
    List<String> warnings(Document decision) {
        if (!DecisionKind.grants(decision)) {
            return List.of();
        }
        List<String> warnings = new ArrayList<>();
        Optional<Document> basis = basis(decision);
        if (basis.isEmpty()) {
            warnings.add("BR-09");
        } else if (isNote(basis.get())) {
            warnings.add("ORD-86");
        }
        if (lacksProposedSteps(decision)) {
            warnings.add("PRF-60");
        }
        Set<String> shown = routines.of(decision).texts(LEGAL_BASES).stream()
                .filter(KNOWN_BASES::contains)
                .collect(Collectors.toSet());
        if (!shown.isEmpty()
                && decision.text(DecisionModel.LEGAL_BASIS)
                        .filter(stated -> !shown.contains(stated))
                        .isPresent()) {
            warnings.add("BR-21");
        }
        return warnings;
    }
}
