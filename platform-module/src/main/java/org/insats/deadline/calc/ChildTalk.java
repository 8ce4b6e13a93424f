package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * A talk with the child (FUP-20..23).
 *
 * @param heldOn when it was or is to be held
 * @param guardiansInformedOn when the guardians were informed
 */
public record ChildTalk(LocalDate heldOn, Optional<LocalDate> guardiansInformedOn) {

    /** Nothing may be null. */
    public ChildTalk {
        Objects.requireNonNull(heldOn, "heldOn");
        Objects.requireNonNull(guardiansInformedOn, "guardiansInformedOn");
    }
}
