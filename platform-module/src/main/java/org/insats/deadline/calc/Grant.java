package org.insats.deadline.calc;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * One grant period of the intervention; the second and later ones are extensions.
 *
 * @param from first day
 * @param to last day, inclusive: "E" of the rules
 * @param decidedOn date of the decision; for an extension whose date is not given, the rules treat it as known from its first day on
 * @param orderSentOn new order marked as extension sent (DL-22)
 * @param copySentOn copy sent to placement worker and parties (DL-24)
 * @param agreementOn new agreement drawn up (DL-25)
 * @param resourceUpdatedOn preliminary to-date of the resource allocation updated (DL-45)
 */
public record Grant(
        LocalDate from,
        LocalDate to,
        Optional<LocalDate> decidedOn,
        Optional<LocalDate> orderSentOn,
        Optional<LocalDate> copySentOn,
        Optional<LocalDate> agreementOn,
        Optional<LocalDate> resourceUpdatedOn) {

    /** Nothing may be null. */
    public Grant {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(to, "to");
    }

    /** A period with nothing but its days. */
    public static Grant of(LocalDate from, LocalDate to) {
        return new Grant(
                from, to, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** A period with its days and the date of its decision. */
    public static Grant of(LocalDate from, LocalDate to, LocalDate decidedOn) {
        return new Grant(
                from,
                to,
                Optional.of(decidedOn),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
