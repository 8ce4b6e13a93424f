package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One person's consent to the match; who it is, is told by capacity only.
 *
 * @param capacity the person's capacity (CON-31)
 * @param date when it was given; empty while it is awaited
 */
public record Consent(Capacity capacity, Optional<LocalDate> date) {

    /** Capacities whose consent makes up the family's (MAT-07). */
    public enum Capacity {
        CHILD,
        YOUNG_PERSON,
        GUARDIAN,
        APPOINTED_REPRESENTATIVE
    }

    /** Nothing may be null. */
    public Consent {
        Objects.requireNonNull(capacity, "capacity");
        Objects.requireNonNull(date, "date");
    }
}
