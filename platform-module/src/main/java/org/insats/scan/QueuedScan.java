package org.insats.scan;

import java.time.Instant;

/**
 * A scan that waits for a registrar.
 *
 * @param id node id
 * @param key what the next page starts after
 * @param receivedAt when it came
 * @param pages pages, 0 where it could not be opened
 * @param mimeType kind of file
 * @param size bytes
 * @param reasonId id of the reason, for example {@code INS-SCAN-NO_CODE}
 * @param reason the reason in the reader's language
 * @param bestGuess name of the document the code points at, or empty
 */
public record QueuedScan(
        String id,
        String key,
        Instant receivedAt,
        int pages,
        String mimeType,
        long size,
        String reasonId,
        String reason,
        String bestGuess) {}
