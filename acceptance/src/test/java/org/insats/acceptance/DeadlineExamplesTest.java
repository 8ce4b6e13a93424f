package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The worked examples of the deadline arithmetic, asked for as a client does. How a file is read is in
 * {@code deadline-examples/README.md}; each file names the requirements, which the unit tests of the arithmetic prove.
 */
class DeadlineExamplesTest {

    private static final Path FOLDER = Target.root().resolve("acceptance/src/test/resources/deadline-examples");

    private final Api caller = Target.get().admin();

    static Stream<String> examples() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void previewAnswersAsWorkedOutByHand(String file) throws IOException {
        JsonNode example = Api.JSON.readTree(Files.readString(FOLDER.resolve(file)));
        assertThat(example.path("cases")).isNotEmpty();
        for (JsonNode each : example.path("cases")) {
            check(file + " " + each.path("name").asText(), each);
        }
    }

    private void check(String name, JsonNode each) {
        Api.Answer answer = caller.post("/s/insats/v1/deadlines/preview", each.path("request"));
        assertThat(answer.status())
                .as(name + ": " + answer.text())
                .isEqualTo(each.path("status").asInt());
        JsonNode expect = each.path("expect");
        JsonNode found = answer.json();
        checkLists(name, expect, found);
        expect.path("series").fields().forEachRemaining(series -> assertThat(
                        found.path("series").path(series.getKey()))
                .as(name)
                .isEqualTo(series.getValue()));
        if (expect.has("offers")) {
            assertThat(elements(found.path("offers"))).as(name).isEqualTo(elements(expect.path("offers")));
        }
        if (expect.has("error")) {
            assertThat(includes(found.path("error"), expect.path("error")))
                    .as(name + ": " + found)
                    .isTrue();
            assertThat(found.at("/error/message").asText()).as(name).isNotBlank();
        }
    }

    private static void checkLists(String name, JsonNode expect, JsonNode found) {
        for (String list : Set.of("deadlines", "warnings")) {
            expect.path(list).forEach(wanted -> assertThat(found.path(list))
                    .as(name + ": " + wanted)
                    .anyMatch(each -> includes(each, wanted)));
        }
        expect.path("absentDeadlines")
                .forEach(key -> assertThat(found.path("deadlines")).as(name).noneMatch(deadline -> deadline.path("key")
                        .equals(key)));
        expect.path("absentWarnings")
                .forEach(id -> assertThat(found.path("warnings")).as(name).noneMatch(warning -> warning.path("id")
                        .equals(id)));
    }

    private static boolean includes(JsonNode found, JsonNode wanted) {
        return wanted.properties().stream().allMatch(field -> {
            JsonNode own = found.path(field.getKey());
            return field.getValue().isArray()
                    ? elements(own).equals(elements(field.getValue()))
                    : own.equals(field.getValue());
        });
    }

    private static Set<JsonNode> elements(JsonNode list) {
        Set<JsonNode> elements = new HashSet<>();
        list.forEach(elements::add);
        return elements;
    }
}
