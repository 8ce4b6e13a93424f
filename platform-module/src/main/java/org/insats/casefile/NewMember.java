package org.insats.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody to put on a case.
 *
 * @param userName who
 * @param role as what
 * @param interventionId for somebody of the performing side, the one intervention that they work in (CON-111)
 * @param standIn for a stand-in, whose absence and when
 */
public record NewMember(String userName, Role role, Optional<String> interventionId, Optional<StandIn> standIn) {

    /**
     * An absence that somebody fills.
     *
     * @param absent user name of who is away
     * @param from first day
     * @param until last day
     */
    public record StandIn(String absent, LocalDate from, LocalDate until) {}

    /** Somebody who works in the case until they are taken off. */
    public static NewMember of(String userName, Role role) {
        return new NewMember(userName, role, Optional.empty(), Optional.empty());
    }
}
