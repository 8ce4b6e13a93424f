package org.insats.order;

import java.time.LocalDate;
import java.util.Optional;
import org.insats.platform.Refusal;

/** Refuses to send an order before what must come first is in place (ORD-42, BR-05, BR-06, BR-21). */
final class SendGuard {

    /** The first thing that stands in the way, if any. */
    Optional<Refusal> refusal(SendFacts facts) {
        return assignment(facts).or(() -> decision(facts)).or(() -> age(facts));
    }

    private static Optional<Refusal> assignment(SendFacts facts) {
        if (facts.temporary()) {
            return Optional.empty();
        }
        if (!facts.assignmentExists()) {
            return Optional.of(Refusal.rule("ORD-42").onField("assignmentRef"));
        }
        if (!facts.communicated()) {
            return Optional.of(Refusal.rule("CON-01").onField("assignmentRef"));
        }
        return facts.consented() || !facts.consentBlocks()
                ? Optional.empty()
                : Optional.of(Refusal.rule("BR-06").onField("assignmentRef"));
    }

    private static Optional<Refusal> decision(SendFacts facts) {
        if (!facts.decisionExists()) {
            return Optional.of(Refusal.rule("ORD-83").onField("decisionRef"));
        }
        boolean limited = facts.grantFrom().isPresent()
                && facts.grantTo().isPresent()
                && !facts.grantTo().get().isBefore(facts.grantFrom().get());
        return limited ? Optional.empty() : Optional.of(Refusal.rule("BR-05").onField("decisionRef"));
    }

    private static Optional<Refusal> age(SendFacts facts) {
        if (facts.ageThrough().isEmpty()) {
            return Optional.empty();
        }
        if (facts.birthDate().isEmpty()) {
            return Optional.of(Refusal.rule("DOC-PER-09").onField("birthDate"));
        }
        LocalDate lastDay =
                facts.birthDate().get().plusYears(facts.ageThrough().get() + 1L).minusDays(1);
        return facts.grantTo().filter(end -> end.isAfter(lastDay)).map(end -> Refusal.rule(
                        "BR-21", facts.ageThrough().get(), lastDay.toString())
                .onField("decisionRef"));
    }
}
