package org.insats.plan;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.MandatoryField.Level;

/**
 * The content that a routine asks of a plan beyond what every plan has (PRF-18), as fields; and the must- and
 * should-requirements that a municipality has listed there ({@code requirements}, BR-54, BR-55).
 */
final class PlanContent {

    /** The words of PRF-18 and the fields they mean. */
    private static final Map<String, Map<QName, Level>> WORDS = Map.of(
            "FREQUENCY", Map.of(PlanModel.FREQUENCY, Level.MUST, PlanModel.CONTENT, Level.MUST),
            "REPORTING",
                    Map.of(
                            PlanModel.REPORT_FREQUENCY, Level.MUST,
                            PlanModel.REPORT_METHOD, Level.MUST,
                            PlanModel.REPORT_INTERVAL, Level.SHOULD,
                            PlanModel.REPORT_INTERVAL_UNIT, Level.SHOULD),
            "HOW_CARRIED_OUT", Map.of(PlanModel.HOW_CARRIED_OUT, Level.MUST),
            "HOME_PART", Map.of(PlanModel.HOME_PART, Level.MUST),
            "SOSFS_2012_11", sosfs(Level.IMPORTANT),
            "SOSFS_2012_11_SHOULD", sosfs(Level.SHOULD),
            "MUST", Map.of(PlanModel.MUST_REQUIREMENTS, Level.IMPORTANT),
            "SHOULD", Map.of(PlanModel.SHOULD_REQUIREMENTS, Level.IMPORTANT));

    /** Every field that some routine asks for, and no other. */
    static final Set<QName> FIELDS =
            WORDS.values().stream().flatMap(fields -> fields.keySet().stream()).collect(Collectors.toUnmodifiableSet());

    private final CaseRoutine routine;

    PlanContent(CaseRoutine routine) {
        this.routine = routine;
    }

    /** Whether the routine asks for a field at a level. */
    boolean asksFor(QName field, Level level) {
        return routine.texts("PRF-18").stream()
                .flatMap(word -> Stream.ofNullable(WORDS.get(word)))
                .anyMatch(fields -> fields.get(field) == level);
    }

    /** Whether the routine names a piece of content for the service. */
    boolean hasWord(String word) {
        return routine.says("PRF-18", word);
    }

    /** The requirements listed for the service: {@code MUST} or {@code SHOULD}. */
    List<String> listed(String requirementKind) {
        Object listed = routine.entry("PRF-18", "requirements").orElse(null);
        if (listed instanceof Map<?, ?> byService
                && byService.get(routine.service()) instanceof Map<?, ?> byKind
                && byKind.get(requirementKind) instanceof List<?> texts) {
            return texts.stream().map(String::valueOf).toList();
        }
        return List.of();
    }

    private static Map<QName, Level> sosfs(Level level) {
        return Stream.of(
                        PlanModel.WHEN_HOW,
                        PlanModel.FOLLOW_UP_FORMS,
                        PlanModel.CASE_WORKER_CONTACT,
                        PlanModel.SCHOOLING,
                        PlanModel.HEALTH_CARE,
                        PlanModel.OTHER_BODIES_INTERVENTIONS,
                        PlanModel.CONTACT_ARRANGEMENTS)
                .collect(Collectors.toMap(field -> field, field -> level));
    }
}
