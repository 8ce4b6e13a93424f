package org.insats.routine;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A period as a routine states it.
 *
 * @param amount how many of the unit, 0 or more; 0 where the unit is not counted
 * @param unit the unit
 */
public record Span(int amount, SpanUnit unit) {

    /** No limit (DLC-10). */
    public static final Span NO_LIMIT = new Span(0, SpanUnit.NO_LIMIT);

    /** Refuses negative amounts, and amounts of what cannot be counted. */
    public Span {
        Objects.requireNonNull(unit, "unit");
        if (amount < 0 || (!unit.isCounted() && amount != 0)) {
            throw new IllegalArgumentException("not a period: " + amount + " " + unit);
        }
    }

    /** A number of calendar months. */
    public static Span months(int amount) {
        return new Span(amount, SpanUnit.MONTHS);
    }

    /** A number of working days. */
    public static Span workingDays(int amount) {
        return new Span(amount, SpanUnit.WORKING_DAYS);
    }

    /** Whether the period is one of days, weeks, months or years on the calendar. */
    public boolean isCalendar() {
        return unit.isCounted() && unit != SpanUnit.WORKING_DAYS;
    }

    /**
     * The date {@code times} periods after an anchor, always reckoned from the anchor and never from an earlier result (DLC-02,
     * DLC-03, DLC-04).
     *
     * @throws IllegalStateException when the period is not one of the calendar
     */
    public LocalDate after(LocalDate anchor, int times) {
        long total = Math.multiplyExact((long) amount, times);
        return switch (unit) {
            case DAYS -> anchor.plusDays(total);
            case WEEKS -> anchor.plusWeeks(total);
            case MONTHS -> anchor.plusMonths(total);
            case YEARS -> anchor.plusYears(total);
            case WORKING_DAYS, PROMPTLY, AT_ONCE, NEXT_MEETING, NO_LIMIT -> throw new IllegalStateException(
                    "not a calendar period: " + unit);
        };
    }

    /** The date one period before a target (DLC-05); see {@link #after}. */
    public LocalDate before(LocalDate target) {
        return after(target, -1);
    }
}
