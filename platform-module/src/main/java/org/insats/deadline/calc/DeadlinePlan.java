package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All deadlines of one intervention on one day; immutable.
 *
 * @param deadlines every rule's own record, open and closed, in order of due date (those without one last)
 * @param warnings what the user should see beside them
 * @param series follow-up dates planned ahead from the start, by rule id (DLC-04)
 * @param offers choices that the client's age opens: {@code END-10}, {@code END-11} (DLA-07)
 */
public record DeadlinePlan(
        List<ComputedDeadline> deadlines,
        List<Warning> warnings,
        Map<String, List<LocalDate>> series,
        Set<String> offers) {

    /** Copies the collections. */
    public DeadlinePlan {
        deadlines = List.copyOf(deadlines);
        warnings = List.copyOf(warnings);
        series = Map.copyOf(series);
        offers = Set.copyOf(offers);
    }

    /** The deadline of a key. */
    public Optional<ComputedDeadline> deadline(String key) {
        return deadlines.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    /** All records of a rule, in order of due date. */
    public List<ComputedDeadline> ofRule(String ruleId) {
        return deadlines.stream().filter(each -> each.ruleId().equals(ruleId)).toList();
    }

    /** What is open and drives its act: one for each workflow that there should be from its lead date on. */
    public List<ComputedDeadline> governing() {
        return deadlines.stream().filter(ComputedDeadline::governing).toList();
    }

    /** Whether a warning is there. */
    public boolean warns(Warning.Id id) {
        return warnings.stream().anyMatch(warning -> warning.id() == id);
    }
}
