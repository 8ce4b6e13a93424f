package org.insats.records;

/** Something is left of a file that was to be destroyed, so that nothing of it is. The message says where and how much, and of whom nothing. */
final class RemainsException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RemainsException(String place, long found) {
        super("Left in " + place + ": " + found);
    }
}
