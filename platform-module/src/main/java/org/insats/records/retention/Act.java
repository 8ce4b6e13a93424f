package org.insats.records.retention;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/**
 * An act that rules refer to (RET-67).
 *
 * @param id such as {@code SOL_2001}
 * @param names name by language ({@code sv}, {@code en})
 * @param inForceFrom first day
 * @param inForceTo last day; empty while it is in force
 */
public record Act(String id, Map<String, String> names, LocalDate inForceFrom, Optional<LocalDate> inForceTo) {

    /** Copies. */
    public Act {
        names = Map.copyOf(names);
    }
}
