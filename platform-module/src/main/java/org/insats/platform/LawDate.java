package org.insats.platform;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;

/**
 * Dates of law (DLC-01): a calendar day in Europe/Stockholm. The platform keeps instants; ours are stored at 12:00 UTC, which
 * is the same day in Stockholm in summer and winter, whatever zone a browser or server sits in.
 */
public final class LawDate {

    /** The zone in which every date of a case is read. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Stockholm");

    private LawDate() {}

    /** The day as stored: 12:00 UTC. */
    public static Date toStored(LocalDate day) {
        return Date.from(day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC));
    }

    /** The calendar day in Stockholm of a stored value. */
    public static LocalDate fromStored(Date stored) {
        return fromInstant(stored.toInstant());
    }

    /** The calendar day in Stockholm of a stored property value, if it is a date. */
    public static Optional<LocalDate> fromStored(Serializable stored) {
        return stored instanceof Date date ? Optional.of(fromStored(date)) : Optional.empty();
    }

    /** The calendar day in Stockholm at {@code instant}. */
    public static LocalDate fromInstant(Instant instant) {
        return instant.atZone(ZONE).toLocalDate();
    }

    /** The same day at 12:00 UTC; what every write of a {@code d:date} is normalised to. */
    public static Date normalise(Date value) {
        return toStored(fromStored(value));
    }

    /** Today in Stockholm. */
    public static LocalDate today(Clock clock) {
        return fromInstant(clock.instant());
    }

    /** Reads {@code yyyy-mm-dd}, or the day of an ISO instant with zone; nothing where it is neither. */
    public static Optional<LocalDate> parse(String text) {
        try {
            return Optional.of(
                    text.length() > 10 ? fromInstant(OffsetDateTime.parse(text).toInstant()) : LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
