package org.insats.records.retention;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rules of retention in force at a municipality, as data with version and sources; immutable.
 *
 * @param id such as {@code se-social-services}
 * @param version changed with every change
 * @param acts acts that the rules stand in
 * @param rules in the order that grounds are shown in
 * @param registerPeriod how long data on a person remain in the register after what they concern has ceased (RET-61)
 * @param completionYears destruction is completed by the end of this many calendar years after that of the duty (RET-62)
 * @param draftDays after how many days a draft that was never sent is deleted (RET-89)
 * @param municipalities municipality code by routine profile or unit; {@code *} for all others
 */
public record RuleSet(
        String id,
        String version,
        List<Act> acts,
        List<Rule> rules,
        Period registerPeriod,
        int completionYears,
        int draftDays,
        Map<String, String> municipalities) {

    /** Copies. */
    public RuleSet {
        acts = List.copyOf(acts);
        rules = List.copyOf(rules);
        municipalities = Map.copyOf(municipalities);
    }

    /** The municipality of a file: by its unit, else by its routine, else the one of all others. */
    public Optional<String> municipality(String unit, String profile) {
        return Optional.ofNullable(
                municipalities.getOrDefault(unit, municipalities.getOrDefault(profile, municipalities.get("*"))));
    }

    /** A rule by its id. */
    public Optional<Rule> rule(String ruleId) {
        return rules.stream().filter(rule -> rule.id().equals(ruleId)).findFirst();
    }

    /** An act by its id. */
    public Optional<Act> act(String actId) {
        return acts.stream().filter(act -> act.id().equals(actId)).findFirst();
    }

    /** The last day by which destruction is to be completed (RET-62). */
    public LocalDate completeBy(LocalDate duty) {
        return LocalDate.of(duty.getYear() + completionYears, 12, 31);
    }
}
