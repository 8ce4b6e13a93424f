package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.deadline.DeadlineService;

/** Makes cases with one act each that is due, as quickly as the repository can; for tests that need very many. */
final class DueActs implements Measure {

    private final Desk desk;
    private final BenchmarkCases cases;
    private final DeadlineService deadlines;

    DueActs(Desk desk, BenchmarkCases cases, DeadlineService deadlines) {
        this.desk = desk;
        this.cases = cases;
        this.deadlines = deadlines;
    }

    @Override
    public String name() {
        return "due";
    }

    /** Settings: {@code count}, {@code threads}. Answers how many deadlines are past their lead date. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        ConcurrentLinkedQueue<NodeRef> made = new ConcurrentLinkedQueue<>();
        made.add(open());
        int count = settings.path("count").asInt(1);
        int threads = settings.path("threads").asInt(2);
        List<CompletableFuture<Void>> work = IntStream.range(0, threads)
                .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                    for (int i = 1 + thread; i < count; i += threads) {
                        made.add(open());
                    }
                }))
                .toList();
        work.forEach(CompletableFuture::join);
        answer.put("cases", made.size());
    }

    private NodeRef open() {
        NodeRef intervention = cases.openWithOrder().intervention();
        desk.asService(() -> {
            deadlines.recompute(intervention);
            return null;
        });
        return intervention;
    }
}
