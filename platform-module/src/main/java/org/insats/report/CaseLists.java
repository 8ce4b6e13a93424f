package org.insats.report;

import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/**
 * Lists across the cases that the current user may read (bean {@code insats.caseLists}). Each asks the database for what is
 * in a passing state or has a date ahead, so that it costs what is open and not what has been.
 */
public final class CaseLists {

    private static final String ORDER_URI = "http://insats.org/model/order/1.0";
    private static final QName RECEIVED_AT = QName.createQName(ORDER_URI, "receivedAt");
    private static final QName EMERGENCY = QName.createQName(ORDER_URI, "emergency");
    private static final List<String> ORDER_TYPES = List.of("insord:order", "insord:notice");
    private static final List<String> WAITING = List.of("SENT", "RECEIVED");
    private static final Set<InterventionState> OVER = Set.of(
            InterventionState.ENDING,
            InterventionState.DOCUMENTED,
            InterventionState.ENDED,
            InterventionState.WITHDRAWN,
            InterventionState.DECLINED);
    private static final int MOST = 5_000;

    private final DatabaseQuery query;
    private final NodeService nodes;
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
            NodeService nodes,
            CaseFileService caseFiles,
            Interventions interventions,
            ServicePerson servicePerson,
            Clock clock) {
        this.query = query;
        this.nodes = nodes;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * An order or notice that nobody has been allocated to.
     *
     * @param order the document
     * @param kind id of its kind
     * @param status SENT or RECEIVED
     * @param receivedOn the day the performing side received it
     * @param emergency whether it is an emergency
     * @param intervention the intervention it orders, where the user may read it
     * @param caseFile the case
     */
    public record Waiting(
            NodeRef order,
            String kind,
            String status,
            Optional<LocalDate> receivedOn,
            boolean emergency,
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

    /**
     * A page of a list.
     *
     * @param items what is on it
     * @param next the key to go on after; empty on the last page
     */
    public record Page<T>(List<T> items, Optional<String> next) {}

    /** Orders and notices that wait for allocation (ORD-40..45), emergencies first, then the one received longest ago. */
    public Page<Waiting> allocationQueue(Optional<String> unit, Optional<String> after, int size) {
        List<Waiting> found = new ArrayList<>();
        for (String type : ORDER_TYPES) {
            for (String status : WAITING) {
                query
                        .find(
                                "SELECT * FROM " + type + " WHERE ins:status = '" + status + "' ORDER BY cmis:name ASC",
                                MOST)
                        .stream()
                        .map(node -> servicePerson.elevated(() -> waiting(node)))
                        .filter(each -> isOf(unit, each.caseFile(), each.intervention()))
                        .forEach(found::add);
            }
        }
        return page(found, CaseLists::key, after, size);
    }

    private Waiting waiting(NodeRef node) {
        Map<QName, Serializable> properties = nodes.getProperties(node);
        Optional<Intervention> intervention = Optional.ofNullable(properties.get(CaseModel.INTERVENTION_REF))
                .map(id -> new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id.toString()))
                .filter(nodes::exists)
                .map(interventions::get);
        return new Waiting(
                node,
                Objects.toString(properties.get(CaseModel.KIND), ""),
                Objects.toString(properties.get(CaseModel.STATUS), ""),
                Optional.ofNullable((Date) properties.get(RECEIVED_AT))
                        .map(Date::toInstant)
                        .map(LawDate::fromInstant),
                Boolean.TRUE.equals(properties.get(EMERGENCY)),
                intervention,
                caseFiles.ofNode(node));
    }

    private static String key(Waiting each) {
        return (each.emergency() ? "0." : "1.")
                + each.receivedOn().map(LocalDate::toString).orElse("9999-12-31")
                + '.'
                + each.order().getId();
    }

    /** Grants of running interventions that run out within {@code days}, and those that have; the first to run out first. */
    public Page<Expiring> expiringGrants(Optional<String> unit, int days, Optional<String> after, int size) {
        LocalDate today = LawDate.today(clock);
        Stream<NodeRef> ahead = query
                .find(
                        "SELECT * FROM ins:intervention WHERE ins:grantTo >= " + timestamp(today)
                                + " AND ins:grantTo <= " + timestamp(today.plusDays(days))
                                + " ORDER BY ins:grantTo ASC",
                        MOST)
                .stream();
        Stream<NodeRef> passed = query
                .find(
                        "SELECT * FROM ins:intervention WHERE ins:grantState = 'EXPIRED_WITHOUT_DECISION'"
                                + " ORDER BY ins:grantTo ASC",
                        MOST)
                .stream();
        List<Expiring> found = Stream.concat(passed, ahead)
                .distinct()
                .map(node -> servicePerson.elevated(() -> expiring(node, today)))
                .flatMap(Optional::stream)
                .filter(each -> isOf(unit, each.caseFile(), Optional.of(each.intervention())))
                .toList();
        return page(found, CaseLists::key, after, size);
    }

    private Optional<Expiring> expiring(NodeRef node, LocalDate today) {
        Intervention intervention = interventions.get(node);
        return intervention
                .date(CaseModel.GRANT_TO)
                .filter(lastDay -> !OVER.contains(intervention.state()))
                .map(lastDay -> new Expiring(
                        intervention, caseFiles.ofNode(node), lastDay, lastDay.toEpochDay() - today.toEpochDay()));
    }

    private static String key(Expiring each) {
        return each.lastDay() + "." + each.intervention().node().getId();
    }

    /** Dates of law are stored at noon, so a day's own noon is both its first and its last moment. */
    private static String timestamp(LocalDate day) {
        return "TIMESTAMP '" + LawDate.toStored(day).toInstant().toString().replace("Z", ".000Z") + "'";
    }

    private static boolean isOf(Optional<String> unit, CaseFile caseFile, Optional<Intervention> intervention) {
        return unit.isEmpty()
                || unit.get().equals(caseFile.unit())
                || unit.equals(intervention.flatMap(each -> each.text(CaseModel.PERFORMER_UNIT)));
    }

    private static <T> Page<T> page(List<T> found, Function<T, String> key, Optional<String> after, int size) {
        List<T> rest = found.stream()
                .filter(each -> after.isEmpty() || key.apply(each).compareTo(after.get()) > 0)
                .sorted(Comparator.comparing(key))
                .toList();
        List<T> items = rest.stream().limit(size).toList();
        return new Page<>(
                items,
                rest.size() > items.size() ? Optional.of(key.apply(items.get(items.size() - 1))) : Optional.empty());
    }
}
