package org.insats.casefile;

import java.time.LocalDate;
import java.util.Optional;

/**
 * Somebody who works in a case.
 *
 * @param userName who
 * @param role as what
 * @param from since which day
 * @param until the last day of a stand-in; empty for everybody else
 * @param standsInFor user name of the one whose absence they fill; empty for everybody else
 * @param intervention id of the one intervention that somebody of the performing side works in; empty for all that a unit of
 *     theirs carries out, and for the social office
 */
public record Member(
        String userName,
        Role role,
        LocalDate from,
        Optional<LocalDate> until,
        Optional<String> standsInFor,
        Optional<String> intervention) {

    /** Somebody who works in the case from a day on. */
    public static Member from(LocalDate day, String userName, Role role, Optional<String> intervention) {
        return new Member(userName, role, day, Optional.empty(), Optional.empty(), intervention);
    }

    /** The same person in another role. */
    Member as(Role other) {
        return new Member(userName, other, from, until, standsInFor, intervention);
    }

    /** Whether the day lies in the time they work in the case. */
    boolean isOn(LocalDate day) {
        return !from.isAfter(day) && until.filter(day::isAfter).isEmpty();
    }
}
