package org.insats.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.insats.embedded.EmbeddedRepository;
import org.insats.embedded.core.Postgres;
import org.insats.platform.ServicePerson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several transactions at once that make one counter, and then write it: nothing is lost and nothing is counted twice. */
class CountersAtOnceTest {

    private static final YearMonth MONTH = YearMonth.of(2026, 3);
    private static final int AT_ONCE = 4;
    private static final int TIMES = 5;

    @TempDir
    Path folder;

    @Test
    void countersAreMadeOnceOnH2() {
        try (EmbeddedRepository repository = started(EmbeddedRepository.builder())) {
            assertCountedOnce(List.of(repository));
        }
    }

    @Test
    void countersAreMadeOnceByTwoServersOnPostgreSql() throws IOException, InterruptedException {
        assumeTrue(Postgres.programs().isPresent(), "PostgreSQL is not installed");
        try (Postgres postgres = Postgres.start(folder);
                EmbeddedRepository one = started(EmbeddedRepository.builder().database(postgres.url(), "test", ""));
                EmbeddedRepository other = started(EmbeddedRepository.builder().database(postgres.url(), "test", ""))) {
            assertCountedOnce(List.of(one, other));
        }
    }

    private EmbeddedRepository started(EmbeddedRepository.Builder builder) {
        return builder.dataDir(folder.resolve("data"))
                .onlyModules("insats-platform", "insats-test-support")
                .property("insats.report.job.cron", "0 0 0 1 1 ? 2099")
                .start();
    }

    /** In each of several rounds all make the same new counters at the same moment, then add to them. */
    private static void assertCountedOnce(List<EmbeddedRepository> servers) {
        for (int round = 0; round < TIMES; round++) {
            TallyBook.Place place = new TallyBook.Place("SOC" + round, MONTH, "OPEN_CARE");
            CyclicBarrier together = new CyclicBarrier(AT_ONCE);
            ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
            try {
                CompletableFuture.allOf(IntStream.range(0, AT_ONCE)
                                .mapToObj(number -> CompletableFuture.runAsync(
                                        () -> count(servers.get(number % servers.size()), place, together), threads))
                                .toArray(CompletableFuture[]::new))
                        .join();
            } finally {
                threads.shutdown();
            }
            for (EmbeddedRepository server : servers) {
                assertThat(read(server, place.unit()))
                        .containsExactly(new TallyBook.Tally(MONTH, "OPEN_CARE", Map.of("START|3", AT_ONCE * TIMES)));
            }
        }
    }

    private static void count(EmbeddedRepository server, TallyBook.Place place, CyclicBarrier together) {
        TallyBook book = server.context().getBean("insats.tallyBook", TallyBook.class);
        for (int i = 0; i < TIMES; i++) {
            meet(together);
            inTransaction(server, () -> {
                book.add(place, Map.of("START|3", 1));
                return null;
            });
        }
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (BrokenBarrierException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<TallyBook.Tally> read(EmbeddedRepository server, String unit) {
        TallyBook book = server.context().getBean("insats.tallyBook", TallyBook.class);
        return inTransaction(server, () -> book.read(unit, MONTH, MONTH));
    }

    private static <T> T inTransaction(EmbeddedRepository server, Supplier<T> work) {
        ServicePerson servicePerson = server.context().getBean("insats.servicePerson", ServicePerson.class);
        RetryingTransactionHelper transactions =
                server.context().getBean("retryingTransactionHelper", RetryingTransactionHelper.class);
        return servicePerson.run(() -> transactions.doInTransaction(() -> servicePerson.elevated(work), false, true));
    }
}
