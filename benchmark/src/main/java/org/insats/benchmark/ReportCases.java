package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.NewDocument;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/**
 * Fills the repository with interventions for reports: ordered over two years, started after a while, with acts done in time, late and
 * not at all, in twenty units and seven services; one of twenty still waits for a contractor. Case, order, grant and start go
 * through the add-on's services; the deadlines are written as nodes, for the past cannot be lived through again. The same seed
 * makes the same interventions, however many threads make them.
 */
final class ReportCases implements Measure {

    static final int UNITS = 20;
    private static final int MONTHS_BACK = 24;
    private static final int ONE_WAITS_OF = 20;
    private static final int LONGEST_TO_START = 90;
    private static final int DAYS_GRANTED = 700;
    private static final int SHARE_LATE = 15;
    private static final int SHARE_OVERDUE = 10;
    private static final String ORDER = "http://insats.org/model/order/1.0";
    private static final List<String> SERVICES = List.of(
            "CONTACT_PERSON",
            "CONTACT_FAMILY",
            "SUPPORT_FAMILY",
            "FOSTER_HOME",
            "RESIDENTIAL_CARE_HOME",
            "STATE_INSTITUTION",
            "SUPPORTED_HOUSING");

    private final Desk desk;
    private final CaseFileService caseFiles;
    private final Documents documents;
    private final Interventions interventions;
    private final NodeService nodes;
    private final Clock clock;
    private final AtomicInteger made = new AtomicInteger();

    ReportCases(
            Desk desk,
            CaseFileService caseFiles,
            Documents documents,
            Interventions interventions,
            NodeService nodes,
            Clock clock) {
        this.desk = desk;
        this.caseFiles = caseFiles;
        this.documents = documents;
        this.interventions = interventions;
        this.nodes = nodes;
        this.clock = clock;
    }

    /** Code of a unit. */
    static String unit(int number) {
        return "BR" + number % UNITS;
    }

    @Override
    public String name() {
        return "interventions";
    }

