package org.insats.accesslog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.insats.benchmark.Measure;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;

/**
 * How many entries a second the log takes for as long as it is fed: looks of many people at the cases that are there, taken, completed with unit
 * and role, chained and durable.
 */
final class LogRate implements Measure {

    private static final double NANOS = 1e9;

    private final AccessLogWriter writer;
    private final AccessLog log;
    private final CaseFileService caseFiles;
    private final RetryingTransactionHelper transactions;

    LogRate(AccessLogWriter writer, AccessLog log, CaseFileService caseFiles, RetryingTransactionHelper transactions) {
        this.writer = writer;
        this.log = log;
        this.caseFiles = caseFiles;
        this.transactions = transactions;
    }

    @Override
    public String name() {
        return "access-log-rate";
    }

    /** Settings: {@code seconds}, {@code threads} that feed, {@code users}, {@code cases} at most. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        int users = settings.path("users").asInt(100);
        List<String> cases = cases(settings.path("cases").asInt(500));
        long duration = Duration.ofSeconds(settings.path("seconds").asInt(20)).toNanos();
        AtomicLong fed = new AtomicLong();
        long start = System.nanoTime();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.path("threads").asInt(2); i++) {
            Thread thread = new Thread(
                    () -> {
                        while (System.nanoTime() - start < duration) {
                            long n = fed.getAndIncrement();
                            writer.append(Look.of(log.now(), "bench" + n % users, LookKind.READ, "DocumentGet")
                                    .atCase(cases.get((int) (n / users % cases.size())))
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

    private List<String> cases(int most) {
        return AuthenticationUtil.runAsSystem(() -> transactions.doInTransaction(
                () -> caseFiles.list(Optional.empty(), most).stream()
                        .map(CaseFile::caseNumber)
                        .toList(),
                true,
                true));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
