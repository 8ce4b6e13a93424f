package org.insats.report;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Interventions;
import org.insats.deadline.Counted;
import org.insats.deadline.DeadlineCounts;
import org.insats.report.TallyBook.Place;

/**
 * Counts what is marked into the counters. Each batch is one transaction of the caller's: either it is counted and its marks are
 * gone, or neither; two at once meet on the same nodes, and the later one is done over. Inside the service person's scope.
 */
final class Tallies {

    private static final String START = "START";
    private static final int BATCH = 100;

    private final TallyBook book;
    private final DeadlineCounts deadlines;
    private final StartTimes starts;
    private final Interventions interventions;

    Tallies(TallyBook book, DeadlineCounts deadlines, StartTimes starts, Interventions interventions) {
        this.book = book;
        this.deadlines = deadlines;
        this.starts = starts;
        this.interventions = interventions;
    }

    /** What an act, its strength and how it went are counted under. */
    static String what(Counted counted) {
        return counted.act() + "|" + counted.strength() + "|" + counted.outcome();
    }

    /** What a start after some days is counted under. */
    static String what(long days) {
        return START + "|" + days;
    }

    /** Sums of a batch, by place, so that each counter is written once. */
    private static final class Sums {

        private final Map<Place, Map<String, Integer>> more = new LinkedHashMap<>();

        void add(Place place, String what, int number) {
            more.computeIfAbsent(place, ignored -> new TreeMap<>()).merge(what, number, Integer::sum);
        }
    }

    /** Counts one batch of a unit, or of all; answers whether there may be more. */
    boolean countSome(Optional<String> unit) {
        String generation = book.generation();
        List<DeadlineCounts.Change> changed = deadlines.changes(unit, generation, BATCH);
        List<StartTimes.Change> started = starts.changes(generation, BATCH);
        count(changed, started, generation);
        return changed.size() == BATCH || started.size() == BATCH;
    }

    /** Counts into new counters what interventions have to count that is not in them yet, marked or not. */
    void countAnew(List<NodeRef> all) {
        String generation = book.generation();
        count(
                all.stream()
                        .flatMap(each -> deadlines.uncounted(each, generation).stream())
                        .toList(),
                all.stream()
                        .flatMap(each -> starts.uncounted(each, generation).stream())
                        .toList(),
                generation);
    }

    private void count(List<DeadlineCounts.Change> changed, List<StartTimes.Change> started, String generation) {
        Sums sums = new Sums();
        Map<NodeRef, String> services = new HashMap<>();
        for (DeadlineCounts.Change change : changed) {
            String service = services.computeIfAbsent(
                    change.deadline().intervention(),
                    node -> interventions.get(node).service());
            change.before().ifPresent(before -> sums.add(place(before, service), what(before), -1));
            change.now().ifPresent(now -> sums.add(place(now, service), what(now), 1));
            deadlines.counted(change, generation);
        }
        for (StartTimes.Change change : started) {
            change.before().ifPresent(before -> add(sums, change, before, -1));
            change.now().ifPresent(now -> add(sums, change, now, 1));
            starts.counted(change, generation);
        }
        sums.more.forEach(book::add);
    }

    private static Place place(Counted counted, String service) {
        return new Place(counted.unit(), counted.month(), service);
    }

    private static void add(Sums sums, StartTimes.Change change, StartTimes.Start start, int number) {
        start.units()
                .forEach(unit -> sums.add(
                        new Place(unit, start.month(), change.intervention().service()), what(start.days()), number));
    }

    /** The days of a start, where that is what a count is of. */
    static Optional<Long> daysOf(String what) {
        return what.startsWith(START + "|")
                ? Optional.of(Long.parseLong(what.substring(START.length() + 1)))
                : Optional.empty();
    }
}
