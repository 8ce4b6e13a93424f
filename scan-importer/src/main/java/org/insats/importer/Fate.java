package org.insats.importer;

/** What became of a paper, a page or a file. */
public enum Fate {
    /** In a case. */
    FILED,
    /** In the repository's queue for a registrar. */
    QUEUED,
    /** The repository had it before. */
    DUPLICATE,
    /** The repository will never take it; the file lies in {@code refused/}. */
    REFUSED,
    /** The file waits for the next run. */
    LEFT,
    /** A sheet that only parts papers. */
    SEPARATOR,
    /** Somebody took the file out of the inbox before the repository had all of it. */
    VANISHED
}
