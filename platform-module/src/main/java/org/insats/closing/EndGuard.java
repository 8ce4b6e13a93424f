package org.insats.closing;

import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insats.platform.Refusal;

/** Refuses to end an intervention before what must come first is in place (4.9.1, BR-92..97, BR-100, DL-30). */
final class EndGuard {

    private static final Set<String> EARLY_REASONS =
            Set.of("EARLY_BY_GUARDIAN", "NO_COOPERATION", "CHILD_DECLINES", "FAMILY_DECLINES");
    private static final Set<String> GUARDIAN_REASONS = Set.of("EARLY_BY_GUARDIAN", "NO_COOPERATION");

    private final ClosingRules rules;

    /** A guard that keeps what a profile says. */
    EndGuard(ClosingRules rules) {
        this.rules = rules;
    }

    /** The first thing that stands in the way, if any. */
    Optional<Refusal> refusal(EndFacts facts) {
        return Stream.of(
                        dates(facts),
                        reason(facts),
                        dispute(facts),
                        goals(facts),
                        decidedInFollowUp(facts),
                        planning(facts),
                        early(facts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /**
     * The first thing that keeps what never started from being given up: a reason of the routine that can hold before the
     * start, and the question of concern where the family declines (BR-92, BR-94, BR-100).
     */
    Optional<Refusal> refusalUnstarted(EndFacts facts) {
        Optional<Refusal> unknown = reason(facts).or(() -> goals(facts));
        boolean asksForConcern = rules.concernOnEarlyEnd() || rules.investigationOnConcern();
        return unknown.or(() -> asksForConcern && EARLY_REASONS.contains(facts.reason()) && !facts.concernAssessed()
                ? Optional.of(Refusal.rule("BR-94").onField("concernAssessment"))
                : Optional.empty());
    }

    /**
     * What a follow-up that ends the intervention must hold before it is documented (END-04, END-05, BR-93, BR-100, CON-23).
     */
    Optional<Refusal> refusal(DecidedFollowUp followUp) {
        boolean judged = rules.riskLevels().contains(followUp.riskNow())
                && rules.riskLevels().contains(followUp.riskAhead());
        if (followUp.reason().equals("GOALS_MET") && !rules.riskLevels().isEmpty() && !judged) {
            return Optional.of(
                    Refusal.rule("BR-93", String.join(", ", rules.riskLevels())).onField("riskAssessment"));
        }
        boolean decided = followUp.concernAnswered() && (!followUp.concern() || followUp.newInvestigation());
        if (followUp.reason().equals("FAMILY_DECLINES") && rules.investigationOnConcern() && !decided) {
            return Optional.of(Refusal.rule("BR-100").onField(followUp.concernAnswered() ? "outcome" : "concern"));
        }
        return Optional.empty();
    }

    private static Optional<Refusal> dates(EndFacts facts) {
        return facts.startDate()
                .filter(start -> facts.endDate().isBefore(start))
                .map(start -> Refusal.rule("DOC-END-04", start.toString()).onField("endDate"));
    }

    private Optional<Refusal> reason(EndFacts facts) {
        if (!rules.knows(facts.reason())) {
            return Optional.of(
                    Refusal.rule("PRF-36", String.join(", ", rules.reasons())).onField("endingReason"));
        }
        return facts.reason().equals("NOT_WORKING") && !facts.discussed()
                ? Optional.of(Refusal.rule("END-08").onField("discussion"))
                : Optional.empty();
    }

    private static Optional<Refusal> dispute(EndFacts facts) {
        return facts.disputed() && !facts.supervisorsOfBothSides()
                ? Optional.of(Refusal.rule("BR-97").onField("disagreementSupervisors"))
                : Optional.empty();
    }

    private static Optional<Refusal> goals(EndFacts facts) {
        return facts.reason().equals("GOALS_MET") && !facts.goalsShownMet()
                ? Optional.of(Refusal.rule("BR-92").onField("lastFollowUp"))
                : Optional.empty();
    }

    private Optional<Refusal> decidedInFollowUp(EndFacts facts) {
        if (rules.followUpDocumentFirst() && facts.followUp().isEmpty()) {
            return Optional.of(Refusal.rule("END-23").onField("lastFollowUp"));
        }
        if (!rules.decidedInFollowUp() || ClosingRules.ALWAYS.contains(facts.reason())) {
            return Optional.empty();
        }
        Optional<DecidedFollowUp> decided = facts.followUp()
                .filter(DecidedFollowUp::documented)
                .filter(followUp -> followUp.reason().equals(facts.reason()));
        return decided.isEmpty() ? Optional.of(Refusal.rule("BR-78").onField("lastFollowUp")) : refusal(decided.get());
    }

    private static Optional<Refusal> planning(EndFacts facts) {
        return facts.reason().equals("AFTER_NEW_INVESTIGATION") && !facts.plannedTogether()
                ? Optional.of(Refusal.rule("END-13").onField("endingPlan"))
                : Optional.empty();
    }

    private Optional<Refusal> early(EndFacts facts) {
        if (rules.concernOnEarlyEnd() && isEarly(facts) && !facts.concernAssessed()) {
            return Optional.of(Refusal.rule("BR-94").onField("concernAssessment"));
        }
        if (GUARDIAN_REASONS.contains(facts.reason()) && facts.childOverAge() && !facts.consentAssessed()) {
            return Optional.of(Refusal.rule("BR-95").onField("consentAssessment"));
        }
        return Optional.empty();
    }

    /** Before the decided period is over (TERM-106), unless planned so or because the goals are met. */
    static boolean isEarly(EndFacts facts) {
        Optional<LocalDate> cutShort =
                facts.grantTo().filter(end -> facts.endDate().isBefore(end));
        return facts.kind().equals("EARLY")
                || EARLY_REASONS.contains(facts.reason())
                || facts.kind().equals("INTERRUPTION") && cutShort.isPresent();
    }
}
