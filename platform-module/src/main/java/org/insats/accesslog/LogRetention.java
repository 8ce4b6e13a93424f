package org.insats.accesslog;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.insats.platform.ServicePerson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Removes what of the log has been kept for as long as it must be (RET-88, bean {@code insats.accessLogRetention}): whole segments, once
 * the setting's time has passed since their last entry and none of the files that they tell of exists any longer. Number, size and head
 * of the segment stay, and an entry tells of the removal, so that the chain can still be checked.
 */
public final class LogRetention {

    private static final Logger LOG = LoggerFactory.getLogger(LogRetention.class);

    private final AccessLogStore store;
    private final AccessLogWriter writer;
    private final Predicate<String> fileExists;
    private final Clock clock;
    private final Period period;

    LogRetention(
            AccessLogStore store, AccessLogWriter writer, Predicate<String> fileExists, Clock clock, String period) {
        this.store = store;
        this.writer = writer;
        this.fileExists = fileExists;
        this.clock = clock;
        this.period = Period.parse(period);
    }

    /** Removes what is due; returns how many segments. */
    public int run() {
        Instant limit = clock.instant().atZone(ZoneOffset.UTC).minus(period).toInstant();
        int removed = 0;
        for (Segment segment : store.segments()) {
            boolean old = segment.closedAt().isPresent()
                    && segment.removedAt().isEmpty()
                    && segment.lastAt() < limit.toEpochMilli();
            if (old && tellsOfNoFile(segment) && tell(segment)) {
                store.remove(segment, clock.instant());
                removed++;
            }
        }
        if (removed > 0) {
            LOG.info("Access log: {} segments removed after {}", removed, period);
        }
        return removed;
    }

    private boolean tellsOfNoFile(Segment segment) {
        return store.filesIn(segment.number()).stream().noneMatch(fileExists);
    }

    /** The entry is durable before anything is removed; what this segment tells of others' removal is told again. */
    private boolean tell(Segment segment) {
        List<String> removals = new ArrayList<>(List.of(Verification.removal(segment)));
        store.stream(
                "WHERE segment = ? AND kind = 'REMOVAL' ORDER BY position",
                entry -> removals.add(entry.look().what()),
                segment.number());
        Instant now = Instant.ofEpochMilli(clock.instant().toEpochMilli());
        removals.forEach(what -> writer.append(Look.of(now, ServicePerson.USER_NAME, LookKind.REMOVAL, what)));
        return writer.flush(Duration.ofMinutes(1));
    }
}
