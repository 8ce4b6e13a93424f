package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.deadline.DeadlineService;

/** What a deadline costs when its act makes it, beside a plain node with as many properties. */
final class DeadlineBenchmark implements Measure {

    private static final int PROPERTIES = 24;

    private final Desk desk;
    private final BenchmarkCases cases;
    private final DeadlineService deadlines;

    DeadlineBenchmark(Desk desk, BenchmarkCases cases, DeadlineService deadlines) {
        this.desk = desk;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return "deadlines";
    }

    /**
     * Settings: {@code rounds}. A round makes the deadlines of one intervention, then as many plain nodes; a second run
     * over the same intervention, which makes none, is what the arithmetic costs and is given beside it.
     */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        NodeRef folder = desk.folder();
        Pairs making = new Pairs();
        Pairs again = new Pairs();
        int[] made = new int[1];
        IntStream.range(0, settings.path("rounds").asInt(30)).forEach(round -> {
            NodeRef intervention = cases.openWithOrder().intervention();
            double first = recompute(intervention);
            double second = recompute(intervention);
            made[0] = desk.asService(() -> deadlines.of(intervention)).size();
            double plain = Pairs.millis(
                    () -> desk.asService(() -> {
                        IntStream.range(0, made[0]).forEach(i -> desk.bare(folder, Desk.name("plainNode"), PROPERTIES));
                        return null;
                    }),
                    1);
            making.add(first / made[0], plain / made[0]);
            again.add(second / made[0], plain / made[0]);
        });
        answer.put("deadlinesMade", made[0]);
        making.describe(answer.putObject("making"));
        again.describe(answer.putObject("recomputing"));
    }

    private double recompute(NodeRef intervention) {
        return Pairs.millis(
                () -> desk.asService(() -> {
                    deadlines.recompute(intervention);
                    return null;
                }),
                1);
    }
}
