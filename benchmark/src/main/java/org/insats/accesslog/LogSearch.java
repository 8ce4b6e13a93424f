package org.insats.accesslog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.insats.accesslog.AccessReports.Span;
import org.insats.benchmark.Measure;
import org.insats.benchmark.Pairs;

/** How long "who looked at this case" takes, first page, in a log of a certain size; fills the log up to it with invented looks. */
final class LogSearch implements Measure {

    private static final int BATCH = 2_000;
    private static final String CASE = "1999-000001";
    private static final int OF_CASE = 150;

    private final AccessLogStore store;
    private final AccessReports reports;
    private final AccessLog log;

    LogSearch(AccessLogStore store, AccessReports reports, AccessLog log) {
        this.store = store;
        this.reports = reports;
        this.log = log;
    }

    @Override
    public String name() {
        return "access-log-search";
    }

    /** Settings: {@code entries} that the log is to have at least, {@code rounds}. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        long wanted = settings.path("entries").asLong(10_000);
        long there = store.segments().stream().mapToLong(Segment::entries).sum();
        if (there < wanted) {
            fill(wanted - there, there == 0 || reports().isEmpty());
        }
        answer.put(
                "entries", store.segments().stream().mapToLong(Segment::entries).sum());
        answer.put("found", reports().size());
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < settings.path("rounds").asInt(200); i++) {
            times.add(Pairs.millis(this::reports, 1));
        }
        answer.put("millis", Pairs.quantile(times, 0.5));
        answer.put("millisUpperQuartile", Pairs.quantile(times, 0.75));
    }

    private List<Entry> reports() {
        return reports.ofCase(CASE, new Span(Optional.empty(), Optional.empty()), Optional.empty(), 100)
                .items();
    }

    private void fill(long count, boolean withCase) {
        Random random = new Random(count);
        Instant now = log.now();
        Segment segment = store.open(UUID.randomUUID().toString(), now);
        long left = count;
        long ofCase = withCase ? OF_CASE : 0;
        while (left > 0) {
            List<Entry> entries = new ArrayList<>();
            String hash = segment.head();
            for (long i = 0; i < Math.min(left, BATCH); i++) {
                boolean mine = ofCase > 0 && random.nextInt(10) == 0;
                ofCase -= mine ? 1 : 0;
                Look look = Look.of(
                                now.minusSeconds(left - i), "bench" + random.nextInt(500), LookKind.READ, "DocumentGet")
                        .atCase(mine ? CASE : "1998-%06d".formatted(random.nextInt(5_000)))
                        .as("CASE_WORKER", "BNCH");
                hash = Chain.PLAIN.next(hash, look);
                entries.add(new Entry(segment.number(), segment.entries() + entries.size() + 1, look, hash));
            }
            segment = store.append(segment, entries, now);
            left -= entries.size();
        }
        store.close(segment, now);
    }
}
