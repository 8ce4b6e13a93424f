package org.insats.platformtest.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.insats.platform.RuleViolation;
import org.insats.platformtest.fields.Situation.Ready;
import org.insats.platformtest.story.Repository;
import org.insats.requirements.CoversListener;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field that an act asks for: left out in its turn it keeps the act back, by its name. A field marked (i) is passed over
 * with a written reason. In the end each document, whole again, goes through.
 */
@ExtendWith(Repository.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class AskedForTest {

    private static final Map<Situation, Ready> PREPARED = new EnumMap<>(Situation.class);

    record Row(Situation situation, String field, String id, boolean important) {

        @Override
        public String toString() {
            return id + " " + situation + "." + field;
        }
    }

    static Stream<Row> rows() {
        return Table.read("asked.csv", 4).stream()
                .map(cells -> new Row(
                        Situation.valueOf(cells.get(0)),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3).equals("important")));
    }

    @Order(1)
    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void theActIsKeptBackByTheFieldThatIsEmpty(Row row, TestReporter reporter) {
        Ready ready = PREPARED.computeIfAbsent(row.situation(), Situation::prepare);
        JsonNode whole = ready.story().fieldsOf(ready.document());
        String kept = whole.path(row.field()).toString();
        assertThat(kept).as("a value to leave out").isNotEmpty();
        write(ready, row.field(), "null");

        assertThat(keptBackBy(ready)).isEqualTo(row.field());

        if (row.important()) {
            String excused = "[{\"field\":\"" + row.field() + "\",\"reason\":\"Det gick inte\"}]";
            write(ready, "overrides", excused);
            assertThat(goesThrough(ready)).isTrue();
            write(ready, "overrides", "null");
        }
        write(ready, row.field(), kept);
        reporter.publishEntry(CoversListener.REPORTED, row.id());
    }

    /** The act is tried, and taken back. */
    private static boolean goesThrough(Ready ready) {
        try {
            ready.story().as(ready.user(), (Runnable) () -> {
                ready.story().actWithin(ready.document(), ready.act());
                throw new TakenBack();
            });
        } catch (TakenBack e) {
            return true;
        }
        return false;
    }

    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Order(2)
    @Test
    void wholeDocumentsGoThrough() {
        List<Situation> stuck = PREPARED.entrySet().stream()
                .filter(entry -> keptBack(entry.getValue()))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(stuck).isEmpty();
    }

    private static boolean keptBack(Ready ready) {
        String before = ready.story().status(ready.document());
        ready.story().act(ready.user(), ready.document(), ready.act(), "{}");
        return ready.story().status(ready.document()).equals(before);
    }

    private static void write(Ready ready, String field, String value) {
        ready.story().update(ready.user(), ready.document(), "{\"" + field + "\":" + value + "}");
    }

    private static String keptBackBy(Ready ready) {
        try {
            ready.story().act(ready.user(), ready.document(), ready.act(), "{}");
        } catch (RuntimeException e) {
            return fieldOf(e);
        }
        throw new AssertionError("Nothing kept it back");
    }

    private static String fieldOf(RuntimeException refused) {
        for (Throwable cause = refused; cause != null; cause = cause.getCause()) {
            if (cause instanceof RuleViolation violation) {
                return violation.refusal().field().orElse(violation.refusal().id());
            }
        }
        throw refused;
    }
}
