package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of several deadlines of the same act drives it: the earliest open one (DLC-14). */
final class Governing {

    /** Earliest; on the same day the one that is graver when overdue, then the stronger, then by rule id. */
    static final Comparator<ComputedDeadline> ORDER = Comparator.comparing(
                    (ComputedDeadline each) -> each.dueDate().orElse(LocalDate.MAX))
            .thenComparing(ComputedDeadline::severity, Comparator.reverseOrder())
            .thenComparing(ComputedDeadline::strength)
            .thenComparing(ComputedDeadline::ruleId)
            .thenComparing(ComputedDeadline::key);

    private Governing() {}

    static List<ComputedDeadline> mark(List<ComputedDeadline> deadlines) {
        Map<String, ComputedDeadline> governing = new HashMap<>();
        deadlines.stream()
                .filter(each -> each.kind() == DeadlineKind.DEADLINE
                        && each.state().isOpen()
                        && each.dueDate().isPresent())
                .forEach(each -> governing.merge(
                        each.actKey(), each, (one, other) -> ORDER.compare(one, other) <= 0 ? one : other));
        return deadlines.stream()
                .map(each -> governs(governing, each) ? each.withGoverning(true) : each)
                .toList();
    }

    private static boolean governs(Map<String, ComputedDeadline> governing, ComputedDeadline each) {
        return governing.containsKey(each.actKey())
                && governing.get(each.actKey()).key().equals(each.key());
    }
}
