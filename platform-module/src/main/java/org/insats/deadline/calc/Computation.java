package org.insats.deadline.calc;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.insats.routine.DayCounts;
import org.insats.routine.DeadlineSetting;
import org.insats.routine.RollPolicy;
import org.insats.routine.RoutineProfile;
import org.insats.routine.Span;
import org.insats.routine.SpanUnit;
import org.insats.routine.WeeklyMeeting;

/** One call of the calculator: its input, the days, and what has been found so far. */
final class Computation {

    /** The start that follow-ups are reckoned from: S of the rules. */
    record Start(LocalDate date, List<LocalDate> formerDates, boolean provisional) {}

    final RoutineProfile profile;
    final String service;
    final CaseFacts facts;
    final LocalDate today;
    final WorkingDays days;
    final List<Warning> warnings = new ArrayList<>();
    private final List<ComputedDeadline> deadlines = new ArrayList<>();
    private final List<Closure> closures;

    Computation(RoutineProfile profile, String service, CaseFacts facts, LocalDate today, WorkingDays days) {
        this.profile = profile;
        this.service = service;
        this.facts = facts;
        this.today = today;
        this.days = days;
        this.closures = closures();
    }

    /** The profile's row of a rule for this service, if it has one on the day. */
    Optional<DeadlineSetting> row(String name, LocalDate day) {
        return profile.deadline(name, service, day);
    }

    /** A date that has come: what is settled later than today is not settled yet. */
    Optional<LocalDate> come(Optional<LocalDate> date) {
        return date.filter(day -> !day.isAfter(today));
    }

    /** The date of a fact that has happened by today. */
    Optional<LocalDate> happened(Fact fact) {
        return come(facts.date(fact));
    }

    /** When the act of a deadline was registered as done, not before what set it off. */
    Optional<LocalDate> done(String key, Optional<LocalDate> trigger) {
        return come(Optional.ofNullable(facts.done().get(key)))
                .filter(day -> trigger.filter(day::isBefore).isEmpty());
    }

    /** The earliest of several facts that have happened by today. */
    Optional<LocalDate> firstHappened(Fact... settling) {
        return Stream.of(settling).map(this::happened).flatMap(Optional::stream).min(LocalDate::compareTo);
    }

    /** Whether neither order nor intervention has come to an end. */
    boolean isRunning() {
        return closures.isEmpty();
    }

    /** The start: registered, or else planned. */
    Optional<Start> start() {
        return facts.start()
                .map(known -> new Start(known.date(), known.formerDates(), false))
                .or(() -> facts.dated(Fact.PLANNED_START)
                        .map(planned -> new Start(planned.date(), planned.formerDates(), true)));
    }

    /** The date a period ends; empty where it has no limit, or where no meeting is known. */
    Optional<LocalDate> ends(Span span, LocalDate trigger, Optional<LocalTime> time) {
        return switch (span.unit()) {
            case WORKING_DAYS -> Optional.of(days.after(trigger, span.amount()));
            case PROMPTLY -> ends(profile.dayCounts().promptly(), trigger, time);
            case AT_ONCE -> ends(profile.dayCounts().atOnce(), trigger, time);
            case NEXT_MEETING -> meeting().map(meeting -> nextMeeting(meeting, trigger, time));
            case NO_LIMIT -> Optional.empty();
            case DAYS, WEEKS, MONTHS, YEARS -> Optional.of(span.after(trigger, 1));
        };
    }

    /** The date that lies a period before a target. */
    LocalDate before(Span span, LocalDate target) {
        return span.unit() == SpanUnit.WORKING_DAYS ? days.before(target, span.amount()) : span.before(target);
    }

    Optional<WeeklyMeeting> meeting() {
        return facts.weeklyMeeting().or(profile::weeklyMeeting);
    }

