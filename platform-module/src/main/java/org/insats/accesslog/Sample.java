package org.insats.accesslog;

import java.time.Instant;
import java.util.Optional;

/**
 * Looks drawn at random for review.
 *
 * @param id number of the sample
 * @param unit unit whose cases were looked at; empty for all that the drawer may see
 * @param from first moment of the time that was drawn from
 * @param to first moment after it
 * @param size how many were drawn
 * @param population how many there were to draw from
 * @param seed what the draw depends on: the same seed draws the same looks again
 * @param drawnBy user name of who drew
 * @param drawnAt when
 * @param review who signed it off; empty until somebody has
 */
public record Sample(
        long id,
        String unit,
        Instant from,
        Instant to,
        int size,
        long population,
        long seed,
        String drawnBy,
        Instant drawnAt,
        Optional<Review> review) {

    /**
     * A sample signed off.
     *
     * @param signedBy user name of who reviewed
     * @param signedAt when
     * @param remark what they found
     */
    public record Review(String signedBy, Instant signedAt, String remark) {}
}
