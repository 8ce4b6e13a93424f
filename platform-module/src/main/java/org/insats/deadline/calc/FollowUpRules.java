package org.insats.deadline.calc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.insats.deadline.calc.Computation.Start;
import org.insats.routine.DeadlineRuleNames;
import org.insats.routine.DeadlineSetting;
import org.insats.routine.Setting;
import org.insats.routine.Span;

/**
 * Follow-up: the interval (DL-13..DL-16, DL-18..DL-20), the three-month meeting (DL-17) and the meeting one month before the grant
 * ends (DL-12), by DLF-01..DLF-12. It walks through the held follow-ups in order of time, so that every one settles what was due when
 * it was held.
 */
final class FollowUpRules {

    static final String ONE_MONTH_RULE = "DL-12";
    static final String THREE_MONTH_RULE = "DL-17";
    private static final String PLAN_RULE = "DL-10";

    /** A date that a rule comes to, with the marks it got on the way. */
    private record Fitted(LocalDate due, Optional<Flag> flag) {}

    private final Computation computation;
    private final Grants grants;

    FollowUpRules(Computation computation) {
        this.computation = computation;
        this.grants = new Grants(computation);
    }

    void apply() {
        List<FollowUp> held = held();
        warnOfTooEarly(held);
        Optional<Start> start = computation.start();
        if (start.isEmpty()) {
            new OneMonth(computation, grants).closeUnheld();
            return;
        }
        Optional<FollowUp> threeMonthMeeting = threeMonth(start.get(), held);
        boolean firstIsElsewhere =
                computation.row(THREE_MONTH_RULE, start.get().date()).isPresent();
        List<FollowUp> regular = held.stream()
                .filter(followUp -> threeMonthMeeting.isEmpty()
                        || followUp != threeMonthMeeting.get()
                        || threeMonthMeetingRestarts())
                .toList();
        OneMonth oneMonth = new OneMonth(computation, grants);
        boolean any = false;
        for (String rule : DeadlineRuleNames.FOLLOW_UP_INTERVALS) {
            Optional<DeadlineSetting> row = computation.row(rule, start.get().date());
            if (row.isPresent()) {
                interval(row.get(), start.get(), counting(row.get(), regular), any ? null : oneMonth, firstIsElsewhere);
                any = true;
            }
        }
        if (!any) {
            counting(null, regular)
                    .forEach(followUp -> oneMonth.held(followUp.heldOn().orElseThrow(), Optional.empty()));
        }
        oneMonth.closeUnheld();
    }