    private LocalDate nextMeeting(WeeklyMeeting meeting, LocalDate trigger, Optional<LocalTime> time) {
        LocalDate candidate = trigger;
        boolean missedToday = meeting.time().isEmpty()
                || time.isEmpty()
                || !time.get().isBefore(meeting.time().get());
        if (missedToday) {
            candidate = candidate.plusDays(1);
        }
        while (candidate.getDayOfWeek() != meeting.weekday() || !days.isWorkingDay(candidate)) {
            candidate = candidate.plusDays(1);
        }
        return candidate;
    }

    /** Takes in a finished draft. */
    void add(Draft draft) {
        deadlines.add(finish(draft));
    }

    void warn(Warning warning) {
        if (!warnings.contains(warning)) {
            warnings.add(warning);
        }
    }

    /** All deadlines, each act's governing one marked, in order of due date. */
    List<ComputedDeadline> deadlines() {
        return Governing.mark(deadlines).stream()
                .sorted(Comparator.comparing(
                                (ComputedDeadline each) -> each.dueDate().orElse(LocalDate.MAX))
                        .thenComparing(ComputedDeadline::ruleId)
                        .thenComparing(ComputedDeadline::key))
                .toList();
    }

    private ComputedDeadline finish(Draft draft) {
        DeadlineSetting row = draft.row;
        boolean real = draft.kind == DeadlineKind.DEADLINE;
        Optional<LocalDate> due = draft.due.map(day -> rolled(day, draft));
        Optional<LocalDate> workBy = due.map(days::onOrBefore);
        Optional<LocalDate> lead = real ? workBy.map(day -> lead(day, due.orElseThrow(), draft)) : Optional.empty();
        Optional<LocalDate> overdueFrom = real ? due.map(day -> day.plusDays(1)) : Optional.empty();
        Optional<LocalDate> escalateOn = !row.escalateTo().isEmpty()
                ? overdueFrom.map(day -> days.after(day, profile.dayCounts().escalation()))
                : Optional.empty();
        Optional<Closure> closure = closure(draft);
        Optional<LocalDate> metOn = draft.metOn.filter(
                met -> closure.isEmpty() || !met.isAfter(closure.get().on()));
        Optional<Closure> closed = metOn.isPresent() ? Optional.empty() : closure;
        DeadlineState state = state(due, lead, overdueFrom, metOn, closed);
        return new ComputedDeadline(
                draft.key(),
                row.rule(),
                row.part(),
                draft.act,
                draft.actKey(),
                draft.kind,
                row.strength(),
                row.periodStrength(),
                row.important(),
                row.severityWhenOverdue(),
                row.source(),
                "insats.deadline.rule." + row.name().replace('/', '.'),
                draft.trigger,
                due,
                workBy,
                lead,
                overdueFrom,
                escalateOn,
                real && row.remind(),
                row.responsible(),
                row.copyTo(),
                row.overdueTo().isEmpty() ? row.responsible() : row.overdueTo(),
                row.escalateTo(),
                false,
                flags(draft, due, state),
                state,
                metOn,
                daysLate(due, metOn, state),
                closed.map(Closure::reason),
                closed.map(Closure::on),
                elapsed(draft, due, state),
                history(draft, due));
    }

    /** Only what is due after something may move on to the next working day (DLC-07). */
    private LocalDate rolled(LocalDate due, Draft draft) {
        RollPolicy policy = facts.rollPolicy()
                .or(draft.row::rollPolicy)
                .orElse(profile.dayCounts().rollPolicy());
        LocalDate result =
                switch (policy) {
                    case KEEP -> due;
                    case PREVIOUS -> days.onOrBefore(due);
                    case NEXT -> draft.countsBack ? due : days.onOrAfter(due);
                };
        if (!result.equals(due)) {
            draft.flags.add(Flag.ROLLED);
        }
        return result;
    }

    /** So many working days before the work-by date, or as the row says; never before the trigger (DLC-16). */
    private LocalDate lead(LocalDate workBy, LocalDate due, Draft draft) {
        DayCounts counts = profile.dayCounts();
        LocalDate lead =
                draft.row.lead().map(span -> before(span, due)).orElseGet(() -> days.before(workBy, counts.reminder()));
        return draft.notRemindedBefore.filter(lead::isBefore).orElse(lead);
    }

