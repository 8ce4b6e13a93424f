package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.LiveDeadline;
import org.insats.platform.LawDate;

/** Makes acts that are due, in as many cases as that takes and as quickly as the repository can; for tests that need very many. */
final class DueActs implements Measure {

    private final Desk desk;
    private final BenchmarkCases cases;
    private final DeadlineService deadlines;
    private final Clock clock;

    DueActs(Desk desk, BenchmarkCases cases, DeadlineService deadlines, Clock clock) {
        this.desk = desk;
        this.cases = cases;
        this.deadlines = deadlines;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "due";
    }

    /** Settings: {@code count} of acts, {@code threads}. Answers how many {@code acts} are past their lead date, at least as many. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        int count = settings.path("count").asInt(1);
        AtomicInteger acts = new AtomicInteger(open());
        CompletableFuture.allOf(IntStream.range(0, settings.path("threads").asInt(2))
                        .mapToObj(thread -> CompletableFuture.runAsync(() -> {
                            while (acts.get() < count) {
                                acts.addAndGet(open());
                            }
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        answer.put("acts", acts.get());
    }

    /** Opens a case; returns how many of its acts are due. */
    private int open() {
        NodeRef intervention = cases.openWithOrder().intervention();
        LocalDate today = LawDate.today(clock);
        return desk.asService(() -> {
            deadlines.recompute(intervention);
            return Math.toIntExact(deadlines.of(intervention).stream()
                    .filter(deadline -> deadline.isOpen() && deadline.isChased() && deadline.isGoverning())
                    .filter(deadline -> deadline.leadDate()
                            .filter(lead -> !lead.isAfter(today))
                            .isPresent())
                    .map(LiveDeadline::actKey)
                    .distinct()
                    .count());
        });
    }
}
