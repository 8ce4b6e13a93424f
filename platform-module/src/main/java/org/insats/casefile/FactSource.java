package org.insats.casefile;

import org.insats.deadline.calc.CaseFacts;

/** A room that knows dates which deadlines depend on, and reads them from its own nodes. */
public interface FactSource {

    /** Adds what the room knows of {@code intervention}; runs inside the service person's scope. */
    void tell(Intervention intervention, CaseFacts.Builder facts);
}
