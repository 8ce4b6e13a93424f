package org.insats.plan;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.decision.DecisionModel;
import org.insats.followup.FollowUpService;
import org.insats.followup.NeedsFound;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/**
 * A revised plan after a follow-up that found changed needs waits for the decision, and after one that found entirely new needs
 * for the investigation or, exceptionally, a journal note in its place (REV-07, REV-10, BR-10).
 */
public final class RevisionGuard {

    private static final QName SERVES_AS_BASIS = QName.createQName(CaseModel.URI, "servesAsDecisionBasis");

    private final Documents documents;
    private final FollowUpService followUps;

    /** Looks among the documents of the case. */
    public RevisionGuard(Documents documents, FollowUpService followUps) {
        this.documents = documents;
        this.followUps = followUps;
    }

    /**
     * Refuses a revision whose level is not dealt with yet.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-REV-07} or {@code INS-BR-10}
     */
    void requireLevelDealtWith(Document plan) {
        if (!plan.isFilled(CaseModel.REVISED_FROM)) {
            return;
        }
        Optional<NeedsFound> found = followUps.needsFound(plan.requireIntervention());
        if (found.isEmpty()) {
            return;
        }
        LocalDate since = found.get().heldOn();
        switch (found.get().level()) {
            case REMAINING_GOALS -> {
                return;
            }
            case CHANGED_NEEDS -> require(
                    plan,
                    document -> is(document, "decision") && onOrAfter(document, DecisionModel.DECISION_DATE, since),
                    "REV-07");
            case NEW_NEEDS -> require(
                    plan,
                    document -> is(document, "investigation") && onOrAfter(document, DecisionModel.OPENED_DATE, since)
                            || servesAsBasis(document, since),
                    "BR-10");
        }
    }

    private void require(Document plan, Predicate<Document> dealsWithIt, String rule) {
        boolean dealtWith = documents.inCase(plan.caseFile()).stream()
                .filter(document -> !document.status().equals("DRAFT") && !document.isFilled(CaseModel.ERRONEOUS_AT))
                .anyMatch(dealsWithIt);
        if (!dealtWith) {
            throw Refusal.rule(rule).onField("revisionReason").violation();
        }
    }

    private static boolean is(Document document, String kind) {
        return document.kind().id().equals(kind);
    }

    private static boolean onOrAfter(Document document, QName field, LocalDate since) {
        return document.date(field).filter(date -> !date.isBefore(since)).isPresent();
    }

    /** A journal note instead of a decision basis, only exceptionally (REV-10, DOC-JRN-07). */
    private static boolean servesAsBasis(Document document, LocalDate since) {
        return is(document, "journalNote")
                && document.isTrue(SERVES_AS_BASIS)
                && document.instant(CaseModel.NOTE_DATE)
                        .map(LawDate::fromInstant)
                        .filter(date -> !date.isBefore(since))
                        .isPresent();
    }
}
