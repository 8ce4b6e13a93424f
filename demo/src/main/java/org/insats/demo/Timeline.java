package org.insats.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** What happens in all cases, played in the order of its days on the movable clock; the deadline job runs each morning. */
final class Timeline {

    private final Api admin;
    private final List<Event> events = new ArrayList<>();

    Timeline(Api admin) {
        this.admin = admin;
    }

    private record Event(LocalDate day, Runnable happening) {}

    void on(LocalDate day, Runnable happening) {
        events.add(new Event(day, happening));
    }

    /** The days on which something happens. */
    List<LocalDate> days() {
        return events.stream().map(Event::day).toList();
    }

    /** How many happenings there are. */
    int size() {
        return events.size();
    }

    /** Plays all up to and with the last day, and leaves the clock there. */
    void play(LocalDate last, IntConsumer progress) {
        events.sort(Comparator.comparing(Event::day));
        LocalDate today = null;
        int done = 0;
        for (Event event : events) {
            if (!event.day().equals(today)) {
                today = event.day();
                morningOf(today);
            }
            event.happening().run();
            done++;
            progress.accept(done);
        }
        morningOf(last);
    }

    /** Moves the clock to a day and runs the deadline job. */
    void morningOf(LocalDate day) {
        admin.post("/s/insats/test/clock", Map.of("date", day.toString()));
        admin.post("/s/insats/test/deadline-job", Map.of());
    }
}
