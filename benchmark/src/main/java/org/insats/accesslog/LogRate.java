package org.insats.accesslog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.insats.benchmark.Measure;

/**
 * How many entries a second the log takes for as long as it is fed: looks of many people at the cases that are there, taken, completed with unit
 * and role, chained and durable.
 */
final class LogRate implements Measure {

    private static final double NANOS = 1e9;

    private final AccessLogWriter writer;
    private final AccessLog log;
    private final Crowd crowd;

    LogRate(AccessLogWriter writer, AccessLog log, Crowd crowd) {
        this.writer = writer;
        this.log = log;
        this.crowd = crowd;
    }

    @Override
    public String name() {
        return "access-log-rate";
    }

    /**
     * Settings: {@code seconds}, {@code threads} that feed, {@code users}, {@code cases}, and {@code inARow}: how many looks somebody takes
     * at a case before it is the next one's turn; 1 is the hardest, for then nearly every look is of another person at another case.
     */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        List<String> users = crowd.people(settings.path("users").asInt(100));
        List<String> cases = crowd.cases(users.get(0), settings.path("cases").asInt(100));
        int inARow = settings.path("inARow").asInt(10);
        long duration = Duration.ofSeconds(settings.path("seconds").asInt(20)).toNanos();
        AtomicLong fed = new AtomicLong();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.path("threads").asInt(2); i++) {
            Thread thread = new Thread(
                    () -> {
                        while (System.nanoTime() - start < duration) {
                            long n = fed.getAndIncrement();
                            long turn = n / inARow;
                            String user = users.get((int) (turn % users.size()));
                            writer.append(Look.of(log.now(), user, LookKind.READ, "DocumentGet")
                                    .atCase(cases.get((int) ((turn + turn / users.size()) % cases.size())))
                                    .from("127.0.0.1"));
                        }
                    },
                    "insats-benchmark-feed");
            thread.start();
            threads.add(thread);
        }
        threads.forEach(LogRate::join);
        boolean durable = writer.flush(Duration.ofMinutes(1));
        double seconds = (System.nanoTime() - start) / NANOS;
        answer.put("cases", cases.size());
        answer.put("entries", fed.get());
        answer.put("seconds", seconds);
        answer.put("durable", durable);
        answer.put("entriesPerSecond", Math.round(fed.get() / seconds));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
