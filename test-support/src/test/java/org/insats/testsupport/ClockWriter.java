package org.insats.testsupport;

import java.time.Instant;
import java.util.List;

/** A program that moves a clock to and fro until it is killed; says so after the first move. */
final class ClockWriter {

    static final List<Instant> MOVES =
            List.of(Instant.parse("2031-03-04T08:00:00Z"), Instant.parse("2042-05-06T08:00:00Z"));

    private ClockWriter() {}

    public static void main(String[] args) {
        MovableClock clock = new MovableClock(args[0]);
        clock.moveTo(MOVES.get(0));
        System.out.println("moving");
        for (int i = 1; ; i++) {
            clock.moveTo(MOVES.get(i % MOVES.size()));
        }
    }
}
