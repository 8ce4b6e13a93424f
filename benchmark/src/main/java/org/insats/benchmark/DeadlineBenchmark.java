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
     * Settings: {@code rounds}. A round makes the deadlines of one intervention, then as many plain nodes with as many properties; a second run
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
        });
        answer.put("deadlinesMade", made[0]);
        making.describe(answer.putObject("making"));
        again.describe(answer.putObject("recomputing"));
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
