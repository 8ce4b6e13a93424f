package org.insats.routine;

import de.focus_shift.jollyday.core.Holiday;
import de.focus_shift.jollyday.core.parser.HolidayParser;
import de.focus_shift.jollyday.core.parser.impl.ChristianHolidayParser;
import de.focus_shift.jollyday.core.parser.impl.FixedParser;
import de.focus_shift.jollyday.core.parser.impl.FixedWeekdayBetweenFixedParser;
import java.io.InputStream;
import java.time.LocalDate;
import java.time.Year;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;

/**
 * Which days, weekends apart, nobody works on: the list that comes with Insats (DLC-08) and a profile's own days. Jollyday does the
 * computing of Easter and Midsummer; the list itself is ours. Thread-safe.
 */
public final class HolidayCalendar implements BiPredicate<RoutineProfile, LocalDate> {

    private static final String SHIPPED = "/alfresco/module/insats-platform/routine/holidays-se.json";

    /** Called directly: Jollyday's manager finds lists and parsers by the thread's class loader, which in a repository varies. */
    private final List<HolidayParser> parsers =
            List.of(new FixedParser(), new ChristianHolidayParser(), new FixedWeekdayBetweenFixedParser());

    private final HolidayList list;
    private final Map<Integer, Set<LocalDate>> byYear = new ConcurrentHashMap<>();

    private HolidayCalendar(HolidayList list) {
        this.list = list;
    }

    /** The list shipped with Insats. */
    public static HolidayCalendar shipped() {
        InputStream json = HolidayCalendar.class.getResourceAsStream(SHIPPED);
        if (json == null) {
            throw new IllegalStateException("missing resource " + SHIPPED);
        }
        return new HolidayCalendar(HolidayList.read(json));
    }

    /** Whether a day is a holiday for everybody. */
    public boolean isHoliday(LocalDate day) {
        return byYear.computeIfAbsent(day.getYear(), this::holidays).contains(day);
    }

    /** Whether a day is a holiday where a profile is used: for everybody, or a local day off. */
    @Override
    public boolean test(RoutineProfile profile, LocalDate day) {
        return isHoliday(day) || profile.localDays().stream().anyMatch(local -> local.isOn(day));
    }

    private Set<LocalDate> holidays(int year) {
        return parsers.stream()
                .flatMap(parser -> parser.parse(Year.of(year), list).stream())
                .map(Holiday::getDate)
                .collect(Collectors.toUnmodifiableSet());
    }
}
