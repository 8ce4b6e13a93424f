package org.insats.routine;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * When a unit holds its weekly or team meeting (PRF-64).
 *
 * @param weekday day of the week
 * @param time when it begins, if known; what comes in on the meeting day with no time known waits for the next meeting
 */
public record WeeklyMeeting(DayOfWeek weekday, Optional<LocalTime> time) {

    /** Nothing may be null. */
    public WeeklyMeeting {
        Objects.requireNonNull(weekday, "weekday");
        Objects.requireNonNull(time, "time");
    }

    /** From the value of a setting: {@code weekday} and, if it has one, {@code time}. */
    static WeeklyMeeting of(Map<?, ?> value) {
        return new WeeklyMeeting(
                DayOfWeek.valueOf(String.valueOf(value.get("weekday"))),
                Optional.ofNullable(value.get("time")).map(Object::toString).map(LocalTime::parse));
    }
}
