package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.insats.routine.DeadlineSetting;

/** What is due at the end of a grant period: a decision on what comes next (DL-21, DL-23) and the notice of its ending (DL-57). */
final class GrantEndRules {

    static final List<String> RULES = List.of("DL-21", "DL-23", "DL-57");
    private static final String NOTICE_RULE = "DL-57";

    private final Computation computation;
    private final Grants grants;

    GrantEndRules(Computation computation) {
        this.computation = computation;
        this.grants = new Grants(computation);
    }

    void apply() {
        for (Grants.Period period : grants.known()) {
            RULES.forEach(rule -> computation.row(rule, period.grant().from()).ifPresent(row -> add(row, period)));
            grants.replacedBy(period).ifPresent(next -> warnOfGap(period.grant(), next.grant()));
        }
    }

    private void add(DeadlineSetting row, Grants.Period period) {
        LocalDate end = period.grant().to();
        Optional<Grants.Period> next = grants.replacedBy(period);
        Draft draft = new Draft(row, Act.GRANT_ENDING, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION)
                .numbered(String.valueOf(period.number()), false)
                .dueBefore(end)
                .met(decided(next));
        draft.notRemindedBefore =
                Optional.of(period.grant().decidedOn().orElse(period.grant().from()));
        draft.closure = next.map(later -> new Closure(CancelReason.EXTENDED, later.knownFrom()));
        if (row.rule().equals(NOTICE_RULE) && next.isEmpty() && computation.today.isAfter(end)) {
            expire(draft, end);
        }
        computation.add(draft);
    }

    /** The decision that settles it: to extend, or not to. */
    private Optional<LocalDate> decided(Optional<Grants.Period> next) {
        return next.isPresent()
                ? computation.come(next.get().grant().decidedOn())
                : computation.happened(Fact.NOT_EXTENDED_DECIDED);
    }

    /** Marks the grant only; the intervention is never closed by the calendar. */
    private void expire(Draft draft, LocalDate end) {
        if (draft.metOn.isEmpty() && computation.isRunning()) {
            draft.flags.add(Flag.EXPIRED_WITHOUT_DECISION);
            computation.warn(Warnings.expired(end));
        }
    }

    private void warnOfGap(Grant old, Grant next) {
        if (next.from().isAfter(old.to().plusDays(1))) {
            computation.warn(Warnings.grantGap(old.to(), next.from()));
        }
        next.decidedOn()
                .filter(decided -> decided.isAfter(old.to()))
                .ifPresent(decided -> computation.warn(Warnings.decidedAfterGrantEnd(decided, old.to())));
    }
}
