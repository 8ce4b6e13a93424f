package org.insats.report;

import static org.insats.platform.DatabaseQuery.quoted;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.AllocationQueue;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.QueuePlace;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.DatabaseQuery.Page;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/**
 * Lists across the cases that the current user may read (bean {@code insats.caseLists}). Each asks the database for what is
 * in a passing state or has a date ahead, in the list's own order, so that a page costs a page and not what there is or has been.
 */
public final class CaseLists {

    private final DatabaseQuery query;
    private final AllocationQueue queue;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /**
     * Creates it.
     *
     * @param query that leaves out what the user may not read
     */
    public CaseLists(
            DatabaseQuery query,
            AllocationQueue queue,
            CaseFileService caseFiles,
            Interventions interventions,
            ServicePerson servicePerson,
            Clock clock) {
        this.query = query;
        this.queue = queue;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * Something that nobody has been allocated to.
     *
     * @param document the order, notice, referral or assignment
     * @param since the day the performing side received it
     * @param emergency whether it is an emergency
     * @param intervention the intervention it is about
     * @param caseFile the case
     */
    public record Waiting(
            Document document,
            LocalDate since,
            boolean emergency,
            Optional<Intervention> intervention,
            CaseFile caseFile) {}

    /**
     * Something that a contractor is being searched for.
     *
     * @param document the order or referral
     * @param since the day it was allocated to whoever searches
     * @param daysWaited days from then until today
     * @param intervention the intervention it is about
     * @param caseFile the case
     */
    public record Searching(
            Document document,
            LocalDate since,
            long daysWaited,
            Optional<Intervention> intervention,
            CaseFile caseFile) {}

    /**
     * A grant that runs out, or has run out without a decision.
     *
     * @param intervention the intervention
     * @param caseFile its case
     * @param lastDay its last day
     * @param daysLeft days from today until then; negative when it has passed
     */
    public record Expiring(Intervention intervention, CaseFile caseFile, LocalDate lastDay, long daysLeft) {}

    /** What waits for allocation (ORD-40..45), emergencies first, then what was received longest ago. */
    public Page<Waiting> allocationQueue(Optional<String> unit, Optional<String> after, int size) {
        Page<AllocationQueue.Waiting> page = queue.waiting(unit, after, size);
        return new Page<>(page.items().stream().map(this::waiting).toList(), page.next());
    }

    private Waiting waiting(AllocationQueue.Waiting found) {
        return servicePerson.elevated(() -> new Waiting(
                found.document(),
                found.place().since(),
                found.place().stage() == QueuePlace.Stage.URGENT,
                found.document().intervention().map(interventions::get),
                caseFiles.ofNode(found.document().caseFile())));
    }

    /** What a contractor is being searched for, the longest waiting first; of a unit where one is named. */
    public Page<Searching> waitingForMatch(Optional<String> unit, Optional<String> after, int size) {
        LocalDate today = LawDate.today(clock);
        Page<AllocationQueue.Waiting> page = queue.searching(unit, after, size);
        return new Page<>(
                page.items().stream().map(each -> searching(each, today)).toList(), page.next());
    }

    private Searching searching(AllocationQueue.Waiting found, LocalDate today) {
        Waiting each = waiting(found);
        return new Searching(
                each.document(),
                each.since(),
                today.toEpochDay() - each.since().toEpochDay(),
                each.intervention(),
                each.caseFile());
    }

    /** Grants of running interventions that run out within {@code days}, and those that have; the first to run out first. */
    public Page<Expiring> expiringGrants(Optional<String> unit, int days, Optional<String> after, int size) {
        LocalDate today = LawDate.today(clock);
        String before = "ins:expiryKey < " + quoted(today.plusDays(days + 1L).toString());
        Stream<String> conditions = unit.map(code -> Stream.of(
                        "ins:expiryUnit = " + quoted(code) + " AND " + before,
                        "ins:performerUnit = " + quoted(code) + " AND " + before))
                .orElseGet(() -> Stream.of(before));
        List<Intervention> found = conditions
                .flatMap(condition -> query
                        .findAfter(
                                "SELECT * FROM ins:intervention WHERE " + condition, "ins:expiryKey", after, size + 1)
                        .stream())
                .distinct()
                .map(this::read)
                .sorted(Comparator.comparing(CaseLists::expiryKey))
                .limit(size + 1L)
                .toList();
        Page<Intervention> page = Page.of(found, size, CaseLists::expiryKey);
        return new Page<>(
                page.items().stream().map(each -> expiring(each, today)).toList(), page.next());
    }

    private Intervention read(NodeRef node) {
        return servicePerson.elevated(() -> interventions.get(node));
    }

    private static String expiryKey(Intervention intervention) {
        return intervention.text(CaseModel.EXPIRY_KEY).orElse("");
    }

    private Expiring expiring(Intervention intervention, LocalDate today) {
        LocalDate lastDay = intervention.date(CaseModel.GRANT_TO).orElse(today);
        return new Expiring(
                intervention,
                caseFiles.ofNode(intervention.node()),
                lastDay,
                lastDay.toEpochDay() - today.toEpochDay());
    }
}
