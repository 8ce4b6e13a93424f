package org.insats.deadline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;

/**
 * The points in time that {@code ins:nextActionAt} may have: quarters of an hour. So the job can ask for what is due by naming
 * points in time, which every database answers from its index, whatever is open. A range ("up to now") can become dear: PostgreSQL
 * settles on one plan for any range, and that plan goes through all open deadlines.
 *
 * <p>Asked for are the slots of the last two days. Everything that is due, however old, is asked for at the first run of a
 * process, once a day, and where the clock has moved or somebody wrote a point in time outside those two days.
 */
final class WorkSlots {

    private static final Duration SLOT = Duration.ofMinutes(15);
    private static final Duration WINDOW = Duration.ofDays(2);
    private static final Duration FULL_EVERY = Duration.ofDays(1);

    private Instant lastLook = Instant.MIN;
    private Instant lastFullLook = Instant.MIN;
    private boolean isOutside = true;

    /** The slot that a point in time falls into: its beginning, so that nothing is looked at too late. */
    static Instant of(Instant instant) {
        return Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), SLOT.toSeconds()) * SLOT.toSeconds());
    }

    /** The slots of the last two days, up to {@code now}; always as many. */
    static List<Instant> upTo(Instant now) {
        Instant last = of(now);
        return LongStream.rangeClosed(0, WINDOW.dividedBy(SLOT))
                .mapToObj(back -> last.minus(SLOT.multipliedBy(back)))
                .toList();
    }

    /** Notes that something is to be looked at in this slot; see {@link #needsFullLook}. */
    synchronized void written(Instant slot) {
        isOutside |= !lastLook.equals(Instant.MIN) && slot.isBefore(lastLook.minus(FULL_EVERY));
    }

    /** Whether the slots of {@link #upTo} may leave out something that is due. */
    synchronized boolean needsFullLook(Instant now) {
        return isOutside
                || now.isBefore(lastFullLook)
                || !now.isBefore(lastFullLook.plus(FULL_EVERY))
                || !now.isBefore(lastLook.plus(FULL_EVERY));
    }

    /** Notes that all that was due has been seen; {@code full} where it was looked for in all slots there are. */
    synchronized void looked(Instant now, boolean full) {
        lastLook = now;
        if (full) {
            lastFullLook = now;
            isOutside = false;
        }
    }
}
