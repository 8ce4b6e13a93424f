package org.insats.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.insats.importer.read.FileReader;

/**
 * One pass over the inbox. A file is moved only after the repository has confirmed the checksum of every paper in it; the
 * journal says how far it has come, and the repository knows a paper by its checksum. So a pass that ends anywhere is made
 * good by the next one: nothing is lost, nothing is double.
 */
public final class Sweep {

    /** When so many files in a row could not be handed over, the repository is down, and the rest is not tried. */
    private static final int FAILURES = 3;

    private final Inbox inbox;
    private final Courier courier;
    private final List<? extends FileReader> readers;
    private final RunReport report;
    private final AtomicInteger failures = new AtomicInteger();
    private final Map<Fate, Integer> counts = new EnumMap<>(Fate.class);
    private final List<String> problems = new ArrayList<>();

    /**
     * A pass.
     *
     * @param readers as many as files are read at a time
     * @param steps told each step, after it is on disk
     */
    public Sweep(
            Inbox inbox,
            List<? extends FileReader> readers,
            ScanRepository repository,
            RunReport report,
            long largestFile,
            Steps steps) {
        this.inbox = inbox;
        this.readers = readers;
        this.report = report;
        this.courier = new Courier(inbox, repository, report, largestFile, steps);
    }

    /** Shows how far a pass has come. */
    @FunctionalInterface
    public interface Progress {
        /** {@code done} of {@code all} files. */
        void at(int done, int all);
    }

    /** Hears of each step of each file. */
    @FunctionalInterface
    public interface Steps {
        /** The step is on disk. */
        void reached(Step step);
    }

    /**
     * Imports what waits.
     *
     * @return how many papers met which fate; {@link Fate#LEFT} counts files that wait for the next pass
     * @throws BusyException when another run works on this folder
     */
    public Map<Fate, Integer> run(Progress progress) throws IOException {
        try (Journal journal = Journal.open(inbox.folder()).orElseThrow(BusyException::new)) {
            settle(journal);
            List<Path> files = inbox.waiting();
            progress.at(0, files.size());
            List<Path> again = new ArrayList<>();
            work(journal, files, again, progress);
            // The same bytes under another name: after the first, never beside it.
            for (Path copy : again) {
                handOver(journal, copy, Checksums.sha256(copy), readers.get(0));
            }
            progress.at(files.size(), files.size());
            report.close();
        }
        return counts;
    }

    /** Another run works on this folder. */
    public static final class BusyException extends IOException {
        private static final long serialVersionUID = 1L;

        BusyException() {
            super("Another run works on this folder");
        }
    }

    /** What went wrong on the way, in words for the operator. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Ends what an earlier run had moved but not reported. */
    private void settle(Journal journal) throws IOException {
        for (Journal.Entry entry : journal.entries()) {
            if (entry.step().compareTo(Step.DELIVERED) >= 0 && inbox.hasLeft(entry.sha256())) {
                count(courier.conclude(entry));
            }
        }
        List<String> waiting = new ArrayList<>();
        List<Journal.Entry> open = journal.entries();
        if (!open.isEmpty()) {
            for (Path file : inbox.all()) {
                waiting.add(Checksums.sha256(file));
            }
        }
        for (Journal.Entry entry : open) {
            if (!waiting.contains(entry.sha256())) {
                count(courier.vanished(entry));
            }
        }
    }

    private void work(Journal journal, List<Path> files, List<Path> again, Progress progress) throws IOException {
        BlockingQueue<FileReader> free = new LinkedBlockingQueue<>(readers);
        Set<String> underWay = ConcurrentHashMap.newKeySet();
        AtomicInteger done = new AtomicInteger();
        ExecutorService workers = Executors.newFixedThreadPool(readers.size());
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Path file : files) {
                running.add(workers.submit(() -> {
                    FileReader reader = free.take();
                    try {
                        String sha256 = Checksums.sha256(file);
                        if (underWay.add(sha256)) {
                            handOver(journal, file, sha256, reader);
                        } else {
                            synchronized (again) {
                                again.add(file);
                            }
                        }
                    } finally {
                        free.add(reader);
                    }
                    synchronized (progress) {
                        progress.at(done.incrementAndGet(), files.size());
                    }
                    return null;
                }));
            }
            for (Future<?> each : running) {
                await(each);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static void await(Future<?> running) throws IOException {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted in the middle of a pass", e);
        } catch (java.util.concurrent.ExecutionException e) {
            if (e.getCause() instanceof IOException cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private void handOver(Journal journal, Path file, String sha256, FileReader reader) {
        if (failures.get() >= FAILURES) {
            left(sha256, "Not tried: nothing could be handed over before");
            return;
        }
        try {
            count(courier.handOver(journal, file, sha256, reader));
            failures.set(0);
        } catch (UncheckedIOException e) {
            failures.incrementAndGet();
            left(sha256, e.getCause().getMessage());
        } catch (IOException e) {
            failures.incrementAndGet();
            left(sha256, e.getMessage());
        } catch (RuntimeException unforeseen) {
            // Its message may quote what was scanned; its kind does not.
            left(sha256, unforeseen.getClass().getName());
        }
    }

    private synchronized void left(String sha256, String why) {
        String explanation = why == null ? "Unknown cause" : why;
        count(Map.of(Fate.LEFT, 1));
        problems.add(explanation);
        try {
            report.add(List.of(new RunReport.Line(sha256, 0, Fate.LEFT, "", "", "", explanation)));
        } catch (IOException full) {
            problems.add("The report cannot be written: " + full.getMessage());
        }
    }

    private synchronized void count(Map<Fate, Integer> more) {
        more.forEach((fate, number) -> counts.merge(fate, number, Integer::sum));
    }
}
