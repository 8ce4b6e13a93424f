package org.insats.routine;

import java.util.Objects;

/**
 * A service that a profile covers.
 *
 * @param code short code of the processes, such as {@code OC}
 * @param type identifier of DOC-ENUM-07, such as {@code OPEN_CARE}
 */
public record Service(String code, String type) {

    /** Nothing may be missing. */
    public Service {
        Objects.requireNonNull(code, "code");
        Objects.requireNonNull(type, "type");
    }
}
