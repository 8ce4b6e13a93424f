package org.insats.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.insats.accesslog.Verification.Problem;
import org.insats.platform.SettingCheck.Finding;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain with a secret key: whoever has the database and not the key cannot make another. */
@Covers("CON-118")
class KeyedChainTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final String KEY = "en-hemlighet-med-minst-32-tecken-1";
    private static final String OTHER = "en-annan-hemlighet-med-32-tecken-2";

    private final AccessLogTables tables = new AccessLogTables();

    private static Look look(String user) {
        return Look.of(NOW, user, LookKind.READ, "DocumentGet").atCase("2026-000001");
    }

    /** A segment with one entry, closed. */
    private static void write(AccessLogStore store, String user) {
        Segment open = store.open("server", NOW);
        Look look = look(user);
        Segment written = store.append(
                open, List.of(new Entry(open.number(), 1, look, store.chain().next(open.head(), look))), NOW);
        store.close(written, NOW);
    }

    private static List<Problem> problems(AccessLogStore store) {
        return new Verification(store)
                .run().findings().stream().map(Verification.Finding::problem).toList();
    }

    @Test
    void whatWasWrittenBeforeThereWasAKeyAndByAFormerOneIsKnown() {
        write(tables.store, "a");
        write(tables.keyed(KEY, ""), "b");
        AccessLogStore now = tables.keyed(OTHER, KEY);
        write(now, "c");

        assertThat(problems(now)).isEmpty();
        assertThat(problems(tables.keyed(OTHER, ""))).as("a key is missing").isNotEmpty();
        assertThat(problems(tables.store)).as("without any").isNotEmpty();
    }

    @Test
    void anEntryThatWasChangedWithAHashOfItsOwnIsFound() {
        AccessLogStore keyed = tables.keyed(KEY, "");
        write(keyed, "a");
        Segment segment = keyed.segments().get(0);
        String forged = Chain.PLAIN.next(segment.seed(), look("x"));

        tables.tamper("UPDATE insats_access_entry SET user_name = 'x', hash = '" + forged + "'");
        tables.tamper("UPDATE insats_access_segment SET head = '" + forged + "'");

        assertThat(problems(keyed)).containsExactly(Problem.ENTRY_CHANGED);
    }

    @Test
    void aSegmentWithoutTheKeyAfterOneWithItIsFound() {
        AccessLogStore keyed = tables.keyed(KEY, "");
        write(keyed, "a");
        write(tables.store, "b");

        assertThat(problems(keyed)).containsExactly(Problem.SEGMENT_WITHOUT_KEY);
    }

    @Test
    void aKeyIsLongEnoughAndMayStandInAFileOfItsOwn(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("key"), KEY + "\n");
        write(tables.keyed("file:" + file, ""), "a");

        assertThat(problems(tables.keyed(KEY, ""))).isEmpty();
        assertThatThrownBy(() -> Chain.of("kort", ""))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("kort");
        assertThatThrownBy(() -> Chain.of("file:" + folder.resolve("none"), ""))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void administratorsAreToldWhetherThereIsAKey() {
        assertThat(new AccessLogKeyCheck(tables.store).findings())
                .extracting(Finding::id)
                .containsExactly("ACCESS-LOG-KEY-NONE");
        assertThat(new AccessLogKeyCheck(tables.keyed(KEY, "")).findings())
                .extracting(Finding::id)
                .containsExactly("ACCESS-LOG-KEY-OK");
    }
}