    /** Settings: {@code count} wanted, together with those made since the repository was started, {@code seed}, {@code threads}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        int count = settings.path("count").asInt(1000);
        long seed = settings.path("seed").asLong(1);
        List<String> units =
                IntStream.range(0, UNITS).mapToObj(ReportCases::unit).toList();
        desk.worksIn(units);
        int from = made.get();
        long start = System.nanoTime();
        CompletableFuture.allOf(IntStream.range(0, settings.path("threads").asInt(2))
                        .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                            for (int number = made.getAndIncrement(); number < count; number = made.getAndIncrement()) {
                                make(number, new Random(seed * 1_000_003 + number));
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        made.set(Math.max(from, count));
        double seconds = (System.nanoTime() - start) / 1e9;
        answer.put("made", made.get() - from);
        answer.put("seconds", seconds);
    }

    private void make(int number, Random random) {
        String service = SERVICES.get(random.nextInt(SERVICES.size()));
        CaseFile caseFile = desk.asUser(() -> desk.inTransaction(() -> open(number, service)));
        LocalDate today = LawDate.today(clock);
        LocalDate ordered = today.minusMonths(MONTHS_BACK).plusDays(random.nextInt(MONTHS_BACK * 30));
        boolean waits = random.nextInt(ONE_WAITS_OF) == 0;
        LocalDate started = ordered.plusDays(1L + random.nextInt(LONGEST_TO_START));
        desk.asService(() -> {
            NodeRef intervention = nodes.getChildAssocs(caseFile.node(), Set.of(CaseModel.TYPE_INTERVENTION))
                    .get(0)
                    .getChildRef();
            Document order = order(caseFile, intervention, ordered, waits);
            interventions.write(intervention, state(order, ordered, waits ? Optional.empty() : Optional.of(started)));
            if (!waits) {
                Place place = new Place(caseFile, intervention, unit(number), today);
                deadline(place, "EXECUTION_CHECK", "DL-06", started.plusDays(14), random);
                deadline(place, "FOLLOW_UP", "DL-15", started.plusMonths(6), random);
                deadline(place, "FOLLOW_UP", "DL-16", started.plusMonths(12), random);
            }
            return null;
        });
    }

    private CaseFile open(int number, String service) {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        request.put("profile", "motala-rop");
        request.put("unit", unit(number));
        request.put("service", service);
        request.put("performerUnit", unit(number + 1));
        request.putObject("client").put("name", "Test Testsson").put("birthDate", "2013-05-14");
        return caseFiles.open(request);
    }

    private Document order(CaseFile caseFile, NodeRef intervention, LocalDate ordered, boolean waits) {
        Date at = LawDate.toStored(ordered);
        Map<QName, Serializable> fields = new HashMap<>();
        fields.put(CaseModel.STATUS, waits ? "MATCHING" : "STARTED");
        fields.put(CaseModel.SENT_AT, at);
        fields.put(CaseModel.RECORDED_AT, at);
        fields.put(QName.createQName(ORDER, "receivedAt"), at);
        fields.put(QName.createQName(ORDER, "allocatedAt"), at);
        Document made = documents.make(new NewDocument("order", caseFile.node(), Optional.of(intervention), fields));
        return documents.writeQuietly(made, fields);
    }

    private static Map<QName, Serializable> state(Document order, LocalDate ordered, Optional<LocalDate> started) {
        Map<QName, Serializable> state = new HashMap<>();
        state.put(CaseModel.INTERVENTION_STATE, started.isPresent() ? "RUNNING" : "ORDERED");
        state.put(CaseModel.GRANT_STATE, "GRANTED");
        state.put(CaseModel.GRANT_FROM, LawDate.toStored(ordered));
        state.put(CaseModel.GRANT_TO, LawDate.toStored(ordered.plusDays(DAYS_GRANTED)));
        state.put(CaseModel.CURRENT_ORDER, order.id());
        started.ifPresent(day -> state.put(CaseModel.START_DATE, LawDate.toStored(day)));
        return state;
    }

    private record Place(CaseFile caseFile, NodeRef intervention, String unit, LocalDate today) {}

    private void deadline(Place place, String act, String rule, LocalDate due, Random random) {
        int lot = random.nextInt(100);
        int days = 1 + random.nextInt(40);
        String state = outcome(lot, due, place.today());
        String id = UUID.randomUUID().toString();
        Map<QName, Serializable> values = new HashMap<>();
        values.put(ContentModel.PROP_NAME, rule + "-1");
        values.put(ContentModel.PROP_NODE_UUID, id);
        values.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        values.put(CaseModel.CASE_NUMBER, place.caseFile().caseNumber());
        values.put(CaseModel.INTERVENTION_REF, place.intervention().getId());
        put(values, "deadlineKey", rule + "#1");
        put(values, "actKey", act + "#" + rule);
        put(values, "ruleId", rule);
        put(values, "occurrence", 1);
        put(values, "deadlineKind", "DEADLINE");
        put(values, "act", act);
        put(values, "strength", random.nextInt(4) == 0 ? "SHOULD" : "MUST");
        put(values, "severity", "WARNING");
        put(values, "dueDate", LawDate.toStored(due));
        put(values, "workBy", LawDate.toStored(due));
        put(values, "leadDate", LawDate.toStored(due.minusDays(14)));
        put(values, "governing", true);
        put(values, "ownerRole", "PLACEMENT_WORKER");
        put(values, "deadlineOwner", "benchmark.owner" + random.nextInt(400));
        put(values, "deadlineUnit", place.unit());
        put(values, "deadlineState", state);
        put(values, "dateFlags", "[]");
        if (state.startsWith("MET")) {
            put(values, "metDate", LawDate.toStored(state.equals("MET") ? due.minusDays(1) : due.plusDays(days)));
        } else {
            LocalDate next = state.equals("OVERDUE") ? place.today().plusDays(days) : due.minusDays(14);
            put(values, "nextActionAt", JobBenchmark.slot(next.atTime(12, 0).toInstant(ZoneOffset.UTC)));
            put(values, "listKey", due + "-" + id);
            put(values, "listedFor", new ArrayList<>(List.of("unit:" + place.unit())));
        }
        nodes.createNode(
                place.intervention(),
                CaseModel.ASSOC_DEADLINES,
                QName.createQName(CaseModel.URI, rule + "-1"),
                CaseModel.TYPE_DEADLINE,
                values);
    }

    /** How an act went that was due on a day; what is not due yet is ahead. */
    private static String outcome(int lot, LocalDate due, LocalDate today) {
        if (!due.isBefore(today)) {
            return "PENDING";
        }
        if (lot < SHARE_OVERDUE) {
            return "OVERDUE";
        }
        return lot < SHARE_OVERDUE + SHARE_LATE ? "MET_LATE" : "MET";
    }

    private static void put(Map<QName, Serializable> values, String name, Serializable value) {
        values.put(QName.createQName(CaseModel.URI, name), value);
    }
}
