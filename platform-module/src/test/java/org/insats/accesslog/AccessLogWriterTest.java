package org.insats.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.insats.platform.RuleViolation;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

/** Nothing that was looked at is lost in silence. */
@Covers("CON-118")
class AccessLogWriterTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AccessLogTables tables = new AccessLogTables();

    private AccessLogWriter writer(long segmentEntries, int capacity) {
        return writer(AccessLogTables.settings(segmentEntries, capacity));
    }

    /** With a log that cannot be written, and who knows it. */
    private AccessLogWriter failing(boolean refuse, int capacity) {
        AccessLogWriter writer = writer(AccessLogTables.settings(1_000, refuse, capacity, Duration.ofMillis(200)));
        tables.tamper("ALTER TABLE insats_access_entry RENAME TO hidden");
        writer.append(look(0));
        Instant until = Clock.systemUTC().instant().plus(LONG);
        while (!writer.isFailing() && Clock.systemUTC().instant().isBefore(until)) {
            Thread.onSpinWait();
        }
        return writer;
    }

    private AccessLogWriter writer(AccessLogWriter.Settings settings) {
        AccessLogWriter writer =
                new AccessLogWriter(tables.store, Clock.fixed(NOW, ZoneOffset.UTC), settings, looks -> looks);
        writer.start();
        return writer;
    }

    private static Look look(int i) {
        return Look.of(NOW, "test" + i, LookKind.READ, "DocumentGet");
    }

    private void assertSound() {
        assertThat(new Verification(tables.store).run().findings()).isEmpty();
    }

    private List<Entry> gaps() {
        return tables.entries().stream()
                .filter(entry -> entry.look().kind() == LookKind.GAP)
                .toList();
    }

    @Test
    void writesEveryEntryOnceAndInOrder() {
        AccessLogWriter writer = writer(1_000_000, 50);
        IntStream.range(0, 3_000).forEach(i -> writer.append(look(i)));
        writer.close();

        assertThat(tables.entries().stream().map(entry -> entry.look().user()))
                .containsExactlyElementsOf(
                        IntStream.range(0, 3_000).mapToObj(i -> "test" + i).toList());
        assertSound();
    }

    @Test
    void closesSegmentsAtTheirSize() {
        AccessLogWriter writer = writer(10, 100);
        for (int i = 0; i < 35; i++) {
            writer.append(look(i));
            writer.flush(LONG);
        }
        writer.close();

        assertThat(tables.store.segments()).hasSize(4).allMatch(segment -> segment.closedAt()
                .isPresent());
        assertSound();
    }

    @Test
    void aServerThatEndsInOrderLeavesNoGap() {
        writer(100, 100).close();
        AccessLogWriter next = writer(100, 100);
        next.append(look(1));
        next.close();

        assertThat(gaps()).isEmpty();
    }

    @Test
    void twoServersOnOneDatabaseHaveSegmentsOfTheirOwnAndTakeNeitherForDead() {
        AccessLogWriter one = writer(100, 100);
        AccessLogWriter other = writer(100, 100);
        for (int i = 0; i < 50; i++) {
            one.append(look(i));
            other.append(look(i));
            one.flush(LONG);
        }
        one.close();
        other.close();

        assertThat(tables.store.segments()).hasSize(2).allMatch(segment -> segment.entries() == 50);
        assertThat(gaps()).isEmpty();
        assertSound();
    }

    @Test
    void aDeadServersSegmentIsClosedAndTheGapNoted() throws InterruptedException {
        Segment dead = tables.store.open("dead", NOW.minusSeconds(60));
        AccessLogWriter writer = writer(100, 100);
        Instant until = Clock.systemUTC().instant().plus(LONG);
        while (gaps().isEmpty() && Clock.systemUTC().instant().isBefore(until)) {
            writer.append(look(1));
            writer.flush(LONG);
        }
        writer.close();

        assertThat(gaps()).singleElement().satisfies(gap -> assertThat(
                        gap.look().what())
                .isEqualTo("SEGMENT 1 FROM 2026-05-04T07:59:00Z TO 2026-05-04T08:00:00Z"));
        assertThat(tables.store.segment(dead.number()).orElseThrow().closedAt()).isPresent();
        assertSound();
    }

    @Test
    void looksAreRefusedWhereTheLogCannotBeWrittenAndNothingThatWasTakenIsLost() {
        AccessLogWriter writer = failing(true, 5);
        int taken = 1;
        RuleViolation refused = null;
        while (refused == null && taken < 100) {
            try {
                writer.append(look(taken));
                taken++;
            } catch (RuleViolation e) {
                refused = e;
            }
        }
        assertThat(taken).isEqualTo(6);
        assertThat(refused.refusal().id()).isEqualTo("INS-ACCESS-LOG");
        assertThatThrownBy(writer::requireWritable).isInstanceOf(RuleViolation.class);

        tables.tamper("ALTER TABLE hidden RENAME TO insats_access_entry");
        assertThat(writer.flush(LONG)).isTrue();
        writer.requireWritable();
        writer.close();

        assertThat(tables.entries())
                .filteredOn(entry -> entry.look().kind() == LookKind.READ)
                .hasSize(taken);
        assertSound();
    }

    @Test
    void whereLooksAreLetThroughTheLogSaysHowManyEntriesItLacks() {
        AccessLogWriter writer = failing(false, 2);
        for (int i = 1; i <= 5; i++) {
            writer.append(look(i));
            writer.requireWritable();
        }
        tables.tamper("ALTER TABLE hidden RENAME TO insats_access_entry");
        writer.flush(LONG);
        writer.append(look(9));
        writer.close();

        assertThat(gaps())
                .singleElement()
                .satisfies(gap -> assertThat(gap.look().what()).isEqualTo("LOST 3"));
        assertThat(tables.entries())
                .filteredOn(entry -> entry.look().kind() == LookKind.READ)
                .hasSize(4);
        assertSound();
    }
}
