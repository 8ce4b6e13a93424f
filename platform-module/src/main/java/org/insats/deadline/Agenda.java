package org.insats.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.AllocationQueue;
import org.insats.casefile.Document;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineService;
import org.insats.routine.WeeklyMeeting;

/**
 * What a unit's weekly or team meeting is to take up (bean {@code insats.agenda}; DL-01, DL-02, DL-37, TMP-42): all that stands in
 * the unit's allocation queue, with what is still to be clarified marked, and urgent things allocated since the meeting before, for
 * information. Only what the user may read.
 */
public final class Agenda {

    private static final QName RECEIVED_AT = QName.createQName("http://insats.org/model/order/1.0", "receivedAt");
    private static final String TO_CLARIFY = "DL-37";
    private static final Set<String> RULES = Set.of("DL-01", "DL-02", TO_CLARIFY);

    private final AllocationQueue queue;
    private final Interventions interventions;
    private final DeadlineStore deadlines;
    private final RoutineService routines;
    private final ServicePerson servicePerson;

    Agenda(
            AllocationQueue queue,
            Interventions interventions,
            DeadlineStore deadlines,
            RoutineService routines,
            ServicePerson servicePerson) {
        this.queue = queue;
        this.interventions = interventions;
        this.deadlines = deadlines;
        this.routines = routines;
        this.servicePerson = servicePerson;
    }

    /** Why something is on the list. */
    public enum Reason {
        /** To be allocated. */
        ALLOCATE,
        /** Something has been asked and not answered; allocated at the next meeting, if it is answered by then. */
        CLARIFY,
        /** Was urgent and has been allocated: for information (TMP-42). */
        INFORMATION
    }

    /**
     * A line of the list.
     *
     * @param order the order or referral
     * @param service the service asked for, a value of {@code ServiceType}
     * @param reason why it is there
     * @param received the day it was received, where known
     * @param due by which meeting it is to be taken up, where a rule says so
     */
    public record Item(
            Document order, String service, Reason reason, Optional<LocalDate> received, Optional<LocalDate> due) {}

    /** When the unit meets, by the first of the routines in force that says so. */
    public Optional<WeeklyMeeting> meetingOf(String unit) {
        return routines.profiles().stream()
                .map(profile -> profile.meetingOf(unit))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The unit's first meeting day from {@code day} on; that day itself where the unit has set none. */
    public LocalDate meetingDay(String unit, LocalDate day) {
        return meetingOf(unit)
                .map(meeting -> day.with(TemporalAdjusters.nextOrSame(meeting.weekday())))
                .orElse(day);
    }

    /** What the unit is to take up on {@code day}: what waits first, and of that the longest waiting. */
    public List<Item> of(String unit, LocalDate day) {
        DayOfWeek weekday = meetingOf(unit).map(WeeklyMeeting::weekday).orElse(day.getDayOfWeek());
        LocalDate before = day.with(TemporalAdjusters.previous(weekday));
        Stream<Item> waiting = queue.toAllocateBy(unit).stream()
                .filter(each -> !each.place().since().isAfter(day))
                .map(this::toAllocate);
        Stream<Item> told = queue.forInformation(unit, before, day).stream()
                .map(each -> item(each.document(), Reason.INFORMATION, received(each.document()), List.of()));
        return Stream.concat(waiting, told)
                .sorted(Comparator.comparing(Item::reason)
                        .thenComparing(item -> item.received().orElse(LocalDate.MAX))
                        .thenComparing(item -> item.order().caseNumber()))
                .toList();
    }

    private Item toAllocate(AllocationQueue.Waiting waiting) {
        List<LiveDeadline> open =
                servicePerson.elevated(() -> deadlines.of(waiting.document().requireIntervention()).stream()
                        .filter(deadline -> deadline.isOpen() && RULES.contains(deadline.ruleId()))
                        .toList());
        boolean toClarify = open.stream().anyMatch(deadline -> deadline.ruleId().equals(TO_CLARIFY));
        return item(
                waiting.document(),
                toClarify ? Reason.CLARIFY : Reason.ALLOCATE,
                Optional.of(waiting.place().since()),
                open);
    }

    private static Optional<LocalDate> received(Document order) {
        return order.instant(RECEIVED_AT).map(LawDate::fromInstant);
    }

    private Item item(Document order, Reason reason, Optional<LocalDate> received, List<LiveDeadline> open) {
        Intervention intervention = servicePerson.elevated(() -> interventions.get(order.requireIntervention()));
        Optional<LocalDate> due =
                open.stream().flatMap(deadline -> deadline.dueDate().stream()).min(LocalDate::compareTo);
        return new Item(order, intervention.service(), reason, received, due);
    }
}
