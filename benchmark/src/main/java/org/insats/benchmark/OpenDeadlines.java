package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;

/**
 * Fills the repository with open deadlines that ask for nothing yet: spread over cases, days, rules, units and owners, some
 * of them the benchmark user's. They are as many as {@code count} says, together with those filled in before.
 */
final class OpenDeadlines implements Measure {

    private static final int IN_ONE_INTERVENTION = 200;
    private static final int IN_ONE_TRANSACTION = 50;
    private static final int OWNERS = 400;
    private static final int UNITS = 20;
    private static final int DAYS = 365;
    private static final int OF_THE_USER = 60;

    private final Desk desk;
    private final BenchmarkCases cases;
    private final NodeService nodes;
    private final Clock clock;
    private final AtomicInteger filled = new AtomicInteger();

    OpenDeadlines(Desk desk, BenchmarkCases cases, NodeService nodes, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.nodes = nodes;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "fill";
    }

    /** Settings: {@code count} wanted, {@code filled} so far where the repository was started again, {@code threads}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        if (settings.has("filled")) {
            filled.set(settings.path("filled").asInt());
        }
        int count = settings.path("count").asInt(1000);
        int from = filled.get();
        long start = System.nanoTime();
        AtomicInteger next = new AtomicInteger(from);
        cases.open();
        List<CompletableFuture<Void>> threads = IntStream.range(
                        0, settings.path("threads").asInt(2))
                .mapToObj(thread -> CompletableFuture.runAsync(() -> fillUntil(next, count)))
                .toList();
        threads.forEach(CompletableFuture::join);
        double seconds = (System.nanoTime() - start) / 1e9;
        answer.put("filled", filled.get());
        answer.put("seconds", seconds);
        answer.put("nodesASecond", (filled.get() - from) / seconds);
    }

    private void fillUntil(AtomicInteger next, int count) {
        int from = next.getAndAdd(IN_ONE_INTERVENTION);
        while (from < count) {
            BenchmarkCases.Opened opened = cases.open();
            int end = Math.min(from + IN_ONE_INTERVENTION, count);
            for (int i = from; i < end; i += IN_ONE_TRANSACTION) {
                int first = i;
                int last = Math.min(i + IN_ONE_TRANSACTION, end);
                desk.asService(() -> {
                    IntStream.range(first, last).forEach(number -> create(opened, number));
                    return null;
                });
                filled.addAndGet(last - first);
            }
            from = next.getAndAdd(IN_ONE_INTERVENTION);
        }
    }

    private void create(BenchmarkCases.Opened opened, int number) {
        NodeRef parent = opened.intervention();
        Instant next = clock.instant().plus(30 + number % DAYS, ChronoUnit.DAYS).plusSeconds(number % 86_400);
        LocalDate due = LawDate.fromInstant(next).plusDays(14);
        Map<QName, Serializable> values = new HashMap<>();
        values.put(ContentModel.PROP_NAME, opened.caseFile().caseNumber() + "-benchmark-" + number);
        values.put(ContentModel.PROP_OWNER, ServicePerson.USER_NAME);
        values.put(CaseModel.CASE_NUMBER, opened.caseFile().caseNumber());
        values.put(CaseModel.INTERVENTION_REF, parent.getId());
        put(values, "deadlineKey", "BENCHMARK#" + number);
        put(values, "actKey", "EXECUTION_CHECK#" + number);
        put(values, "ruleId", "DL-06");
        put(values, "occurrence", 1);
        put(values, "deadlineKind", "DEADLINE");
        put(values, "act", "EXECUTION_CHECK");
        put(values, "strength", "MUST");
        put(values, "severity", "WARNING");
        put(values, "triggerDate", LawDate.toStored(due.minusDays(14)));
        put(values, "dueDate", LawDate.toStored(due));
        put(values, "workBy", LawDate.toStored(due));
        put(values, "leadDate", LawDate.toStored(due.minusDays(7)));
        put(values, "escalateOn", LawDate.toStored(due.plusDays(7)));
        put(values, "escalateTo", "LEAD_SOCIAL_WORKER");
        put(values, "governing", true);
        put(values, "ownerRole", "ADMINISTRATIVE_COORDINATOR");
        String owner = number < OF_THE_USER ? Desk.USER : "benchmark.owner" + number % OWNERS;
        String unit = "BN" + number % UNITS;
        put(values, "deadlineOwner", owner);
        put(values, "deadlineUnit", unit);
        put(values, "listKey", due + "-" + UUID.randomUUID());
        put(values, "listedFor", new ArrayList<>(List.of("user:" + owner, "unit:" + unit)));
        put(values, "deadlineState", "PENDING");
        put(values, "dateFlags", "[]");
        put(values, "nextActionAt", JobBenchmark.slot(next));
        nodes.createNode(
                parent, CaseModel.ASSOC_DEADLINES, Desk.name("deadline" + number), CaseModel.TYPE_DEADLINE, values);
    }

    private static void put(Map<QName, Serializable> values, String name, Serializable value) {
        values.put(QName.createQName(CaseModel.URI, name), value);
    }
}
