package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.IntStream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.LiveDeadline;

/** What a deadline costs when its act makes it, beside a plain node with as many properties. */
final class DeadlineBenchmark implements Measure {

    /** How much dearer than a bare node a document may be that makes no deadline. */
    private static final double DOCUMENT = 1.3;

    private static final String TEXT = "x".repeat(20_000);

    private final Desk desk;
    private final BenchmarkCases cases;
    private final DeadlineService deadlines;
    private final DocumentBenchmark documents;

    DeadlineBenchmark(Desk desk, BenchmarkCases cases, DeadlineService deadlines, DocumentBenchmark documents) {
        this.desk = desk;
        this.cases = cases;
        this.deadlines = deadlines;
        this.documents = documents;
    }

    @Override
    public String name() {
        return "deadlines";
    }

    /**
     * Settings: {@code rounds}. A round makes the deadlines of one intervention, then as many plain nodes with as many properties; a second run
     * over the same intervention, which makes none, is what the arithmetic costs and is given beside it. {@code withDocument} is the bound as
     * it was asked for: a document and its deadlines, beside 1.3 times a bare document and a plain node for each deadline; 1 keeps it.
     */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        NodeRef folder = desk.folder();
        Pairs making = new Pairs();
        Pairs again = new Pairs();
        Pairs withDocument = new Pairs();
        int[] made = new int[1];
        NodeRef own = desk.folder();
        int properties = desk.asUser(() -> documents.properties(documents.note(cases.open(), TEXT)));
        IntStream.range(0, settings.path("rounds").asInt(30)).forEach(round -> {
            BenchmarkCases.Opened opened = cases.openWithOrder();
            NodeRef intervention = opened.intervention();
            Pairs.Taken first = recompute(intervention);
            Pairs.Taken second = recompute(intervention);
            List<LiveDeadline> all = desk.asService(() -> deadlines.of(intervention));
            made[0] = all.size();
            Pairs.Taken plain = Pairs.take(
                    () -> desk.asService(() -> {
                        all.forEach(each -> desk.bare(folder, Desk.name("plainNode"), Desk.added(each.properties())));
                        return null;
                    }),
                    made[0]);
            making.add(first.each(made[0]), plain);
            again.add(second.each(made[0]), plain);
            withDocument.add(
                    note(opened) + first.millis(), DOCUMENT * bare(own, properties) + made[0] * plain.millis());
        });
        answer.put("deadlinesMade", made[0]);
        making.describe(answer.putObject("making"));
        again.describe(answer.putObject("recomputing"));
        withDocument.describe(answer.putObject("withDocument"));
    }

    private double note(BenchmarkCases.Opened opened) {
        return desk.asUser(() -> Pairs.millis(() -> documents.note(opened, TEXT), 1));
    }

    private double bare(NodeRef folder, int properties) {
        return desk.asUser(() -> Pairs.millis(() -> documents.bare(folder, properties, TEXT), 1));
    }

    private Pairs.Taken recompute(NodeRef intervention) {
        return Pairs.take(
                () -> desk.asService(() -> {
                    deadlines.recompute(intervention);
                    return null;
                }),
                1);
    }
}
