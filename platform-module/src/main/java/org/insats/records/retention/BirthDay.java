package org.insats.records.retention;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a day of birth, also out of a coordination number, whose day is 60 too high (RET-82). */
public final class BirthDay {

    private static final Pattern FORM = Pattern.compile("(\\d{4})-?(\\d{2})-?(\\d{2})");
    private static final int COORDINATION = 60;

    private BirthDay() {}

    /** The day of {@code yyyy-mm-dd} or {@code yyyymmdd}; empty where it is no day. */
    public static Optional<LocalDate> parse(String text) {
        Matcher matcher = FORM.matcher(text.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int day = Integer.parseInt(matcher.group(3));
        try {
            return Optional.of(LocalDate.of(
                    Integer.parseInt(matcher.group(1)),
                    Integer.parseInt(matcher.group(2)),
                    day > COORDINATION ? day - COORDINATION : day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
