package org.insats.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who works in a case.
 *
 * @param userName who
 * @param role as what
 * @param from since which day
 * @param intervention id of the one intervention that somebody of the performing side works in; empty for all that a unit of
 *     theirs carries out, and for the social office
 */
public record Member(String userName, Role role, LocalDate from, Optional<String> intervention) {

    Member as(Role other) {
        return new Member(userName, other, from, intervention);
    }
}
