package org.insats.deadline;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.LawDate;

/**
 * When the job is to look at an open deadline next. A step that is due and not done yet: now. Else the next of lead date,
 * first overdue day and escalation. While a workflow should be there, also at regular intervals, to restart one that
 * vanished.
 */
final class NextAction {

    private final Duration revisit;

    /**
     * @param revisit how often a deadline that has a workflow is looked at
     */
    NextAction(Duration revisit) {
        this.revisit = revisit;
    }

    Instant of(LiveDeadline deadline, Instant now) {
        LocalDate today = LawDate.fromInstant(now);
        if (isStepLeft(deadline, today)) {
            return now;
        }
        Stream<Instant> days = Stream.of(
                        deadline.leadDate(), deadline.dueDate().map(due -> due.plusDays(1)), deadline.escalateOn())
                .flatMap(Optional::stream)
                .filter(day -> day.isAfter(today))
                .map(day -> day.atStartOfDay(LawDate.ZONE).toInstant());
        return Stream.concat(days, Stream.of(now.plus(revisit)).filter(later -> shouldHaveWorkflow(deadline, today)))
                .min(Instant::compareTo)
                .orElseGet(() -> now.plus(revisit));
    }

    /** Whether the act should stand on somebody's task list on {@code today}. */
    static boolean shouldHaveWorkflow(LiveDeadline deadline, LocalDate today) {
        return deadline.isOpen()
                && deadline.isGoverning()
                && deadline.leadDate().filter(lead -> !lead.isAfter(today)).isPresent();
    }

    /** Whether it is time to escalate, and that has not been done. */
    static boolean shouldEscalate(LiveDeadline deadline, LocalDate today) {
        return deadline.isGoverning()
                && deadline.instant(DeadlineModel.ESCALATED_AT).isEmpty()
                && deadline.escalateOn().filter(day -> !day.isAfter(today)).isPresent();
    }

    /** Whether it is overdue and nobody has been told. */
    static boolean shouldMarkOverdue(LiveDeadline deadline) {
        return deadline.state() == DeadlineState.OVERDUE
                && deadline.instant(DeadlineModel.OVERDUE_AT).isEmpty();
    }

    private static boolean isStepLeft(LiveDeadline deadline, LocalDate today) {
        return shouldMarkOverdue(deadline)
                || shouldEscalate(deadline, today)
                || shouldHaveWorkflow(deadline, today) && deadline.workflowId().isEmpty();
    }
}
