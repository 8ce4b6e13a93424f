package org.insats.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.insats.accesslog.Verification.Finding;
import org.insats.accesslog.Verification.Problem;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to the log's tables behind its back, the check finds it and tells where. */
@Covers("CON-118")
class VerificationTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final int EACH = 10;

    private final AccessLogTables tables = new AccessLogTables();

    /** Three segments of ten entries; the last one is open, or empty. */
    @BeforeEach
    void write() {
        for (int i = 0; i < 3; i++) {
            AccessLogWriter writer = writer();
            writer.start();
            for (int j = 0; j < EACH; j++) {
                writer.append(look("test" + j));
            }
            assertThat(writer.flush(Duration.ofSeconds(10))).isTrue();
            writer.close();
        }
    }

    private AccessLogWriter writer() {
        return new AccessLogWriter(
                tables.store, Clock.fixed(NOW, ZoneOffset.UTC), AccessLogTables.settings(1_000, 100), looks -> looks);
    }

    private static Look look(String user) {
        return Look.of(NOW, user, LookKind.READ, "DocumentGet").atCase("2026-000001");
    }

    private Verification.Result verify() {
        return new Verification(tables.store).run();
    }

    private void finds(Problem problem, long segment, long position) {
        assertThat(verify().findings()).contains(new Finding(problem, segment, OptionalLong.of(position)));
    }

    @Test
    void findsNothingWhereAllIsAsItWasWritten() {
        Verification.Result result = verify();

        assertThat(result.findings()).isEmpty();
        assertThat(result.isSound()).isTrue();
        assertThat(result.entries()).isEqualTo(3 * EACH);
    }

    @Test
    void findsAChangedEntryAndThatOneOnly() {
        tables.tamper("UPDATE insats_access_entry SET user_name = 'other' WHERE segment = 2 AND position = 4");

        assertThat(verify().findings()).containsExactly(new Finding(Problem.ENTRY_CHANGED, 2, OptionalLong.of(4)));
    }

    @Test
    void findsAChangeOfAnyColumn() {
        for (String change : new String[] {
            "at = at + 1",
            "kind = 'ACT'",
            "what = 'x'",
            "case_number = ''",
            "unit = 'X'",
            "role = 'X'",
            "node_id = 'x'",
            "version = '9'",
            "address = '9'",
            "outcome = 'FAILED'",
            "exception_id = 9"
        }) {
            AccessLogTables fresh = new AccessLogTables();
            Segment segment = fresh.store.open("w", NOW);
            fresh.store.append(
                    segment,
                    java.util.List.of(new Entry(1, 1, look("a"), Chain.PLAIN.next(segment.head(), look("a")))),
                    NOW);
            assertThat(new Verification(fresh.store).run().isSound()).isTrue();
            fresh.tamper("UPDATE insats_access_entry SET " + change);
            assertThat(new Verification(fresh.store).run().findings())
                    .as(change)
                    .contains(new Finding(Problem.ENTRY_CHANGED, 1, OptionalLong.of(1)));
        }
    }

    @Test
    void findsTheLastEntryChanged() {
        tables.tamper("UPDATE insats_access_entry SET user_name = 'other' WHERE segment = 2 AND position = 10");

        finds(Problem.ENTRY_CHANGED, 2, 10);
    }

    @Test
    void findsAnEntryTakenOut() {
        tables.tamper("DELETE FROM insats_access_entry WHERE segment = 2 AND position = 4");

        assertThat(verify().findings()).containsExactly(new Finding(Problem.ENTRY_REMOVED, 2, OptionalLong.of(4)));
    }

    @Test
    void findsAnEntryTakenOutAndTheOthersMovedUp() {
        tables.tamper("DELETE FROM insats_access_entry WHERE segment = 2 AND position = 4");
        tables.tamper("UPDATE insats_access_entry SET position = position - 1 WHERE segment = 2 AND position > 4");

        assertThat(verify().findings()).isNotEmpty().allMatch(found -> found.segment() == 2);
        finds(Problem.ENTRY_REMOVED, 2, 10);
    }

    @Test
    void findsTheLastEntriesTakenOut() {
        tables.tamper("DELETE FROM insats_access_entry WHERE segment = 3 AND position > 8");

        finds(Problem.ENTRY_REMOVED, 3, 9);
    }

    @Test
    void findsAnEntryPutInBetween() {
        tables.tamper("UPDATE insats_access_entry SET position = position + 1 WHERE segment = 2 AND position > 4");
        tables.tamper("INSERT INTO insats_access_entry SELECT segment, 5, at, 'other', kind, what, case_number, unit,"
                + " role, node_id, version, address, outcome, exception_id, hash FROM insats_access_entry"
                + " WHERE segment = 2 AND position = 4");

        finds(Problem.ENTRY_INSERTED, 2, 5);
    }

    @Test
    void findsAnEntryPutAtTheEnd() {
        tables.tamper("INSERT INTO insats_access_entry SELECT segment, 11, at, 'other', kind, what, case_number, unit,"
                + " role, node_id, version, address, outcome, exception_id, hash FROM insats_access_entry"
                + " WHERE segment = 2 AND position = 4");

        assertThat(verify().findings()).containsExactly(new Finding(Problem.ENTRY_INSERTED, 2, OptionalLong.of(11)));
    }

    @Test
    void findsAMissingSegment() {
        tables.tamper("DELETE FROM insats_access_segment WHERE number = 2");

        assertThat(verify().findings()).containsExactly(new Finding(Problem.SEGMENT_MISSING, 2, OptionalLong.empty()));
    }

    @Test
    void findsAMissingSegmentAlsoWhereTheOthersWereNumberedAnew() {
        tables.tamper("DELETE FROM insats_access_segment WHERE number = 2");
        tables.tamper("DELETE FROM insats_access_entry WHERE segment = 2");
        tables.tamper("UPDATE insats_access_segment SET number = 2 WHERE number = 3");
        tables.tamper("UPDATE insats_access_entry SET segment = 2 WHERE segment = 3");

        assertThat(verify().findings()).contains(new Finding(Problem.SEGMENT_CHANGED, 2, OptionalLong.empty()));
    }

    @Test
    void findsASegmentCalledRemovedThatNoEntryTellsOf() {
        tables.tamper("DELETE FROM insats_access_entry WHERE segment = 2");
        tables.tamper("UPDATE insats_access_segment SET removed_at = 1 WHERE number = 2");

        assertThat(verify().findings())
                .containsExactly(new Finding(Problem.SEGMENT_REMOVED_UNTOLD, 2, OptionalLong.empty()));
    }

    @Test
    void findsAHeadThatWasChanged() {
        tables.tamper("UPDATE insats_access_segment SET head = seed WHERE number = 1");

        assertThat(verify().findings()).containsExactly(new Finding(Problem.SEGMENT_CHANGED, 1, OptionalLong.empty()));
    }
}
