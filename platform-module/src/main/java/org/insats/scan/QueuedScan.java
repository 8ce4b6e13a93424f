package org.insats.scan;

import com.fasterxml.jackson.annotation.JsonRawValue;
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
 * @param bestGuess name of the document the code points at, or what is printed on the paper, or empty
 * @param hasPreview whether there is a picture of it
 * @param paperDate the day read on the paper, or empty
 * @param fields what was read, as JSON: {@code [{name, value, confidence}]}
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
        String bestGuess,
        boolean hasPreview,
        String paperDate,
        @JsonRawValue String fields) {}
