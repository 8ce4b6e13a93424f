package org.insats.routine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.focus_shift.jollyday.core.HolidayType;
import de.focus_shift.jollyday.core.spi.ChristianHoliday;
import de.focus_shift.jollyday.core.spi.EthiopianOrthodoxHoliday;
import de.focus_shift.jollyday.core.spi.Fixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayBetweenFixed;
import de.focus_shift.jollyday.core.spi.FixedWeekdayInMonth;
import de.focus_shift.jollyday.core.spi.FixedWeekdayRelativeToFixed;
import de.focus_shift.jollyday.core.spi.Holidays;
import de.focus_shift.jollyday.core.spi.IslamicHoliday;
import de.focus_shift.jollyday.core.spi.RelativeToEasterSunday;
import de.focus_shift.jollyday.core.spi.RelativeToFixed;
import de.focus_shift.jollyday.core.spi.RelativeToWeekdayInMonth;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.MonthDay;
import java.time.Year;
import java.time.chrono.Chronology;
import java.time.chrono.IsoChronology;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Our list of holidays, read from JSON, in the shape that Jollyday computes from. */
final class HolidayList implements Holidays {

    private final List<Fixed> fixed;
    private final List<ChristianHoliday> easter;
    private final List<FixedWeekdayBetweenFixed> weekdayBetween;

    private HolidayList(JsonNode list) {
        fixed = each(list.path("fixed"), FixedDay::read);
        easter = each(
                list.path("easter"), entry -> new EasterDay(ChristianHoliday.ChristianHolidayType.valueOf(key(entry))));
        weekdayBetween = each(list.path("weekdayBetween"), WeekdayBetween::read);
    }

    /**
     * Reads a list.
     *
     * @throws IllegalArgumentException when an entry is no day
     */
    static HolidayList read(InputStream json) {
        try (json) {
            return new HolidayList(new ObjectMapper().readTree(json));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the list of holidays", e);
        }
    }

    private static <T> List<T> each(JsonNode entries, Function<JsonNode, T> read) {
        List<T> result = new ArrayList<>();
        entries.forEach(entry -> result.add(read.apply(entry)));
        return List.copyOf(result);
    }

    private static String key(JsonNode entry) {
        return entry.path("key").asText();
    }

    private static MonthDay monthDay(JsonNode entry) {
        return MonthDay.of(entry.path("month").asInt(), entry.path("day").asInt());
    }

    @Override
    public List<Fixed> fixed() {
        return fixed;
    }

    @Override
    public List<ChristianHoliday> christianHolidays() {
        return easter;
    }

    @Override
    public List<FixedWeekdayBetweenFixed> fixedWeekdayBetweenFixed() {
        return weekdayBetween;
    }

    @Override
    public List<RelativeToFixed> relativeToFixed() {
        return List.of();
    }

    @Override
    public List<RelativeToWeekdayInMonth> relativeToWeekdayInMonth() {
        return List.of();
    }

    @Override
    public List<FixedWeekdayInMonth> fixedWeekdays() {
        return List.of();
    }

    @Override
    public List<IslamicHoliday> islamicHolidays() {
        return List.of();
    }

    @Override
    public List<FixedWeekdayRelativeToFixed> fixedWeekdayRelativeToFixed() {
        return List.of();
    }

    @Override
    public List<EthiopianOrthodoxHoliday> ethiopianOrthodoxHolidays() {
        return List.of();
    }

    @Override
    public List<RelativeToEasterSunday> relativeToEasterSunday() {
        return List.of();
    }

    private record FixedDay(String descriptionPropertiesKey, MonthDay day) implements Fixed {

        static FixedDay read(JsonNode entry) {
            return new FixedDay(key(entry), monthDay(entry));
        }

        @Override
        public HolidayType holidayType() {
            return HolidayType.PUBLIC_HOLIDAY;
        }

        @Override
        public List<MovingCondition> conditions() {
            return List.of();
        }

        @Override
        public Year validFrom() {
            return null;
        }

        @Override
        public Year validTo() {
            return null;
        }

        @Override
        public YearCycle cycle() {
            return YearCycle.EVERY_YEAR;
        }
    }

    private record EasterDay(ChristianHolidayType type) implements ChristianHoliday {

        @Override
        public String descriptionPropertiesKey() {
            return "christian." + type;
        }

        @Override
        public Chronology chronology() {
            return IsoChronology.INSTANCE;
        }

        @Override
        public HolidayType holidayType() {
            return HolidayType.PUBLIC_HOLIDAY;
        }

        @Override
        public List<MovingCondition> conditions() {
            return List.of();
        }

        @Override
        public Year validFrom() {
            return null;
        }

        @Override
        public Year validTo() {
            return null;
        }

        @Override
        public YearCycle cycle() {
            return YearCycle.EVERY_YEAR;
        }
    }

    private record WeekdayBetween(String descriptionPropertiesKey, DayOfWeek weekday, Fixed from, Fixed to)
            implements FixedWeekdayBetweenFixed {

        static WeekdayBetween read(JsonNode entry) {
            return new WeekdayBetween(
                    key(entry),
                    DayOfWeek.valueOf(entry.path("weekday").asText()),
                    FixedDay.read(entry.path("from")),
                    FixedDay.read(entry.path("to")));
        }

        @Override
        public HolidayType holidayType() {
            return HolidayType.PUBLIC_HOLIDAY;
        }

        @Override
        public Year validFrom() {
            return null;
        }

        @Override
        public Year validTo() {
            return null;
        }

        @Override
        public YearCycle cycle() {
            return YearCycle.EVERY_YEAR;
        }
    }
}
