package org.insats.accesslog;

import java.util.OptionalLong;

/**
 * A part of the access log that one server wrote, with its own chain.
 *
 * @param number its place among all segments of all servers, from 1
 * @param writer id of the running server that wrote it
 * @param seed what its chain begins with; it depends on the seed of the segment before
 * @param openedAt when it was opened, in milliseconds since 1970
 * @param lastAt when its server was last known to write, likewise
 * @param beat counts up as long as its server is alive
 * @param entries how many entries it has
 * @param head hash of its last entry; the seed where it has none
 * @param closedAt when it was closed
 * @param removedAt when its entries were removed because their time was up
 */
public record Segment(
        long number,
        String writer,
        String seed,
        long openedAt,
        long lastAt,
        long beat,
        long entries,
        String head,
        OptionalLong closedAt,
        OptionalLong removedAt) {}
