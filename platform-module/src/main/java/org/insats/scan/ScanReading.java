package org.insats.scan;

import java.time.MonthDay;
import java.util.Optional;

/**
 * What the importer read on a scan beside its code.
 *
 * @param batch SHA-256 of the scanned file that it came in; its own where it is the whole file
 * @param batchPages numbers of its pages in that file, separated by commas
 * @param fingerprint what it looks like, hexadecimal digits; or empty
 * @param fields JSON: {@code [{name, value, confidence}]}
 * @param guess name of a document or a case number that is printed on it
 * @param paperDay month and day that are ticked on it; the latest such day is meant
 */
public record ScanReading(
        String batch,
        String batchPages,
        String fingerprint,
        String fields,
        Optional<String> guess,
        Optional<MonthDay> paperDay) {

    /** Nothing was read. */
    public static final ScanReading NOTHING = new ScanReading("", "", "", "[]", Optional.empty(), Optional.empty());
}
