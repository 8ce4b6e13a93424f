package org.insats.casefile;

/** Tells other rooms of what has happened (bean {@code insats.caseEvents}): same thread, same transaction. */
public interface CaseEvents {

    /** Publishes a record of {@code org.insats.casefile.event}; a listener that throws undoes the act. */
    void publish(Record event);
}
