package org.insats.accesslog;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

/** The check as a command. */
@Covers("CON-118")
class VerifyAccessLogTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");

    private final AccessLogTables tables = new AccessLogTables();
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final String head;

    VerifyAccessLogTest() {
        Segment segment = tables.store.open("w", NOW);
        Look look = Look.of(NOW, "test", LookKind.READ, "DocumentGet");
        head = Chain.PLAIN.next(segment.head(), look);
        tables.store.append(segment, List.of(new Entry(1, 1, look, head)), NOW);
    }

    private int run(String... more) {
        List<String> arguments = new ArrayList<>(List.of(tables.database.getURL(), ""));
        arguments.addAll(List.of(more));
        return VerifyAccessLog.run(
                arguments, "", Chain.of("", ""), new PrintStream(bytes, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void saysThatTheLogIsSound() {
        assertThat(run("1=" + head)).isEqualTo(VerifyAccessLog.SOUND);
        assertThat(said()).contains("1 entries in 1 segments: sound");
    }

    @Test
    void tellsWhichEntryWasChanged() {
        tables.tamper("UPDATE insats_access_entry SET user_name = 'other'");

        assertThat(run()).isEqualTo(VerifyAccessLog.FOUND);
        assertThat(said()).contains("ENTRY_CHANGED segment 1 position 1", "NOT SOUND");
    }

    @Test
    void aWholeNewChainIsFoundByAHeadFromTheLogFile() {
        tables.tamper("DELETE FROM insats_access_entry");
        tables.tamper("DELETE FROM insats_access_segment");
        tables.store.open("w", NOW);

        assertThat(run()).isEqualTo(VerifyAccessLog.SOUND);
        assertThat(run("1=" + head)).isEqualTo(VerifyAccessLog.FOUND);
        assertThat(said()).contains("OTHER_HEAD segment 1");
    }

    @Test
    void whatCannotBeCheckedIsNotCalledSound() {
        assertThat(run("head")).isEqualTo(VerifyAccessLog.FAILED);
        tables.tamper("ALTER TABLE insats_access_entry RENAME TO hidden");
        assertThat(run()).isEqualTo(VerifyAccessLog.FAILED);
    }
}