    /** Follow-up dates planned ahead from the start, each reckoned from it (DLC-04). */
    List<LocalDate> series(DeadlineSetting row, LocalDate start, int count) {
        List<LocalDate> dates = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            dates.add(row.period().orElseThrow().after(start, n));
        }
        return dates;
    }

    private List<FollowUp> held() {
        return computation.facts.followUps().stream()
                .filter(followUp -> computation.come(followUp.heldOn()).isPresent())
                .filter(followUp ->
                        followUp.kind().filter(FollowUp.Kind.CHILD_TALK::equals).isEmpty())
                .sorted(Comparator.comparing(followUp -> followUp.heldOn().orElseThrow()))
                .toList();
    }

    private void warnOfTooEarly(List<FollowUp> held) {
        held.stream()
                .filter(followUp -> !followUp.caseWorkerPresent())
                .forEach(followUp -> computation.warn(
                        Warnings.followUpNotCounted(followUp.heldOn().orElseThrow())));
    }

    /** Those that count: with the case worker and, where the row asks for a joint one, the placement worker (DLF-11). */
    private List<FollowUp> counting(DeadlineSetting row, List<FollowUp> held) {
        boolean joint = row != null && row.joint();
        held.stream()
                .filter(followUp -> joint && !followUp.placementWorkerPresent())
                .forEach(followUp -> computation.warn(
                        Warnings.followUpNotCounted(followUp.heldOn().orElseThrow())));
        return held.stream()
                .filter(followUp -> followUp.caseWorkerPresent() && (!joint || followUp.placementWorkerPresent()))
                .toList();
    }

    private boolean threeMonthMeetingRestarts() {
        return computation
                .profile
                .setting("PRF-68")
                .flatMap(setting -> setting.entry("threeMonthMeetingRestarts"))
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    /** With the anchor START the interval keeps its rhythm from the start, whenever meetings were held. */
    private boolean anchoredAtStart() {
        return computation
                .profile
                .setting("PRF-68")
                .flatMap((Setting setting) -> setting.entry("anchor"))
                .filter("START"::equals)
                .isPresent();
    }

    /** DL-17: once, three months after the start (DLF-07); the meeting that settled it, if held. */
    private Optional<FollowUp> threeMonth(Start start, List<FollowUp> held) {
        Optional<DeadlineSetting> row = computation.row(THREE_MONTH_RULE, start.date());
        if (row.isEmpty()) {
            return Optional.empty();
        }
        Optional<FollowUp> meeting = held.stream()
                .filter(followUp -> followUp.caseWorkerPresent()
                        && followUp.kind().orElse(FollowUp.Kind.THREE_MONTH) == FollowUp.Kind.THREE_MONTH)
                .findFirst();
        LocalDate asOf = meeting.flatMap(FollowUp::heldOn).orElse(computation.today);
        Span period = row.get().period().orElseThrow();
        fit(period.after(start.date(), 1), grants.knownOn(asOf), start, true).ifPresent(fitted -> {
            Draft draft =
                    new Draft(row.get(), Act.THREE_MONTH_MEETING, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION);
            emit(draft, start, fitted, start.date(), meeting.flatMap(FollowUp::heldOn));
        });
        return meeting;
    }

    private void interval(
            DeadlineSetting row, Start start, List<FollowUp> counting, OneMonth oneMonth, boolean firstIsElsewhere) {
        LocalDate last = start.date();
        int number = 1;
        for (FollowUp followUp : counting) {
            LocalDate heldOn = followUp.heldOn().orElseThrow();
            Optional<Fitted> due =
                    due(row, start, last, grants.knownOn(heldOn), oneMonth, heldOn, number == 1 && !firstIsElsewhere);
            if (due.isPresent()) {
                emit(intervalDraft(row, number), start, due.get(), last, Optional.of(heldOn));
                number++;
            }
            if (oneMonth != null) {
                oneMonth.held(heldOn, due.map(Fitted::due));
            }
            last = heldOn;
        }
        open(row, start, last, oneMonth, number, counting.isEmpty() && !firstIsElsewhere);
    }

    private void open(DeadlineSetting row, Start start, LocalDate last, OneMonth oneMonth, int number, boolean first) {
        LocalDate today = computation.today;
        Optional<Grants.Period> current = grants.current();
        Optional<Fitted> due = due(row, start, last, current, oneMonth, today, first);
        if (due.isEmpty()) {
            computation.warn(Warnings.noFurtherFollowUp(
                    next(row, start, last), current.orElseThrow().grant().to()));
            return;
        }
        Draft draft = intervalDraft(row, number);
        for (Grants.Period earlier : grants.replacedAfter(last)) {
            fit(next(row, start, last), Optional.of(earlier), start, first)
                    .ifPresent(former -> draft.history.add(new FormerDate(former.due(), FormerDate.Reason.EXTENDED)));
        }
        emit(draft, start, due.get(), last, Optional.empty());
    }

    /** While the one-month rule is open the interval keeps its own date, and whichever is earlier governs (DLF-03). */
    private Optional<Fitted> due(
            DeadlineSetting row,
            Start start,
            LocalDate last,
            Optional<Grants.Period> grant,
            OneMonth oneMonth,
            LocalDate asOf,
            boolean first) {
        LocalDate next = next(row, start, last);
        if (oneMonth != null && oneMonth.isOpen(grant, asOf)) {
            boolean after =
                    grant.filter(period -> next.isAfter(period.grant().to())).isPresent();
            return Optional.of(new Fitted(next, after ? Optional.of(Flag.AFTER_GRANT_END) : Optional.empty()));
        }
        return fit(next, grant, start, first);
    }

    private LocalDate next(DeadlineSetting row, Start start, LocalDate last) {
        Span period = row.period().orElseThrow();
        if (!anchoredAtStart()) {
            return period.after(last, 1);
        }
        int n = 1;
        while (!period.after(start.date(), n).isAfter(last)) {
            n++;
        }
        return period.after(start.date(), n);
    }

    /**
     * DLF-06: the day after the grant counts as its last day; a first follow-up that falls later is due half-way; a later one is not
     * due in this period.
     */
    private Optional<Fitted> fit(LocalDate due, Optional<Grants.Period> grant, Start start, boolean first) {
        if (grant.isEmpty() || grant.get().grant().to().isBefore(start.date())) {
            return Optional.of(new Fitted(due, Optional.empty()));
        }
        LocalDate end = grant.get().grant().to();
        if (!due.isAfter(end)) {
            return Optional.of(new Fitted(due, Optional.empty()));
        }
        if (due.equals(end.plusDays(1))) {
            return Optional.of(new Fitted(end, Optional.of(Flag.MOVED_TO_GRANT_END)));
        }
        return first
                ? Optional.of(new Fitted(halfWay(start.date(), end), Optional.of(Flag.SHORT_PERIOD)))
                : Optional.empty();
    }

    static LocalDate halfWay(LocalDate start, LocalDate end) {
        return start.plusDays(Math.floorDiv(ChronoUnit.DAYS.between(start, end), 2));
    }

    private Draft intervalDraft(DeadlineSetting row, int number) {
        return new Draft(row, Act.FOLLOW_UP, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION)
                .numbered(String.valueOf(number), false);
    }

    private void emit(Draft draft, Start start, Fitted fitted, LocalDate trigger, Optional<LocalDate> metOn) {
        draft.triggered(trigger).met(metOn);
        if (fitted.flag().filter(Flag.MOVED_TO_GRANT_END::equals).isPresent()) {
            draft.dueBefore(fitted.due());
        } else {
            draft.due(fitted.due());
        }
        fitted.flag().ifPresent(draft.flags::add);
        if (start.provisional()) {
            draft.flags.add(Flag.PROVISIONAL);
        }
        if (trigger.equals(start.date())) {
            start.formerDates()
                    .forEach(former -> draft.history.add(new FormerDate(
                            draft.row.period().orElseThrow().after(former, 1), FormerDate.Reason.TRIGGER_CORRECTED)));
        }
        if (draft.flags.contains(Flag.SHORT_PERIOD) && metOn.isEmpty()) {
            computation.warn(Warnings.shortPeriod("DLF-06", fitted.due()));
        }
        computation.add(draft);
    }

    /** DL-12, one record for each grant's end, settled as the follow-ups are walked through. */
    private static final class OneMonth {

        private final Computation computation;
        private final Grants grants;
        private final Optional<Start> start;
        private final List<Integer> settled = new ArrayList<>();

        OneMonth(Computation computation, Grants grants) {
            this.computation = computation;
            this.grants = grants;
            this.start = computation.start();
        }

        /** Whether the rule holds for a grant and no follow-up has settled it. */
        boolean isOpen(Optional<Grants.Period> period, LocalDate asOf) {
            return period.isPresent()
                    && row(period.get()).isPresent()
                    && !settled.contains(period.get().number());
        }

        /** Takes note of a held follow-up, with the interval date that was due then (DLF-03). */
        void held(LocalDate heldOn, Optional<LocalDate> intervalDue) {
            Optional<Grants.Period> period = grants.knownOn(heldOn);
            if (!isOpen(period, heldOn)) {
                return;
            }
            LocalDate due = due(period.get(), row(period.get()).orElseThrow());
            boolean governs = intervalDue.isEmpty() || !due.isAfter(intervalDue.get());
            if (governs || !heldOn.isBefore(due)) {
                settled.add(period.get().number());
                add(period.get(), Optional.of(heldOn));
            }
        }

        /** Adds what no follow-up has settled: open for the current grant, superseded for earlier ones (DLF-09). */
        void closeUnheld() {
            grants.known().stream()
                    .filter(period -> isOpen(Optional.of(period), computation.today))
                    .forEach(period -> add(period, Optional.empty()));
        }

        private Optional<DeadlineSetting> row(Grants.Period period) {
            return computation.row(ONE_MONTH_RULE, period.grant().from());
        }

        private LocalDate from(Grants.Period period) {
            return start.map(Start::date)
                    .orElse(grants.first()
                            .map(Grant::from)
                            .orElse(period.grant().from()));
        }

        private LocalDate strict(Grants.Period period, DeadlineSetting row) {
            return row.period().orElseThrow().before(period.grant().to());
        }

        private boolean tooShort(Grants.Period period, DeadlineSetting row) {
            return !strict(period, row).isAfter(from(period));
        }

        /** DLF-04: half-way, where one month before the end is on or before the start. */
        private LocalDate due(Grants.Period period, DeadlineSetting row) {
            return tooShort(period, row) ? halfWay(from(period), period.grant().to()) : strict(period, row);
        }

        private void add(Grants.Period period, Optional<LocalDate> metOn) {
            DeadlineSetting row = row(period).orElseThrow();
            LocalDate due = due(period, row);
            Draft draft = new Draft(row, Act.FOLLOW_UP, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION)
                    .numbered(String.valueOf(period.number()), false)
                    .dueBefore(due)
                    .met(metOn);
            draft.notRemindedBefore = Optional.of(from(period));
            draft.closure = grants.replacedBy(period).map(next -> new Closure(CancelReason.EXTENDED, next.knownFrom()));
            if (start.filter(Start::provisional).isPresent()) {
                draft.flags.add(Flag.PROVISIONAL);
            }
            if (tooShort(period, row)) {
                draft.flags.add(Flag.SHORT_PERIOD);
            }
            boolean late = metOn.orElse(computation.today).isAfter(due);
            boolean open = metOn.isEmpty() && draft.closure.isEmpty();
            if (late && (open || metOn.isPresent())) {
                draft.flags.add(Flag.TOO_LATE_TO_WIND_UP);
            }
            if (open) {
                warn(period, row, due, late);
            }
            computation.add(draft);
        }

        private void warn(Grants.Period period, DeadlineSetting row, LocalDate due, boolean late) {
            if (tooShort(period, row)) {
                computation.warn(Warnings.shortPeriod("DLF-04", due));
            } else {
                computation
                        .row(PLAN_RULE, from(period))
                        .flatMap(DeadlineSetting::period)
                        .map(plan -> plan.after(from(period), 1))
                        .filter(due::isBefore)
                        .ifPresent(planDue -> computation.warn(Warnings.followUpBeforePlan(due, planDue)));
            }
            if (late) {
                computation.warn(Warnings.tooLateToWindUp(due));
            }
        }
    }
}
