package org.insats.routine;

import java.time.LocalDate;
import java.util.Optional;

/**
 * From when to when something holds; an absent end is open.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 */
public record Validity(Optional<LocalDate> from, Optional<LocalDate> to) {

    /** Always. */
    public static final Validity ALWAYS = new Validity(Optional.empty(), Optional.empty());

    /** Whether it holds on a day. */
    public boolean covers(LocalDate day) {
        return from.filter(day::isBefore).isEmpty() && to.filter(day::isAfter).isEmpty();
    }
}
