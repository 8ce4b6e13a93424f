package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.routine.Setting;

/** What the client's age decides: the last day in scope (DL-40) and which choices at the end are open (END-10, END-11). */
final class AgeRules {

    static final String RULE = "DL-40";
    private static final String AGE_SETTING = "PRF-62";
    private static final String END_REASONS = "PRF-36";

    private final Computation computation;

    AgeRules(Computation computation) {
        this.computation = computation;
    }

    void apply() {
        computation.facts.birthDate().ifPresent(this::scope);
    }

    private void scope(LocalDate birthDate) {
        computation.row(RULE, computation.today).ifPresent(row -> row.ageThrough()
                .ifPresent(age -> {
                    LocalDate lastDay = birthDate.plusYears(age + 1L).minusDays(1);
                    Draft draft = new Draft(row, Act.REACH_AGE_LIMIT, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION)
                            .dueBefore(lastDay)
                            .met(computation.done(RULE, Optional.empty()));
                    computation.add(draft);
                    warn(lastDay);
                }));
    }

    private void warn(LocalDate lastDay) {
        List<Grant> grants = computation.facts.grants();
        if (grants.stream().anyMatch(grant -> grant.to().isAfter(lastDay))) {
            computation.warn(Warnings.ageLimitInGrant(lastDay));
        }
        LocalDate ordered = computation.facts.date(Fact.ORDER_SENT).orElse(computation.today);
        if (ordered.isAfter(lastDay)) {
            computation.warn(Warnings.overAge(lastDay));
        }
    }

    /** END-10 and END-11, where the routine knows them and the client has reached the age of the setting (DLA-07). */
    Set<String> offers() {
        Optional<Integer> age = computation.profile.setting(AGE_SETTING).flatMap(Setting::number);
        Optional<LocalDate> birthDate = computation.facts.birthDate();
        if (age.isEmpty()
                || birthDate.isEmpty()
                || computation.today.isBefore(birthDate.get().plusYears(age.get()))) {
            return Set.of();
        }
        Set<String> offers = new LinkedHashSet<>();
        List<String> reasons =
                computation.profile.setting(END_REASONS).map(Setting::texts).orElse(List.of());
        if (reasons.contains("EARLY_BY_GUARDIAN")) {
            offers.add("END-10");
        }
        if (reasons.contains("CHILD_DECLINES")) {
            offers.add("END-11");
        }
        return offers;
    }
}
