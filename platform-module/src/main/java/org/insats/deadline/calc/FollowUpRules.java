package org.insats.deadline.calc;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.insats.deadline.calc.Computation.Start;
import org.insats.routine.DeadlineRuleNames;
import org.insats.routine.DeadlineSetting;
import org.insats.routine.Span;

/**
 * Follow-up by DLF-01..DLF-12: the interval (DL-13..DL-16, DL-18..DL-20), the three-month meeting (DL-17) and, with
 * {@link OneMonthRule}, the meeting one month before the grant ends. It walks through the held follow-ups in order of time, so that
 * each settles what was due when it was held.
 */
final class FollowUpRules {

    static final String THREE_MONTH_RULE = "DL-17";
    private static final String ANCHOR_SETTING = "PRF-68";

    /** A date that a rule comes to, with the mark it got on the way. */
    private record Fitted(LocalDate due, Optional<Flag> flag) {}

    /** One interval rule on its walk: the last follow-up that counted, and how many records there are. */
    private record Walk(DeadlineSetting row, Start start, LocalDate last, int number, boolean first) {

        Walk after(LocalDate heldOn, boolean recorded) {
            return new Walk(row, start, heldOn, recorded ? number + 1 : number, false);
        }
    }

    private final Computation computation;
    private final Grants grants;
    private final OneMonthRule oneMonth;

    FollowUpRules(Computation computation) {
        this.computation = computation;
        this.grants = new Grants(computation);
        this.oneMonth = new OneMonthRule(computation, grants);
    }

    void apply() {
        computation.start().ifPresent(this::walk);
        oneMonth.addUnsettled();
    }

    /** Follow-up dates planned ahead from the start, each reckoned from it (DLC-04). */
    static List<LocalDate> series(DeadlineSetting row, LocalDate start, int count) {
        List<LocalDate> dates = new ArrayList<>();
        for (int n = 1; n <= count; n++) {
            dates.add(period(row).after(start, n));
        }
        return dates;
    }

    /** Half of the days from the start to the end of the grant, rounded down (DLF-04, DLF-06). */
    static LocalDate halfWay(LocalDate start, LocalDate end) {
        return start.plusDays(Math.floorDiv(ChronoUnit.DAYS.between(start, end), 2));
    }

    private void walk(Start start) {
        List<FollowUp> held = held(start);
        Optional<DeadlineSetting> threeMonth = computation.row(THREE_MONTH_RULE, start.date());
        Optional<FollowUp> meeting = threeMonth.flatMap(row -> threeMonth(row, start, held));
        List<FollowUp> rest = new ArrayList<>(held);
        if (!threeMonthMeetingRestarts()) {
            meeting.ifPresent(rest::remove);
        }
        List<DeadlineSetting> rows = DeadlineRuleNames.FOLLOW_UP_INTERVALS.stream()
                .flatMap(rule -> computation.row(rule, start.date()).stream())
                .toList();
        rows.forEach(row -> interval(new Walk(row, start, start.date(), 1, threeMonth.isEmpty()), counting(row, rest)));
        if (rows.isEmpty()) {
            rest.forEach(followUp -> oneMonth.held(heldOn(followUp), Optional.empty()));
        }
    }

    private List<FollowUp> held(Start start) {
        List<FollowUp> held = computation.facts.followUps().stream()
                .filter(followUp -> computation
                        .come(followUp.heldOn())
                        .filter(day -> !day.isBefore(start.date()))
                        .isPresent())
                .filter(followUp ->
                        followUp.kind().filter(FollowUp.Kind.CHILD_TALK::equals).isEmpty())
                .sorted(Comparator.comparing(FollowUpRules::heldOn))
                .toList();
        return onlyCounting(held, FollowUp::caseWorkerPresent);
    }

    /** Where the row asks for a joint follow-up, only those with the placement worker (BR-75). */
    private List<FollowUp> counting(DeadlineSetting row, List<FollowUp> held) {
        return row.joint() ? onlyCounting(held, FollowUp::placementWorkerPresent) : held;
    }

    /** Says which of them do not count (DLF-11). */
    private List<FollowUp> onlyCounting(List<FollowUp> held, Predicate<FollowUp> counts) {
        held.stream()
                .filter(counts.negate())
                .forEach(followUp -> computation.warn(Warnings.followUpNotCounted(heldOn(followUp))));
        return held.stream().filter(counts).toList();
    }

    /** DL-17: once, three months after the start (DLF-07). Gives the meeting that settled it, if it was held. */
    private Optional<FollowUp> threeMonth(DeadlineSetting row, Start start, List<FollowUp> held) {
        Optional<FollowUp> meeting = held.stream()
                .filter(followUp -> followUp.kind().orElse(FollowUp.Kind.THREE_MONTH) == FollowUp.Kind.THREE_MONTH)
                .findFirst();
        LocalDate asOf = meeting.map(FollowUpRules::heldOn).orElse(computation.today);
        Draft draft = new Draft(row, Act.THREE_MONTH_MEETING, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION);
        fit(period(row).after(start.date(), 1), grants.knownOn(asOf), start, true)
                .ifPresent(fitted -> add(draft, start, fitted, start.date(), meeting.map(FollowUpRules::heldOn)));
        return meeting;
    }

