package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.insats.deadline.calc.InvalidFactsException.Problem;

/** Whether facts can be true together. */
final class FactChecks {

    private FactChecks() {}

    static void check(CaseFacts facts) {
        grants(facts.grants());
        start(facts);
        order(facts, Fact.ENDED, Fact.DOCUMENTATION_FINISHED, Problem.CLOSING_ORDER);
        order(facts, Fact.DOCUMENTATION_FINISHED, Fact.PERFORMER_CLOSED, Problem.CLOSING_ORDER);
    }

    private static void grants(List<Grant> grants) {
        for (int i = 0; i < grants.size(); i++) {
            if (grants.get(i).to().isBefore(grants.get(i).from())) {
                throw new InvalidFactsException("grants[" + i + "].to", Problem.END_BEFORE_START);
            }
            if (i > 0 && !grants.get(i).from().isAfter(grants.get(i - 1).from())) {
                throw new InvalidFactsException("grants[" + i + "].from", Problem.NOT_IN_ORDER);
            }
        }
    }

    private static void start(CaseFacts facts) {
        Optional<LocalDate> known = facts.start().map(FactDate::date);
        if (known.isEmpty()) {
            return;
        }
        LocalDate start = known.get();
        String field = facts.date(Fact.INTERVENTION_START).isPresent()
                ? Fact.INTERVENTION_START.key()
                : Fact.START_UP_MEETING_HELD.key();
        List<Grant> grants = facts.grants();
        if (!grants.isEmpty() && start.isAfter(grants.get(grants.size() - 1).to())) {
            throw new InvalidFactsException(field, Problem.START_AFTER_GRANT);
        }
        notFrom(facts, start, Fact.WITHDRAWN);
        notFrom(facts, start, Fact.DECLINED);
        notBefore(facts, start, Fact.ENDED);
        notBefore(facts, start, Fact.INTERRUPTED);
        for (int i = 0; i < facts.followUps().size(); i++) {
            if (facts.followUps().get(i).heldOn().filter(start::isAfter).isPresent()) {
                throw new InvalidFactsException("followUps[" + i + "].heldOn", Problem.BEFORE_START);
            }
        }
    }

    private static void notFrom(CaseFacts facts, LocalDate start, Fact fact) {
        if (facts.date(fact).filter(day -> !day.isBefore(start)).isPresent()) {
            throw new InvalidFactsException(fact.key(), Problem.STARTED);
        }
    }

    private static void notBefore(CaseFacts facts, LocalDate start, Fact fact) {
        if (facts.date(fact).filter(start::isAfter).isPresent()) {
            throw new InvalidFactsException(fact.key(), Problem.BEFORE_START);
        }
    }

    private static void order(CaseFacts facts, Fact first, Fact second, Problem problem) {
        Optional<LocalDate> earlier = facts.date(first);
        if (earlier.isPresent()
                && facts.date(second).filter(earlier.get()::isAfter).isPresent()) {
            throw new InvalidFactsException(second.key(), problem);
        }
    }
}
