package org.insats.casefile;

import java.time.LocalDate;

/**
 * Where a document stands among what waits in a unit: to be allocated first, and then for a contractor.
 *
 * @param stage what it is there for; stages stand in the order of the constants
 * @param since the day it came, or, for information, the day it was allocated
 */
public record QueuePlace(Stage stage, LocalDate since) {

    /** What a document is in the queue for. */
    public enum Stage {
        /** Waits, and is urgent. */
        URGENT,
        /** Waits. */
        WAITING,
        /** Is allocated, and a contractor is being searched for. */
        SEARCHING,
        /** Was urgent and has been allocated: taken up at the next meeting for information (TMP-42). */
        INFORMATION;

        private String sign() {
            return Integer.toString(ordinal());
        }
    }

    /** The place as a text that sorts; unique with the id of the document. */
    String key(String documentId) {
        return from(stage, since) + '.' + documentId;
    }

    /** The first key of a stage from a day on. */
    static String from(Stage stage, LocalDate day) {
        return stage.sign() + '.' + day;
    }

    /** What comes before every key of a stage, and after those of the stages before it. */
    static String before(Stage stage) {
        return stage.sign();
    }

    /** The place that a key tells of. */
    static QueuePlace of(String key) {
        String[] parts = key.split("\\.", 3);
        return new QueuePlace(Stage.values()[Integer.parseInt(parts[0])], LocalDate.parse(parts[1]));
    }
}
