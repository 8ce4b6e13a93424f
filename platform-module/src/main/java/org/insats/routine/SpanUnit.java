package org.insats.routine;

/** Units in which a routine states, or leaves open, a period. */
public enum SpanUnit {
    /** Calendar days; 0 days is "the same day". */
    DAYS,
    /** Days somebody works, counted from the first one after the trigger (DLC-09). */
    WORKING_DAYS,
    /** Seven calendar days (DLC-02). */
    WEEKS,
    /** Same day number, or the last day of the month (DLC-03). */
    MONTHS,
    /** Twelve months. */
    YEARS,
    /** "Skyndsamt": as many working days as the profile says (DLC-10). */
    PROMPTLY,
    /** "Omgående": as many working days as the profile says (DLC-10). */
    AT_ONCE,
    /** The unit's next weekly or team meeting. */
    NEXT_MEETING,
    /** No limit: only the elapsed time is shown (DLC-10). */
    NO_LIMIT;

    /** Whether a number belongs with the unit. */
    public boolean isCounted() {
        return switch (this) {
            case DAYS, WORKING_DAYS, WEEKS, MONTHS, YEARS -> true;
            case PROMPTLY, AT_ONCE, NEXT_MEETING, NO_LIMIT -> false;
        };
    }
}
