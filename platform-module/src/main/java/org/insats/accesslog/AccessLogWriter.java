package org.insats.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.insats.platform.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes the access log: one thread, many entries a commit (bean {@code insats.accessLogWriter}). Whoever looks waits for nothing but a
 * place in the queue. Nothing is dropped in silence: a full queue holds up who looks; a log that cannot be written refuses looks after
 * a while (setting), or, where a municipality prefers that, lets them through and then says how many are missing.
 */
final class AccessLogWriter {

    private static final Logger LOG = LoggerFactory.getLogger(AccessLogWriter.class);
    private static final int BATCH = 1_000;
    private static final long RETRY_MILLIS = 200;
    private static final int DEATH = 3;

    /** Wakes the thread that writes. */
    private static final Look END = Look.of(Instant.EPOCH, "", LookKind.GAP, "");

    private final AccessLogStore store;
    private final Clock clock;
    private final Settings settings;
    private final Completion completion;
    private final String writer = UUID.randomUUID().toString();
    private final BlockingQueue<Look> queue;
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Map<Long, Sighting> others = new HashMap<>();
    private final Thread thread = new Thread(this::run, "insats-access-log");
    private final Object progress = new Object();

    private volatile boolean stopping;
    private volatile long failingSince;
    private long written;
    private long lookedAround;
    private Segment segment;

    /**
     * How the log is written.
     *
     * @param group how long entries are gathered for one commit; what is logged is durable a commit later
     * @param capacity entries that may wait
     * @param limit how long who looks is held up by a full queue, and how long the log may fail before looks are refused
     * @param refuse whether looks are refused then
     * @param segmentEntries entries after which a segment is closed
     * @param segmentAge age at which it is
     * @param beat how often a server shows that it is alive; three beats without are a death
     */
    record Settings(
            Duration group,
            int capacity,
            Duration limit,
            boolean refuse,
            long segmentEntries,
            Duration segmentAge,
            Duration beat) {

        /** From the repository's properties; durations as in ISO 8601. */
        static Settings of(
                String group,
                int capacity,
                String limit,
                boolean refuse,
                long segmentEntries,
                String segmentAge,
                String beat) {
            return new Settings(
                    Duration.parse(group),
                    capacity,
                    Duration.parse(limit),
                    refuse,
                    segmentEntries,
                    Duration.parse(segmentAge),
                    Duration.parse(beat));
        }
    }

    /** Adds to looks what is found out behind the user's back: case, unit and role. */
    interface Completion {

        /** The looks completed, all of them and in their order; never throws for want of an answer. */
        List<Look> complete(List<Look> looks);
    }

    /** When the beat of another server's segment was last seen to be another, by this server's own stop watch. */
    private record Sighting(long beat, long since) {}

    /**
     * Creates it.
     *
     * @param completion adds what is found out behind the user's back: unit and role
     */
    AccessLogWriter(AccessLogStore store, Clock clock, Settings settings, Completion completion) {
        this.store = store;
        this.clock = clock;
        this.settings = settings;
        this.completion = completion;
        this.queue = new ArrayBlockingQueue<>(settings.capacity());
    }

    /** Makes the tables and starts writing; called once, at start. */
    void start() {
        store.createTables();
        segment = store.open(writer, clock.instant());
        thread.setDaemon(true);
        thread.start();
    }

    /** Writes what is left and closes the segment; called once, at the end. */
    void close() {
        stopping = true;
        // Where the queue is full, the thread is awake. It is not interrupted: that would close the file of an H2
        // database.
        queue.offer(END);
        try {
            thread.join(settings.limit().toMillis() + TimeUnit.SECONDS.toMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Refuses where looks cannot be logged.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG} (503)
     */
    void requireWritable() {
        if (settings.refuse() && isBeyondLimit()) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "ACCESS-LOG").violation();
        }
    }

