package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The grant periods as they became known one after the other. */
final class Grants {

    /**
     * One of them.
     *
     * @param number 1 for the first
     * @param grant the period
     * @param knownFrom the day from which it counts: its decision; for an extension without one, its first day
     */
    record Period(int number, Grant grant, LocalDate knownFrom) {}

    private final List<Period> known = new ArrayList<>();

    /** An extension decided after today does not count yet; one without a date of decision does. */
    Grants(Computation computation) {
        for (Grant grant : computation.facts.grants()) {
            if (known.isEmpty()) {
                known.add(new Period(1, grant, LocalDate.MIN));
            } else if (grant.decidedOn()
                    .filter(day -> day.isAfter(computation.today))
                    .isEmpty()) {
                known.add(new Period(known.size() + 1, grant, grant.decidedOn().orElse(grant.from())));
            }
        }
    }

    List<Period> known() {
        return List.copyOf(known);
    }

    Optional<Grant> first() {
        return known.stream().map(Period::grant).findFirst();
    }

    /** The last one known today. */
    Optional<Period> current() {
        return known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1));
    }

    /** The last one that was known on a day. */
    Optional<Period> knownOn(LocalDate day) {
        return known.stream().filter(period -> !period.knownFrom().isAfter(day)).reduce((earlier, later) -> later);
    }

    /** The one that took a period's place. */
    Optional<Period> replacedBy(Period period) {
        return known.stream()
                .filter(other -> other.number() == period.number() + 1)
                .findFirst();
    }

    /** Those that counted after a day, but no longer do. */
    List<Period> replacedAfter(LocalDate day) {
        return known.stream()
                .filter(period -> replacedBy(period)
                        .filter(next -> next.knownFrom().isAfter(day))
                        .isPresent())
                .toList();
    }
}
