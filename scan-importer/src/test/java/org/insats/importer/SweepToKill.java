package org.insats.importer;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.insats.importer.read.BatchReader;
import org.insats.importer.read.Limits;

/** A pass in a process of its own, which ends as by {@code kill -9} when a step is reached for the n-th time. */
final class SweepToKill {

    private SweepToKill() {}

    /** Arguments: inbox, repository, step (or {@code NEVER}), how many times. */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        AtomicInteger left = new AtomicInteger(Integer.parseInt(args[3]));
        Clock clock = Clock.systemUTC();
        Sweep sweep = new Sweep(
                new Inbox(folder, clock, Duration.ZERO),
                List.of(new BatchReader(Limits.ofPages(20))),
                new HttpScanRepository(
                        new RepositoryConnection(URI.create(args[1]), "scan", "hemligt", Duration.ofSeconds(3))),
                new RunReport(folder, clock),
                10_000_000,
                step -> {
                    if (step.name().equals(args[2]) && left.decrementAndGet() == 0) {
                        Runtime.getRuntime().halt(137);
                    }
                });
        Map<Fate, Integer> counts = sweep.run((done, all) -> {});
        System.out.println(counts);
        sweep.problems().forEach(System.out::println);
    }
}
