package org.insats.report;

import java.time.Clock;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.deadline.Counted.Outcome;
import org.insats.deadline.TaskAct;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.report.TallyBook.Tally;

/**
 * Reports of a unit for its managers (bean {@code insats.reports}), from counters: what it costs does not depend on how many cases there
 * are. What has not been counted yet is counted first, so that a report is true of the moment it is asked for.
 */
public final class Reports {

    private static final Pattern MANAGERS =
            Pattern.compile("GROUP_INSATS_(?:UNIT_MANAGER|PLACEMENT_SECTION_MANAGER)_([A-Za-z0-9]+)");

    private final TallyBook book;
    private final Tallies tallies;
    private final AuthorityService authorities;
    private final ServicePerson servicePerson;
    private final Clock clock;

    Reports(TallyBook book, Tallies tallies, AuthorityService authorities, ServicePerson servicePerson, Clock clock) {
        this.book = book;
        this.tallies = tallies;
        this.authorities = authorities;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /**
     * What a report is about.
     *
     * @param unit code of the unit
     * @param from first month
     * @param to last month
     */
    public record Period(String unit, YearMonth from, YearMonth to) {}

    /**
     * How an act was kept to in a month: deadlines that were due then, counted by how they went.
     *
     * @param month the month in which they were due
     * @param service the service, a value of {@code ServiceType}
     * @param act what was to be done
     * @param strength MUST or SHOULD
     * @param inTime done in time
     * @param late done late
     * @param overdue overdue and not done
     */
    public record Compliance(
            YearMonth month, String service, TaskAct act, String strength, int inTime, int late, int overdue) {

        /** All that were due. */
        public int due() {
            return inTime + late + overdue;
        }

        /** The share in time, in percent with one decimal. */
        public double share() {
            return Math.round(1000.0 * inTime / due()) / 10.0;
        }
    }

    /**
     * The time from order to start of what started in a month.
     *
     * @param month the month of the start
     * @param service the service
     * @param started how many started
     * @param meanDays mean, with one decimal
     * @param medianDays the middle one; the lower of the two where there are two
     * @param longestDays the longest
     */
    public record Starts(
            YearMonth month, String service, int started, double meanDays, long medianDays, long longestDays) {}

    /** The month of today. */
    public YearMonth thisMonth() {
        return YearMonth.from(LawDate.today(clock));
    }

    /** The units whose reports the current user may see as their manager. */
    public List<String> units() {
        return authorities.getAuthorities().stream()
                .map(MANAGERS::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .sorted()
                .toList();
    }

    /** Whether counters are being built anew, so that reports are not whole yet. */
    public boolean isRebuilding() {
        return servicePerson.elevated(() -> book.rebuiltUntil().isPresent());
    }

    /**
     * How acts were kept to, by month, service, act and strength.
     *
     * @param acts of these acts; all where empty
     * @throws org.insats.platform.RuleViolation {@code INS-REPORT} (403) to others than managers of the unit and administrators
     */
    public List<Compliance> compliance(Period period, Set<TaskAct> acts) {
        return read(period).stream()
                .flatMap(tally -> compliance(tally).stream())
                .filter(row -> acts.isEmpty() || acts.contains(row.act()))
                .toList();
    }

    private static List<Compliance> compliance(Tally tally) {
        Map<String, Map<Outcome, Integer>> byAct = new TreeMap<>();
        tally.counts().forEach((what, number) -> {
            if (Tallies.daysOf(what).isEmpty()) {
                int last = what.lastIndexOf('|');
                byAct.computeIfAbsent(what.substring(0, last), ignored -> new TreeMap<>())
                        .put(Outcome.valueOf(what.substring(last + 1)), number);
            }
        });
        List<Compliance> rows = new ArrayList<>();
        byAct.forEach((act, counts) -> {
            String[] parts = act.split("\\|");
            rows.add(new Compliance(
                    tally.month(),
                    tally.service(),
                    TaskAct.valueOf(parts[0]),
                    parts[1],
                    counts.getOrDefault(Outcome.IN_TIME, 0),
                    counts.getOrDefault(Outcome.LATE, 0),
                    counts.getOrDefault(Outcome.OVERDUE, 0)));
        });
        return rows;
    }

    /** The time from order to start, by month and service; rights as for {@link #compliance}. */
    public List<Starts> orderToStart(Period period) {
        return read(period).stream()
                .map(Reports::starts)
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<Starts> starts(Tally tally) {
        Map<Long, Integer> byDays = tally.counts().entrySet().stream()
                .filter(each -> Tallies.daysOf(each.getKey()).isPresent())
                .collect(Collectors.toMap(
                        each -> Tallies.daysOf(each.getKey()).orElseThrow(),
                        Map.Entry::getValue,
                        Integer::sum,
                        TreeMap::new));
        int started = byDays.values().stream().mapToInt(Integer::intValue).sum();
        if (started == 0) {
            return Optional.empty();
        }
        long days = byDays.entrySet().stream()
                .mapToLong(each -> each.getKey() * each.getValue())
                .sum();
        long longest = byDays.keySet().stream().max(Comparator.naturalOrder()).orElse(0L);
        return Optional.of(new Starts(
                tally.month(),
                tally.service(),
                started,
                Math.round(10.0 * days / started) / 10.0,
                median(byDays, started),
                longest));
    }

    private static long median(Map<Long, Integer> byDays, int started) {
        int seen = 0;
        for (Map.Entry<Long, Integer> each : byDays.entrySet()) {
            seen += each.getValue();
            if (2 * seen >= started) {
                return each.getKey();
            }
        }
        return 0;
    }

    private List<Tally> read(Period period) {
        requireManager(period.unit());
        return servicePerson.elevated(() -> {
            boolean more;
            do {
                more = tallies.countSome(Optional.of(period.unit()));
            } while (more);
            return book.read(period.unit(), period.from(), period.to());
        });
    }

    private void requireManager(String unit) {
        if (!units().contains(unit) && !authorities.hasAdminAuthority()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "REPORT").violation();
        }
    }

    /**
     * Has all cases counted anew into new counters, which the report job then does.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-ACCESS} (403) to others than administrators
     */
    public void rebuild() {
        if (!authorities.hasAdminAuthority()) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "ACCESS").violation();
        }
        servicePerson.elevated(() -> {
            book.renew();
        });
    }
}
