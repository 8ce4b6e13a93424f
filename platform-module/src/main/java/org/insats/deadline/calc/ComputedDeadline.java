package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insats.routine.Role;
import org.insats.routine.Severity;
import org.insats.routine.Strength;

/**
 * One rule's deadline for one intervention, as it stands on the day it was computed for; immutable.
 *
 * @param key stable name within the intervention, by which a stored deadline is found again: rule, part and number or reference of
 *     what it is about ({@code DL-06}, {@code DL-51/family}, {@code DL-15#2}, {@code DL-34#<ref>}); a corrected date does not change it
 * @param ruleId {@code DL-01} to {@code DL-62}
 * @param part which of the rule's acts, where it has several; else empty
 * @param act what is to be done
 * @param actKey act, with its number or reference where each has to be done by itself; deadlines with the same one share a workflow
 * @param kind deadline, guard or information
 * @param strength strength of the act in the routine
 * @param periodStrength strength of the period; DEFAULT where the routine states none
 * @param important must, but a user may override with a written reason
 * @param severity what it is shown as when overdue
 * @param source source code of the act
 * @param textKey message key of the rule's text, {@code insats.deadline.rule.<ruleId>[.<part>]}
 * @param triggeredOn the day that is day 0; empty where the rule counts back from a date
 * @param dueDate last day that is on time; empty where there is no limit
 * @param workBy last working day on or before the due date (DLC-06)
 * @param leadDate reminder date, from which there is a workflow; empty for guards and information
 * @param overdueFrom the day after the due date; empty for guards and information
 * @param escalateOn when it is escalated if still open; empty where the row states no escalation
 * @param remind whether the responsible are reminded on the lead date
 * @param responsible who is to do it
 * @param copyTo who is told as well
 * @param overdueTo who is told when it is overdue
 * @param escalateTo who it is escalated to
 * @param governing whether it drives its act: the earliest open deadline of the same {@code actKey} (DLC-14)
 * @param flags marks to show
 * @param state where it stands
 * @param metOn when it was done
 * @param daysLate calendar days after the due date, when met late or overdue; else 0
 * @param closeReason why it was cancelled or superseded
 * @param closedOn when it was cancelled or superseded
 * @param elapsedDays days since the trigger, where there is no limit
 * @param history due dates it used to have, oldest first
 */
public record ComputedDeadline(
        String key,
        String ruleId,
        Optional<String> part,
        Act act,
        String actKey,
        DeadlineKind kind,
        Strength strength,
        Strength periodStrength,
        boolean important,
        Severity severity,
        String source,
        String textKey,
        Optional<LocalDate> triggeredOn,
        Optional<LocalDate> dueDate,
        Optional<LocalDate> workBy,
        Optional<LocalDate> leadDate,
        Optional<LocalDate> overdueFrom,
        Optional<LocalDate> escalateOn,
        boolean remind,
        List<Role> responsible,
        List<Role> copyTo,
        List<Role> overdueTo,
        List<Role> escalateTo,
        boolean governing,
        Set<Flag> flags,
        DeadlineState state,
        Optional<LocalDate> metOn,
        int daysLate,
        Optional<CancelReason> closeReason,
        Optional<LocalDate> closedOn,
        Optional<Integer> elapsedDays,
        List<FormerDate> history) {

    /** Copies the collections. */
    public ComputedDeadline {
        responsible = List.copyOf(responsible);
        copyTo = List.copyOf(copyTo);
        overdueTo = List.copyOf(overdueTo);
        escalateTo = List.copyOf(escalateTo);
        flags = Set.copyOf(flags);
        history = List.copyOf(history);
    }

    /**
     * The next day after {@code day} on which the deadline job has something to do with it while it is open: lead date, first overdue
     * day or escalation. Empty when closed, or when nothing is left.
     */
    public Optional<LocalDate> nextActionAfter(LocalDate day) {
        if (!state.isOpen()) {
            return Optional.empty();
        }
        return Stream.of(leadDate, overdueFrom, escalateOn)
                .flatMap(Optional::stream)
                .filter(action -> action.isAfter(day))
                .min(LocalDate::compareTo);
    }

    ComputedDeadline withGoverning(boolean governs) {
        return new ComputedDeadline(
                key,
                ruleId,
                part,
                act,
                actKey,
                kind,
                strength,
                periodStrength,
                important,
                severity,
                source,
                textKey,
                triggeredOn,
                dueDate,
                workBy,
                leadDate,
                overdueFrom,
                escalateOn,
                remind,
                responsible,
                copyTo,
                overdueTo,
                escalateTo,
                governs,
                flags,
                state,
                metOn,
                daysLate,
                closeReason,
                closedOn,
                elapsedDays,
                history);
    }

    /** Of several open deadlines of one act, which governs it: the first in this order (DLC-14). */
    public static Comparator<ComputedDeadline> byUrgency() {
        return Governing.ORDER;
    }
}
