package org.insats.closing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.insats.casefile.CaseRoutine;
import org.insats.routine.Setting;

/**
 * What a routine profile says of endings; plain data.
 *
 * @param steps the closing order (PRF-37)
 * @param namedReasons the reasons that the routine names (PRF-36); empty where it names none, and then every reason may be used
 * @param concernOnEarlyEnd whether an early end waits for the assessment of concern (PRF-38, BR-94)
 * @param riskLevels the steps of the risk scale that an end for goals met is judged on (PRF-38, BR-93); empty where none is
 * @param investigationOnConcern whether a family that declines raises the question of a new investigation (PRF-34, BR-100)
 * @param resourceFirst whether every resource allocation is closed before the intervention (PRF-37, PRF-56, BR-90)
 * @param ageOfOwnPosition from which age the child's own position counts, in whole years (PRF-62)
 */
record ClosingRules(
        Set<String> steps,
        Set<String> namedReasons,
        boolean concernOnEarlyEnd,
        List<String> riskLevels,
        boolean investigationOnConcern,
        boolean resourceFirst,
        int ageOfOwnPosition) {

    /** Reasons that no routine names because they follow from facts, and that every profile therefore has (DOC-ENUM-15). */
    static final List<String> ALWAYS = List.of("NEED_CEASED", "INTERRUPTION", "PLACEMENT", "AGE_LIMIT");

    private static final String RESOURCE_FIRST = "RESOURCE_ALLOCATION_BEFORE_INTERVENTION";

    /** "Over 15" of the routines, where a profile is silent (PRF-62). */
    private static final int DEFAULT_AGE = 15;

    /** What {@code routine} says. */
    static ClosingRules of(CaseRoutine routine) {
        Optional<Setting> risk = routine.setting("PRF-38");
        return new ClosingRules(
                new LinkedHashSet<>(routine.texts("PRF-37")),
                new LinkedHashSet<>(routine.texts("PRF-36")),
                risk.flatMap(Setting::text)
                        .filter("CONCERN_ON_EARLY_END"::equals)
                        .isPresent(),
                risk.flatMap(setting -> setting.entry("levels"))
                        .map(ClosingRules::strings)
                        .orElse(List.of()),
                routine.setting("PRF-34")
                        .flatMap(Setting::text)
                        .filter("NEW_INVESTIGATION"::equals)
                        .isPresent(),
                routine.says("PRF-37", "RESOURCE") || routine.says("PRF-56", RESOURCE_FIRST),
                routine.setting("PRF-62").flatMap(Setting::number).orElse(DEFAULT_AGE));
    }

    private static List<String> strings(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Whether the performing side finishes and closes (END-21, END-22); elsewhere the case worker does. */
    boolean performerCloses() {
        return steps.contains("PERFORMER_CLOSES");
    }

    /** Whether the follow-up document must be filled in before the end is marked (END-23). */
    boolean followUpDocumentFirst() {
        return steps.contains("FOLLOW_UP_DOCUMENT");
    }

    /** Whether the decision to end stands in the follow-up document (END-04..06, BR-78). */
    boolean decidedInFollowUp() {
        return steps.contains("DECISION_IN_FOLLOW_UP");
    }

    /** Whether the performer reports back what the assignment lists (END-30). */
    boolean reportsBack() {
        return steps.contains("REPORT_BACK_ITEMS_OF_ASSIGNMENT");
    }

    /** Whether an intervention may end for {@code reason}. */
    boolean knows(String reason) {
        return namedReasons.isEmpty() || namedReasons.contains(reason) || ALWAYS.contains(reason);
    }

    /** The reasons to choose from, where the routine names some. */
    List<String> reasons() {
        Set<String> all = new LinkedHashSet<>(namedReasons);
        all.addAll(ALWAYS);
        return List.copyOf(all);
    }
}
