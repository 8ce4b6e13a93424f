package org.insats.platformtest.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.insats.casefile.Labels;
import org.insats.casefile.ValueLists;
import org.insats.platformtest.Repository;
import org.insats.requirements.CoversListener;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value list of the requirements: exactly these identifiers, in this order, with these Swedish names, and English ones. */
class ValueListsTest {

    record Row(String id, String list, List<String> values) {

        @Override
        public String toString() {
            return id + " " + list;
        }
    }

    static Stream<Row> rows() {
        return Table.read("lists.csv", 3).stream()
                .map(cells -> new Row(
                        cells.get(0),
                        cells.get(1),
                        Arrays.stream(cells.get(2).split(";"))
                                .map(String::strip)
                                .toList()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void aListHoldsTheValuesOfTheRequirements(Row row, TestReporter reporter) {
        assertThat(values(row, "sv")).containsExactlyElementsOf(row.values());
        assertThat(values(row, "en")).hasSameSizeAs(row.values()).allSatisfy(value -> assertThat(
                        isNamed(value) || row.values().contains(value))
                .as(value)
                .isTrue());
        reporter.publishEntry(CoversListener.REPORTED, row.id());
    }

    /** Whether a value is called anything else than its identifier. */
    private static boolean isNamed(String value) {
        int equals = value.indexOf('=');
        return !value.substring(equals + 1).equals(value.substring(0, equals));
    }

    private static List<String> values(Row row, String language) {
        return row.list().contains(":") ? named(row.list(), language) : ofField(row.list(), language);
    }

    private static List<String> named(String name, String language) {
        Repository repository = Repository.shared();
        Labels labels = repository.bean("insats.labels", Labels.class);
        ValueLists.ValueList list = repository
                .bean("insats.valueLists", ValueLists.class)
                .named(name)
                .orElseThrow();
        return list.values().stream()
                .map(value -> value + "=" + labels.value(list, value, Locale.forLanguageTag(language)))
                .toList();
    }

    private static List<String> ofField(String kindAndField, String language) {
        String[] parts = kindAndField.split("\\.");
        JsonNode model = Models.of(Repository.shared().admin(), parts[0], language);
        JsonNode values = parts[1].equals("status")
                ? model.path("statuses")
                : StreamSupport.stream(model.path("fields").spliterator(), false)
                        .filter(field -> field.path("name").asText().equals(parts[1]))
                        .findFirst()
                        .orElseThrow()
                        .path("values");
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(
                value.path("value").asText() + "=" + value.path("label").asText()));
        return texts;
    }
}