    private DeadlineState state(
            Optional<LocalDate> due,
            Optional<LocalDate> lead,
            Optional<LocalDate> overdueFrom,
            Optional<LocalDate> metOn,
            Optional<Closure> closed) {
        if (metOn.isPresent()) {
            return due.filter(metOn.get()::isAfter).isPresent() ? DeadlineState.MET_LATE : DeadlineState.MET;
        }
        if (closed.isPresent()) {
            return closed.get().reason() == CancelReason.EXTENDED ? DeadlineState.SUPERSEDED : DeadlineState.CANCELLED;
        }
        if (come(overdueFrom).isPresent()) {
            return DeadlineState.OVERDUE;
        }
        return come(lead).isPresent() ? DeadlineState.DUE_SOON : DeadlineState.PENDING;
    }

    private int daysLate(Optional<LocalDate> due, Optional<LocalDate> metOn, DeadlineState state) {
        return switch (state) {
            case MET_LATE -> (int) ChronoUnit.DAYS.between(due.orElseThrow(), metOn.orElseThrow());
            case OVERDUE -> (int) ChronoUnit.DAYS.between(due.orElseThrow(), today);
            case PENDING, DUE_SOON, MET, CANCELLED, SUPERSEDED -> 0;
        };
    }

    private Optional<Integer> elapsed(Draft draft, Optional<LocalDate> due, DeadlineState state) {
        return due.isPresent() || !state.isOpen()
                ? Optional.empty()
                : draft.trigger.filter(trigger -> !trigger.isAfter(today)).map(trigger ->
                        (int) ChronoUnit.DAYS.between(trigger, today));
    }

    private Set<Flag> flags(Draft draft, Optional<LocalDate> due, DeadlineState state) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        flags.addAll(draft.flags);
        if (!state.isOpen()) {
            flags.removeAll(EnumSet.of(Flag.BLOCKS_STEP, Flag.TO_BE_WITHDRAWN, Flag.EXPIRED_WITHOUT_DECISION));
        } else if (draft.kind != DeadlineKind.DEADLINE
                && due.filter(today::isAfter).isPresent()) {
            flags.add(Flag.DATE_PASSED);
        }
        return flags;
    }

    private List<FormerDate> history(Draft draft, Optional<LocalDate> due) {
        return draft.history.stream()
                .filter(former -> due.filter(former.dueDate()::equals).isEmpty())
                .distinct()
                .toList();
    }

    private Optional<Closure> closure(Draft draft) {
        return Stream.concat(
                        draft.closure.stream(),
                        closures.stream().filter(closure -> draft.lifetime.isCancelledBy(closure.reason())))
                .min(Comparator.comparing(Closure::on));
    }

    /** What has ended the order or the intervention by today; withdrawal and decline count only before the start (DLF-10). */
    private List<Closure> closures() {
        List<Closure> found = new ArrayList<>();
        Optional<LocalDate> started = facts.start().map(FactDate::date);
        addClosure(found, Fact.WITHDRAWN, CancelReason.WITHDRAWN, started);
        addClosure(found, Fact.DECLINED, CancelReason.DECLINED, started);
        addClosure(found, Fact.GIVEN_UP, CancelReason.ENDED, started);
        addClosure(found, Fact.INTERRUPTED, CancelReason.INTERRUPTED, Optional.empty());
        addClosure(found, Fact.ENDED, CancelReason.ENDED, Optional.empty());
        return List.copyOf(found);
    }

    private void addClosure(List<Closure> found, Fact fact, CancelReason reason, Optional<LocalDate> onlyBefore) {
        happened(fact)
                .filter(day -> onlyBefore.isEmpty() || day.isBefore(onlyBefore.get()))
                .ifPresent(day -> found.add(new Closure(reason, day)));
    }
}
