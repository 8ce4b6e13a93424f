package org.insats.contractor;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What is looked for in the register; what is empty is not asked for.
 *
 * @param type identifier of DOC-ENUM-07
 * @param place the place, as it is written in the register
 * @param skill a special skill
 * @param capacity so many places at least
 * @param freePlaces so many free places at least
 * @param availableOn available on that day at the latest
 * @param withoutContactSince no contact on that day or later (DL-58)
 */
public record ContractorQuery(
        Optional<String> type,
        Optional<String> place,
        Optional<String> skill,
        Optional<Integer> capacity,
        Optional<Integer> freePlaces,
        Optional<LocalDate> availableOn,
        Optional<LocalDate> withoutContactSince) {

    /** The same, of those with whom nobody has been in contact since a day. */
    public ContractorQuery withoutContactSince(LocalDate day) {
        return new ContractorQuery(type, place, skill, capacity, freePlaces, availableOn, Optional.of(day));
    }

    /** Everything. */
    public static ContractorQuery all() {
        return new ContractorQuery(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
