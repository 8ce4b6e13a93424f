package org.insats.testsupport;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Properties;

/**
 * A clock that runs on from where it was moved to. How far it stands from the real time is kept in a file, so that a restart
 * keeps it and two servers on one data folder agree.
 */
public final class MovableClock extends Clock {

    /** The zone in which dates of law are read. */
    static final ZoneId SWEDEN = ZoneId.of("Europe/Stockholm");

    private static final String KEY = "offset";
    private static final LocalTime START_OF_WORK = LocalTime.of(8, 0);

    private final Clock real;
    private final Path file;
    private volatile State state = new State(null, Duration.ZERO);

    private record State(FileTime read, Duration offset) {}

    /** @param file where the offset is kept; its folder is created when missing */
    public MovableClock(String file) {
        this(Path.of(file), Clock.systemUTC());
    }

    MovableClock(Path file, Clock real) {
        super();
        this.file = file;
        this.real = real;
    }

    @Override
    public Instant instant() {
        return real.instant().plus(offset());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new Zoned(this, zone);
    }

    /** How far the clock is ahead of the real time; negative when behind. */
    public Duration offset() {
        try {
            if (!Files.exists(file)) {
                return Duration.ZERO;
            }
            FileTime written = Files.getLastModifiedTime(file);
            State known = state;
            if (!written.equals(known.read())) {
                known = new State(written, read());
                state = known;
            }
            return known.offset();
        } catch (IOException e) {
            throw new UncheckedIOException("The moved clock cannot be read from " + file, e);
        }
    }

    private Duration read() throws IOException {
        Properties properties = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            properties.load(in);
        }
        return Duration.parse(properties.getProperty(KEY, "PT0S"));
    }

    /** Moves the clock to an instant, from which it runs on. */
    public void moveTo(Instant instant) {
        write(Duration.between(real.instant(), instant));
    }

    /** Moves the clock to eight in the morning, Swedish time, of a day. */
    public void moveTo(LocalDate day) {
        moveTo(day.atTime(START_OF_WORK).atZone(SWEDEN).toInstant());
    }

    /** Moves the clock by whole days of the Swedish calendar; the time of day stays, also over a change to summer time. */
    public void advanceDays(long days) {
        moveTo(instant().atZone(SWEDEN).plusDays(days).toInstant());
    }

    /** Goes back to the real time. */
    public void reset() {
        write(Duration.ZERO);
    }

    /** Replaces the file in one step: a process that is killed leaves the old offset or the new one. */
    private synchronized void write(Duration offset) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path next = Files.createTempFile(folder, "insats-test-clock", ".tmp");
            Files.writeString(next, KEY + "=" + offset + "\n", StandardCharsets.ISO_8859_1);
            try (FileChannel channel = FileChannel.open(next, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            state = new State(Files.getLastModifiedTime(file), offset);
        } catch (IOException e) {
            throw new UncheckedIOException("The moved clock cannot be kept in " + file, e);
        }
    }

    private static final class Zoned extends Clock {

        private final Clock clock;
        private final ZoneId zone;

        Zoned(Clock clock, ZoneId zone) {
            super();
            this.clock = clock;
            this.zone = zone;
        }

        @Override
        public Instant instant() {
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            return new Zoned(clock, other);
        }
    }
}
