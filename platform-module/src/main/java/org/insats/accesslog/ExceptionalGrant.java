package org.insats.accesslog;

import java.time.Instant;
import java.util.Optional;

/**
 * Access to a case for somebody without a part in it.
 *
 * @param id number
 * @param caseNumber the case
 * @param unit unit of the case, whose manager is told
 * @param userName who
 * @param reason why, as they wrote it
 * @param from since when
 * @param until until when at the latest
 * @param endedAt when it was ended before that
 */
public record ExceptionalGrant(
        long id,
        String caseNumber,
        String unit,
        String userName,
        String reason,
        Instant from,
        Instant until,
        Optional<Instant> endedAt) {

    /** The moment from which on it gives nothing. */
    public Instant end() {
        return endedAt.filter(until::isAfter).orElse(until);
    }

    /** Whether it is this person's, to this case. */
    boolean isOf(String user, String number) {
        return userName.equals(user) && caseNumber.equals(number);
    }
}
