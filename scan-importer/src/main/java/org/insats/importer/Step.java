package org.insats.importer;

/**
 * How far a scanned file has come. Each step is in the journal, on disk, before the next begins, so that a run that ends
 * anywhere is taken up by the next.
 */
public enum Step {
    /** The file is known by its checksum; nothing was made of it. */
    CLAIMED,
    /** Its papers are known, and their files lie in the journal. */
    READ,
    /** A paper was handed over, and the repository has confirmed its checksum. */
    SENT,
    /** The repository has all papers or will never take one of them. */
    DELIVERED,
    /** The file left the inbox. */
    MOVED,
    /** Every page is in the report. */
    REPORTED
}
