package org.insats.routine;

import java.util.List;
import java.util.Set;

/** The rows that a profile may have, by name ({@link DeadlineSetting#name()}), and what each must and must not have. */
public final class DeadlineRuleNames {

    /** Rules that say how often to follow up. */
    public static final List<String> FOLLOW_UP_INTERVALS =
            List.of("DL-13", "DL-14", "DL-15", "DL-16", "DL-18", "DL-19", "DL-20");

    /** Rules that count back from a date; they never move on to the next working day (DLC-07). */
    public static final Set<String> COUNTED_BACK =
            Set.of("DL-12", "DL-21", "DL-22", "DL-23", "DL-25", "DL-31", "DL-32", "DL-40", "DL-41", "DL-57", "DL-61");

    /** Rules whose date comes from elsewhere than a period. */
    static final Set<String> WITHOUT_PERIOD = Set.of("DL-21", "DL-23", "DL-40", "DL-43", "DL-46", "DL-57");

    /** Rules of follow-up, whose period must be one of the calendar. */
    static final Set<String> CALENDAR_PERIOD =
            Set.of("DL-12", "DL-13", "DL-14", "DL-15", "DL-16", "DL-17", "DL-18", "DL-19", "DL-20");

    /** All of them. */
    public static final Set<String> ALL = Set.of(
            "DL-01",
            "DL-02",
            "DL-03/contact",
            "DL-03/order",
            "DL-04",
            "DL-05/message",
            "DL-05/withdrawal",
            "DL-06",
            "DL-07",
            "DL-08",
            "DL-09",
            "DL-10",
            "DL-11",
            "DL-12",
            "DL-13",
            "DL-14",
            "DL-15",
            "DL-16",
            "DL-17",
            "DL-18",
            "DL-19",
            "DL-20",
            "DL-21",
            "DL-22",
            "DL-23",
            "DL-24",
            "DL-25",
            "DL-26",
            "DL-27",
            "DL-28",
            "DL-29",
            "DL-30",
            "DL-31",
            "DL-32",
            "DL-33",
            "DL-34",
            "DL-35",
            "DL-36",
            "DL-37",
            "DL-38",
            "DL-39",
            "DL-40",
            "DL-41",
            "DL-42",
            "DL-43",
            "DL-44",
            "DL-45",
            "DL-46",
            "DL-47",
            "DL-48",
            "DL-49",
            "DL-50",
            "DL-51/family",
            "DL-51/secretary",
            "DL-52",
            "DL-53",
            "DL-54/dialogue",
            "DL-54/order",
            "DL-55",
            "DL-56",
            "DL-57",
            "DL-58",
            "DL-59",
            "DL-60",
            "DL-61",
            "DL-62");

    private DeadlineRuleNames() {}
}
