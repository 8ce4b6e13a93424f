package org.insats.closing;

import java.util.Optional;
import java.util.Set;
import org.insats.platform.Refusal;

/** Refuses to end an intervention before what must come first is in place (BR-92, BR-94, BR-95, BR-97, DL-30). */
final class EndGuard {

    private static final Set<String> EARLY_REASONS =
            Set.of("EARLY_BY_GUARDIAN", "NO_COOPERATION", "CHILD_DECLINES", "FAMILY_DECLINES");
    private static final Set<String> GUARDIAN_REASONS = Set.of("EARLY_BY_GUARDIAN", "NO_COOPERATION");

    /** The first thing that stands in the way, if any. */
    Optional<Refusal> refusal(EndFacts facts) {
        if (facts.startDate().filter(start -> facts.endDate().isBefore(start)).isPresent()) {
            return Optional.of(
                    Refusal.rule("DOC-END-04", facts.startDate().get().toString())
                            .onField("endDate"));
        }
        if (facts.reason().equals("GOALS_MET") && !facts.goalsShownMet()) {
            return Optional.of(Refusal.rule("BR-92").onField("lastFollowUp"));
        }
        if (isEarly(facts) && !facts.concernAssessed()) {
            return Optional.of(Refusal.rule("BR-94").onField("concernAssessment"));
        }
        if (GUARDIAN_REASONS.contains(facts.reason()) && facts.childOverAge() && !facts.consentAssessed()) {
            return Optional.of(Refusal.rule("BR-95").onField("consentAssessment"));
        }
        if (facts.disputed() && facts.supervisors() < 2) {
            return Optional.of(Refusal.rule("BR-97").onField("disagreementSupervisors"));
        }
        return Optional.empty();
    }

    /** Before the decided period is over (TERM-106), unless planned so or because the goals are met. */
    static boolean isEarly(EndFacts facts) {
        boolean beforeGrantEnd =
                facts.grantTo().filter(end -> facts.endDate().isBefore(end)).isPresent();
        return facts.kind().equals("EARLY")
                || EARLY_REASONS.contains(facts.reason())
                || facts.kind().equals("INTERRUPTION") && beforeGrantEnd;
    }
}
