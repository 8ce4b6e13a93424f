package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.insats.deadline.calc.Computation.Start;
import org.insats.routine.DeadlineSetting;

/**
 * The follow-up at least one month before the grant ends (DL-12), where the profile has it: one record for each grant's end, settled
 * as {@link FollowUpRules} walks through the held follow-ups (DLF-03..DLF-05, DLF-09).
 */
final class OneMonthRule {

    static final String RULE = "DL-12";
    private static final String PLAN_RULE = "DL-10";

    private final Computation computation;
    private final Grants grants;
    private final Set<Integer> settled = new HashSet<>();

    OneMonthRule(Computation computation, Grants grants) {
        this.computation = computation;
        this.grants = grants;
    }

    /** Whether the rule holds for a grant and no follow-up has settled it. */
    boolean isOpen(Optional<Grants.Period> period) {
        return period.filter(grant -> row(grant).isPresent() && !settled.contains(grant.number()))
                .isPresent();
    }

    /** Takes note of a held follow-up, with the interval date that was due then; it may settle this rule too (DLF-03). */
    void held(LocalDate heldOn, Optional<LocalDate> intervalDue) {
        Optional<Grants.Period> known = grants.knownOn(heldOn);
        if (!isOpen(known)) {
            return;
        }
        Grants.Period period = known.orElseThrow();
        LocalDate due = due(period, row(period).orElseThrow());
        boolean governs = intervalDue.filter(due::isAfter).isEmpty();
        if (governs || !heldOn.isBefore(due)) {
            settled.add(period.number());
            add(period, Optional.of(heldOn));
        }
    }

    /** Adds what no follow-up has settled: open for the current grant, superseded for earlier ones (DLF-09). */
    void addUnsettled() {
        grants.known().stream()
                .filter(period -> isOpen(Optional.of(period)))
                .forEach(period -> add(period, Optional.empty()));
    }

    private Optional<DeadlineSetting> row(Grants.Period period) {
        return computation.row(RULE, period.grant().from());
    }

    /** The start; before it is known, the first day that is granted. */
    private LocalDate start(Grants.Period period) {
        return computation.start().map(Start::date).orElseGet(() -> grants.first()
                .orElse(period.grant())
                .from());
    }

    private LocalDate strict(Grants.Period period, DeadlineSetting row) {
        return row.period().orElseThrow().before(period.grant().to());
    }

    private boolean isTooShort(Grants.Period period, DeadlineSetting row) {
        return !strict(period, row).isAfter(start(period));
    }

    /** DLF-04: half-way, where one month before the end is on or before the start. */
    private LocalDate due(Grants.Period period, DeadlineSetting row) {
        return isTooShort(period, row)
                ? FollowUpRules.halfWay(start(period), period.grant().to())
                : strict(period, row);
    }

    private void add(Grants.Period period, Optional<LocalDate> metOn) {
        DeadlineSetting row = row(period).orElseThrow();
        LocalDate due = due(period, row);
        Draft draft = new Draft(row, Act.FOLLOW_UP, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION)
                .numbered(String.valueOf(period.number()), false)
                .dueBefore(due)
                .met(metOn);
        draft.notRemindedBefore = Optional.of(start(period));
        draft.closure = grants.replacedBy(period).map(next -> new Closure(CancelReason.EXTENDED, next.knownFrom()));
        boolean open = metOn.isEmpty() && draft.closure.isEmpty() && computation.isRunning();
        flag(draft, period, due, open || metOn.isPresent());
        if (open) {
            warn(period, row, due);
        }
        computation.add(draft);
    }

    private void flag(Draft draft, Grants.Period period, LocalDate due, boolean counts) {
        if (computation.start().filter(Start::provisional).isPresent()) {
            draft.flags.add(Flag.PROVISIONAL);
        }
        if (isTooShort(period, draft.row)) {
            draft.flags.add(Flag.SHORT_PERIOD);
        }
        if (counts && draft.metOn.orElse(computation.today).isAfter(due)) {
            draft.flags.add(Flag.TOO_LATE_TO_WIND_UP);
        }
    }

    private void warn(Grants.Period period, DeadlineSetting row, LocalDate due) {
        if (isTooShort(period, row)) {
            computation.warn(Warnings.shortPeriod("DLF-04", due));
        } else {
            planDue(period)
                    .filter(due::isBefore)
                    .ifPresent(plan -> computation.warn(Warnings.followUpBeforePlan(due, plan)));
        }
        if (computation.today.isAfter(due)) {
            computation.warn(Warnings.tooLateToWindUp(due));
        }
    }

    private Optional<LocalDate> planDue(Grants.Period period) {
        LocalDate start = start(period);
        return computation
                .row(PLAN_RULE, start)
                .flatMap(DeadlineSetting::period)
                .flatMap(span -> computation.ends(span, start, Optional.empty()));
    }
}
