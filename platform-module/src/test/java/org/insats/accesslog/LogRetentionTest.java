package org.insats.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

/** What tells of a file is kept as long as the file at least; what is removed leaves a chain that can be checked. */
@Covers("RET-88")
class LogRetentionTest {

    private static final Instant THEN = Instant.parse("2016-05-04T08:00:00Z");
    private static final Duration LONG = Duration.ofSeconds(20);

    private final AccessLogTables tables = new AccessLogTables();
    private final Set<String> files = new HashSet<>(Set.of("2016-000001"));

    private AccessLogWriter writer(Instant now) {
        AccessLogWriter writer = new AccessLogWriter(
                tables.store, Clock.fixed(now, ZoneOffset.UTC), AccessLogTables.settings(1_000, 100), looks -> looks);
        writer.start();
        return writer;
    }

    private void look(Instant at, String caseNumber) {
        AccessLogWriter writer = writer(at);
        writer.append(Look.of(at, "test", LookKind.READ, "CaseGet").atCase(caseNumber));
        assertThat(writer.flush(LONG)).isTrue();
        writer.close();
    }

    private int retain(String now) {
        AccessLogWriter writer = writer(Instant.parse(now));
        try {
            return new LogRetention(
                            tables.store,
                            writer,
                            files::contains,
                            Clock.fixed(Instant.parse(now), ZoneOffset.UTC),
                            "P10Y")
                    .run();
        } finally {
            writer.close();
        }
    }

    private List<Verification.Finding> findings() {
        return new Verification(tables.store).run().findings();
    }

    @Test
    void nothingIsRemovedWhileTheFileIsThere() {
        look(THEN, "2016-000001");

        assertThat(retain("2036-01-01T00:00:00Z")).isZero();
    }

    @Test
    void nothingIsRemovedBeforeTheSettingsTimeHasPassed() {
        look(THEN, "2016-000001");
        files.clear();

        assertThat(retain("2026-05-04T07:59:59Z")).isZero();
        assertThat(retain("2026-05-04T08:00:01Z")).isEqualTo(1);
    }

    @Test
    void whatIsRemovedLeavesASoundChainAndAnEntryThatTellsOfIt() {
        look(THEN, "2016-000001");
        look(Instant.parse("2026-01-01T00:00:00Z"), "2026-000001");
        files.clear();

        assertThat(retain("2026-06-01T00:00:00Z")).isEqualTo(1);

        assertThat(tables.entries())
                .extracting(entry -> entry.look().caseNumber())
                .doesNotContain("2016-000001");
        assertThat(tables.entries())
                .filteredOn(entry -> entry.look().kind() == LookKind.REMOVAL)
                .singleElement()
                .satisfies(entry -> assertThat(entry.look().what()).startsWith("SEGMENT 1 HEAD "));
        assertThat(findings()).isEmpty();
    }

    @Test
    void aRemovalIsStillToldOfWhenTheEntryThatToldOfItIsRemovedToo() {
        look(THEN, "2016-000001");
        files.clear();
        retain("2026-06-01T00:00:00Z");

        assertThat(retain("2046-06-01T00:00:00Z")).isPositive();

        assertThat(findings()).isEmpty();
    }
}
