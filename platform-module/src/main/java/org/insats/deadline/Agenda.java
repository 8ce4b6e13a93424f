package org.insats.deadline;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.RoutineService;
import org.insats.routine.WeeklyMeeting;

/**
 * What a unit's weekly or team meeting is to take up (bean {@code insats.agenda}; DL-01, DL-02, DL-37, TMP-42): orders and referrals
 * that wait for their allocation, with those that are still to be clarified marked, and urgent ones allocated since the meeting
 * before, for information. Only what the user may read.
 */
public final class Agenda {

    private static final String ORDER_URI = "http://insats.org/model/order/1.0";
    private static final QName RECEIVED_AT = QName.createQName(ORDER_URI, "receivedAt");
    private static final QName ALLOCATED_AT = QName.createQName(ORDER_URI, "allocatedAt");
    private static final QName EMERGENCY = QName.createQName(ORDER_URI, "emergency");
    private static final List<String> TYPES = List.of("insord:order", "insord:referral");
    private static final List<String> STATUSES = List.of("SENT", "RECEIVED", "ALLOCATED");
    private static final String TO_CLARIFY = "DL-37";
    private static final Set<String> RULES = Set.of("DL-01", "DL-02", TO_CLARIFY);
    private static final int MOST = 500;

    private final DatabaseQuery query;
    private final Documents documents;
    private final Interventions interventions;
    private final DeadlineStore deadlines;
    private final RoutineService routines;
    private final ServicePerson servicePerson;

    Agenda(
            DatabaseQuery query,
            Documents documents,
            Interventions interventions,
            DeadlineStore deadlines,
            RoutineService routines,
            ServicePerson servicePerson) {
        this.query = query;
        this.documents = documents;
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
        List<Item> items = new ArrayList<>();
        for (String type : TYPES) {
            for (String status : STATUSES) {
                find(type, status).forEach(order -> item(order, unit, day).ifPresent(items::add));
            }
        }
        return items.stream()
                .sorted(Comparator.comparing(Item::reason)
                        .thenComparing(item -> item.received().orElse(LocalDate.MAX))
                        .thenComparing(item -> item.order().caseNumber()))
                .toList();
    }

    private Optional<Item> item(Document order, String unit, LocalDate day) {
        Intervention intervention = servicePerson.elevated(() -> interventions.get(order.requireIntervention()));
        boolean ours =
                intervention.text(CaseModel.PERFORMER_UNIT).filter(unit::equals).isPresent();
        Optional<LocalDate> received = order.instant(RECEIVED_AT).map(LawDate::fromInstant);
        if (!ours || received.filter(day::isBefore).isPresent()) {
            return Optional.empty();
        }
        List<LiveDeadline> open = servicePerson.elevated(() -> deadlines.of(intervention.node())).stream()
                .filter(deadline -> deadline.isOpen() && RULES.contains(deadline.ruleId()))
                .toList();
        Optional<LocalDate> due =
                open.stream().flatMap(deadline -> deadline.dueDate().stream()).min(LocalDate::compareTo);
        return reason(order, unit, day, open)
                .map(reason -> new Item(order, intervention.service(), reason, received, due));
    }

    private Optional<Reason> reason(Document order, String unit, LocalDate day, List<LiveDeadline> open) {
        if (!order.status().equals("ALLOCATED")) {
            Set<String> rules = open.stream().map(LiveDeadline::ruleId).collect(Collectors.toSet());
            return Optional.of(rules.contains(TO_CLARIFY) ? Reason.CLARIFY : Reason.ALLOCATE);
        }
        DayOfWeek weekday = meetingOf(unit).map(WeeklyMeeting::weekday).orElse(day.getDayOfWeek());
        LocalDate before = day.with(TemporalAdjusters.previous(weekday));
        boolean recent = order.date(ALLOCATED_AT)
                .filter(allocated -> !allocated.isBefore(before) && !allocated.isAfter(day))
                .isPresent();
        return order.isTrue(EMERGENCY) && recent ? Optional.of(Reason.INFORMATION) : Optional.empty();
    }

    private List<Document> find(String type, String status) {
        return query.find("SELECT * FROM " + type + " WHERE ins:status = '" + status + "'", MOST).stream()
                .map((NodeRef node) -> documents.get(node))
                .toList();
    }
}
