package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.insats.routine.DeadlineSetting;
import org.insats.routine.Span;
import org.insats.routine.SpanUnit;

/** A rule that a period after a trigger, or before a target, is all there is to. */
final class TableRule {

    private final String name;
    private final Act act;
    private final Function<Computation, List<Occasion>> occasions;
    private DeadlineKind kind = DeadlineKind.DEADLINE;
    private Lifetime lifetime = Lifetime.WITH_INTERVENTION;
    private final Set<Flag> openFlags = EnumSet.noneOf(Flag.class);
    private Function<Computation, Optional<Span>> ownPeriod = computation -> Optional.empty();
    private boolean neededAtTarget;

    private TableRule(String name, Act act, Function<Computation, List<Occasion>> occasions) {
        this.name = name;
        this.act = act;
        this.occasions = occasions;
    }

    /** A rule set off by one fact and settled by the earliest of some others. */
    static TableRule after(String name, Act act, Fact trigger, Fact... settling) {
        return each(name, act, computation -> computation.facts.dated(trigger).stream()
                .map(date -> Occasion.once(date, computation.firstHappened(settling)))
                .toList());
    }

    /** A rule set off by whatever the function finds. */
    static TableRule each(String name, Act act, Function<Computation, List<Occasion>> occasions) {
        return new TableRule(name, act, occasions);
    }

    TableRule kind(DeadlineKind value) {
        kind = value;
        return this;
    }

    TableRule lasting() {
        return lifetime(Lifetime.LASTING);
    }

    TableRule lifetime(Lifetime value) {
        lifetime = value;
        return this;
    }

    TableRule flagged(Flag flag) {
        openFlags.add(flag);
        return this;
    }

    /** A period that comes from the facts of the case; without one there is no deadline. */
    TableRule period(Function<Computation, Optional<Span>> value) {
        ownPeriod = value;
        return this;
    }

    /** Flagged, with a warning, when its target comes and it is not done. */
    TableRule neededAtTarget() {
        neededAtTarget = true;
        return this;
    }

    String name() {
        return name;
    }

    void apply(Computation computation) {
        occasions.apply(computation).forEach(occasion -> apply(computation, occasion));
    }

    private void apply(Computation computation, Occasion occasion) {
        LocalDate day = occasion.trigger()
                .map(FactDate::date)
                .or(occasion::target)
                .orElseThrow(() -> new IllegalStateException(name + " has neither trigger nor target"));
        Optional<DeadlineSetting> found = computation.row(name, day);
        if (found.isEmpty()) {
            return;
        }
        DeadlineSetting row = found.get();
        Span span = ownPeriod.apply(computation).or(row::period).orElse(Span.NO_LIMIT);
        if (span.unit() == SpanUnit.NEXT_MEETING && computation.meeting().isEmpty()) {
            computation.warn(Warnings.meetingNotSet(row));
            return;
        }
        Draft draft = new Draft(row, act, isUnlimited(computation, span) ? unlimited() : kind, lifetime);
        occasion.number().ifPresent(number -> draft.numbered(number, true));
        occasion.trigger().ifPresent(trigger -> draft.triggered(trigger.date()));
        draft.met(occasion.settled()
                .or(() -> computation.done(draft.key(), occasion.trigger().map(FactDate::date))));
        draft.closure = occasion.closure();
        draft.flags.addAll(openFlags);
        flagMissingAtTarget(computation, occasion, draft);
        setDue(computation, occasion, span, draft);
        computation.add(draft);
    }

    private void flagMissingAtTarget(Computation computation, Occasion occasion, Draft draft) {
        if (neededAtTarget && occasion.settled().isEmpty() && computation.isRunning()) {
            computation.come(occasion.target()).ifPresent(day -> {
                draft.flags.add(Flag.NO_AGREEMENT_AT_START);
                computation.warn(Warnings.noAgreementAtStart(draft.row.rule(), day));
            });
        }
    }

    private static boolean isUnlimited(Computation computation, Span span) {
        return switch (span.unit()) {
            case NO_LIMIT -> true;
            case PROMPTLY -> computation.profile.dayCounts().promptly().unit() == SpanUnit.NO_LIMIT;
            case AT_ONCE -> computation.profile.dayCounts().atOnce().unit() == SpanUnit.NO_LIMIT;
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS, NEXT_MEETING -> false;
        };
    }

    /** What has no limit is shown, not chased (DLC-10); a guard stays a guard. */
    private DeadlineKind unlimited() {
        return kind == DeadlineKind.GUARD ? DeadlineKind.GUARD : DeadlineKind.INFORMATION;
    }

    private void setDue(Computation computation, Occasion occasion, Span span, Draft draft) {
        if (occasion.target().isPresent()) {
            if (span.unit() != SpanUnit.NO_LIMIT) {
                draft.dueBefore(computation.before(span, occasion.target().get()));
            }
            return;
        }
        FactDate trigger = occasion.trigger().orElseThrow();
        computation.ends(span, trigger.date(), trigger.time()).ifPresent(due -> {
            draft.due(due);
            occasion.notAfter().filter(due::isAfter).ifPresent(draft::dueBefore);
        });
        trigger.formerDates().forEach(former -> computation
                .ends(span, former, Optional.empty())
                .ifPresent(due -> draft.history.add(new FormerDate(due, FormerDate.Reason.TRIGGER_CORRECTED))));
    }
}