    /**
     * Takes a look to be logged; waits where too many wait already.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS-LOG} (503) where it cannot be taken and looks are to be refused; the
     *     log then says that an entry is missing
     */
    void append(Look look) {
        boolean taken = false;
        try {
            taken = queue.offer(look) || queue.offer(look, settings.limit().toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (taken) {
            accepted.incrementAndGet();
            return;
        }
        lost.incrementAndGet();
        if (settings.refuse()) {
            throw Refusal.of(Refusal.Kind.UNAVAILABLE, "ACCESS-LOG").violation();
        }
    }

    /**
     * Waits until what has been taken so far is durable.
     *
     * @return whether it is, within the time
     */
    boolean flush(Duration most) {
        long until = System.nanoTime() + most.toNanos();
        long wanted = accepted.get();
        synchronized (progress) {
            while (written < wanted) {
                long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
                if (left <= 0) {
                    return false;
                }
                try {
                    progress.wait(left);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return false;
                }
            }
        }
        return true;
    }

    /** The segment that this server writes, as it stands. */
    Segment segment() {
        synchronized (progress) {
            return segment;
        }
    }

    private void run() {
        boolean going = true;
        while (going && !(stopping && queue.isEmpty())) {
            List<Look> looks = completion.complete(gather());
            going = append(looks);
            synchronized (progress) {
                written += looks.size();
                progress.notifyAll();
            }
            keepHouse();
        }
        if (going) {
            closeSegment();
        }
    }

    /** Waits for the first entry, at most a beat; then for more, as long as they may be gathered. */
    private List<Look> gather() {
        List<Look> batch = new ArrayList<>();
        try {
            long until = System.nanoTime() + settings.beat().toNanos();
            Look next = queue.poll(settings.beat().toNanos(), TimeUnit.NANOSECONDS);
            while (next != null && next != END) {
                if (batch.isEmpty()) {
                    until = System.nanoTime() + settings.group().toNanos();
                }
                batch.add(next);
                long left = until - System.nanoTime();
                next = batch.size() < BATCH && left > 0 ? queue.poll(left, TimeUnit.NANOSECONDS) : null;
            }
        } catch (InterruptedException e) {
            // Nobody of ours interrupts this thread; what was gathered is written all the same.
            LOG.warn("Access log: the thread that writes was interrupted");
        }
        return batch;
    }

    /** Writes entries once and only once, as long as it takes; false where the end comes before. */
    private boolean append(List<Look> looks) {
        List<Look> all = new ArrayList<>(looks);
        long beyond = lost.getAndSet(0);
        if (beyond > 0) {
            all.add(0, Look.of(now(), "", LookKind.GAP, "LOST " + beyond));
        }
        List<Entry> entries = chained(all);
        while (true) {
            try {
                became(store.append(segment, entries, clock.instant()));
                return true;
            } catch (RuntimeException e) {
                if (!isFirstOf(e) && stopping && isBeyondLimit()) {
                    LOG.error("Access log: stopped with {} entries unwritten", all.size() + queue.size());
                    return false;
                }
                entries = afterFailure(all, entries);
                if (entries.isEmpty() && !all.isEmpty()) {
                    return true;
                }
            }
        }
    }

    /**
     * What is to be written after a try that failed: nothing where it was committed and only the answer did not come; the same again where
     * the segment is as it was; in a new segment where it is not, because another server took this one for dead or somebody changed
     * it, which the check will tell.
     */
    private List<Entry> afterFailure(List<Look> all, List<Entry> entries) {
        try {
            Optional<Segment> stored = store.segment(segment.number());
            String head = entries.isEmpty()
                    ? segment.head()
                    : entries.get(entries.size() - 1).hash();
            if (!entries.isEmpty()
                    && stored.filter(found -> found.head().equals(head)).isPresent()) {
                became(stored.get());
                return List.of();
            }
            boolean asItWas = stored.filter(
                            found -> found.closedAt().isEmpty() && found.head().equals(segment.head()))
                    .isPresent();
            if (!asItWas) {
                became(store.open(writer, clock.instant()));
                return chained(all);
            }
        } catch (RuntimeException e) {
            LOG.debug("Access log: the database does not answer", e);
        }
        pause();
        return entries;
    }

    private void became(Segment now) {
        synchronized (progress) {
            segment = now;
        }
        if (failingSince != 0) {
            failingSince = 0;
            LOG.info("Access log: written again");
        }
    }

    private boolean isFirstOf(RuntimeException failure) {
        if (failingSince != 0) {
            return false;
        }
        failingSince = Math.max(1, System.nanoTime());
        LOG.error("Access log: cannot be written", failure);
        return true;
    }

    /** Whether the last try to write failed. */
    boolean isFailing() {
        return failingSince != 0;
    }

    private boolean isBeyondLimit() {
        long since = failingSince;
        return since != 0 && System.nanoTime() - since > settings.limit().toNanos();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(RETRY_MILLIS);
        } catch (InterruptedException e) {
            LOG.warn("Access log: the thread that writes was interrupted");
        }
    }

    private List<Entry> chained(List<Look> looks) {
        List<Entry> entries = new ArrayList<>(looks.size());
        String hash = segment.head();
        long position = segment.entries();
        for (Look look : looks) {
            hash = store.chain().next(hash, look);
            position++;
            entries.add(new Entry(segment.number(), position, look, hash));
        }
        return entries;
    }

    /** What can wait for the next turn where the database does not answer. */
    private void keepHouse() {
        try {
            if (isFull()) {
                closeSegment();
                became(store.open(writer, clock.instant()));
            }
            for (Segment other : dead()) {
                bury(other);
            }
        } catch (RuntimeException e) {
            LOG.warn("Access log: segments could not be seen to", e);
        }
    }

    private boolean isFull() {
        long age = clock.instant().toEpochMilli() - segment.openedAt();
        return segment.entries() >= settings.segmentEntries()
                || segment.entries() > 0 && age > settings.segmentAge().toMillis();
    }

    private void closeSegment() {
        if (store.close(segment, clock.instant())) {
            // Outside the database too, where whoever changes the database does not reach it.
            LOG.info(
                    "Access log: segment {} is closed, {} entries, head {}",
                    segment.number(),
                    segment.entries(),
                    segment.head());
        }
    }

    /** Segments of servers that have not shown a sign of life for three beats, by this server's own stop watch. */
    private List<Segment> dead() {
        long now = System.nanoTime();
        if (now - lookedAround < settings.beat().toNanos()) {
            return List.of();
        }
        lookedAround = now;
        List<Segment> open = store.openSegments().stream()
                .filter(each -> each.number() != segment.number())
                .toList();
        others.keySet().retainAll(open.stream().map(Segment::number).toList());
        List<Segment> dead = new ArrayList<>();
        for (Segment each : open) {
            Sighting seen = others.get(each.number());
            if (seen == null || seen.beat() != each.beat()) {
                others.put(each.number(), new Sighting(each.beat(), now));
            } else if (now - seen.since() > DEATH * settings.beat().toNanos()) {
                dead.add(each);
            }
        }
        return dead;
    }

    private void bury(Segment other) {
        Look gap = Look.of(
                now(),
                "",
                LookKind.GAP,
                "SEGMENT " + other.number() + " FROM " + Instant.ofEpochMilli(other.lastAt()) + " TO "
                        + Instant.ofEpochMilli(segment.openedAt()));
        store.bury(other, segment, chained(List.of(gap)), clock.instant()).ifPresent(now -> {
            became(now);
            LOG.warn("Access log: the server of segment {} ended without closing it", other.number());
        });
    }

    private Instant now() {
        return Instant.ofEpochMilli(clock.instant().toEpochMilli());
    }
}