    private void interval(Walk begin, List<FollowUp> held) {
        Walk walk = begin;
        for (FollowUp followUp : held) {
            LocalDate heldOn = heldOn(followUp);
            Optional<Fitted> due = due(walk, grants.knownOn(heldOn));
            Draft draft = draft(walk);
            Walk now = walk;
            due.ifPresent(fitted -> add(draft, now.start(), fitted, now.last(), Optional.of(heldOn)));
            oneMonth.held(heldOn, due.map(Fitted::due));
            walk = walk.after(heldOn, due.isPresent());
        }
        open(walk);
    }

    /** What is due next: in this grant period, or nothing more in it. */
    private void open(Walk walk) {
        Optional<Fitted> due = due(walk, grants.current());
        if (due.isEmpty()) {
            if (computation.isRunning()) {
                computation.warn(Warnings.noFurtherFollowUp(
                        next(walk), grants.current().orElseThrow().grant().to()));
            }
            return;
        }
        Draft draft = draft(walk);
        grants.replacedAfter(walk.last()).stream()
                .flatMap(earlier -> fit(next(walk), Optional.of(earlier), walk.start(), walk.first()).stream())
                .forEach(former -> draft.history.add(new FormerDate(former.due(), FormerDate.Reason.EXTENDED)));
        add(draft, walk.start(), due.get(), walk.last(), Optional.empty());
    }

    /** While the one-month rule is open the interval keeps its own date, and whichever is earlier governs (DLF-03). */
    private Optional<Fitted> due(Walk walk, Optional<Grants.Period> grant) {
        LocalDate next = next(walk);
        if (!oneMonth.isOpen(grant)) {
            return fit(next, grant, walk.start(), walk.first());
        }
        boolean after = next.isAfter(grant.orElseThrow().grant().to());
        return Optional.of(new Fitted(next, after ? Optional.of(Flag.AFTER_GRANT_END) : Optional.empty()));
    }

    /** The interval from the last held follow-up, else the start; or, if the profile says so, always in step with the start. */
    private LocalDate next(Walk walk) {
        Span period = period(walk.row());
        if (!anchoredAtStart()) {
            return period.after(walk.last(), 1);
        }
        int n = 1;
        while (!period.after(walk.start().date(), n).isAfter(walk.last())) {
            n++;
        }
        return period.after(walk.start().date(), n);
    }

    /**
     * DLF-06: the day after the grant counts as its last day; a first follow-up that falls later is due half-way; a later one is not
     * due in this period.
     */
    private static Optional<Fitted> fit(LocalDate due, Optional<Grants.Period> grant, Start start, boolean first) {
        LocalDate end = grant.map(period -> period.grant().to()).orElse(LocalDate.MAX);
        if (!due.isAfter(end) || end.isBefore(start.date())) {
            return Optional.of(new Fitted(due, Optional.empty()));
        }
        if (due.equals(end.plusDays(1))) {
            return Optional.of(new Fitted(end, Optional.of(Flag.MOVED_TO_GRANT_END)));
        }
        return first
                ? Optional.of(new Fitted(halfWay(start.date(), end), Optional.of(Flag.SHORT_PERIOD)))
                : Optional.empty();
    }

    private static Draft draft(Walk walk) {
        return new Draft(walk.row(), Act.FOLLOW_UP, DeadlineKind.DEADLINE, Lifetime.WITH_INTERVENTION)
                .numbered(String.valueOf(walk.number()), false);
    }

    private void add(Draft draft, Start start, Fitted fitted, LocalDate trigger, Optional<LocalDate> metOn) {
        draft.triggered(trigger).met(metOn).due(fitted.due());
        draft.countsBack = fitted.flag().filter(Flag.MOVED_TO_GRANT_END::equals).isPresent();
        fitted.flag().ifPresent(draft.flags::add);
        if (start.provisional()) {
            draft.flags.add(Flag.PROVISIONAL);
        }
        if (trigger.equals(start.date())) {
            start.formerDates()
                    .forEach(former -> draft.history.add(
                            new FormerDate(period(draft.row).after(former, 1), FormerDate.Reason.TRIGGER_CORRECTED)));
        }
        if (draft.flags.contains(Flag.SHORT_PERIOD) && metOn.isEmpty() && computation.isRunning()) {
            computation.warn(Warnings.shortPeriod("DLF-06", fitted.due()));
        }
        computation.add(draft);
    }

    private boolean threeMonthMeetingRestarts() {
        return anchorEntry("threeMonthMeetingRestarts")
                .filter(Boolean.TRUE::equals)
                .isPresent();
    }

    private boolean anchoredAtStart() {
        return anchorEntry("anchor").filter("START"::equals).isPresent();
    }

    private Optional<Object> anchorEntry(String name) {
        return computation.profile.setting(ANCHOR_SETTING).flatMap(setting -> setting.entry(name));
    }

    private static Span period(DeadlineSetting row) {
        return row.period().orElseThrow();
    }

    private static LocalDate heldOn(FollowUp followUp) {
        return followUp.heldOn().orElseThrow();
    }
}
