package org.insats.deadline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.insats.deadline.calc.DeadlineCalculator;
import org.insats.platform.RuleViolation;
import org.insats.routine.HolidayCalendar;
import org.insats.routine.RoutineProfiles;
import org.springframework.extensions.surf.util.I18NUtil;

/** Replays a file of {@code acceptance/src/test/resources/deadline-examples} against the handler; its README says how it is read. */
final class DeadlineExamples {

    static final Path FOLDER =
            Path.of(System.getProperty("insats.root", ".."), "acceptance/src/test/resources/deadline-examples");

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DeadlinePreview preview = new DeadlinePreview(
            RoutineProfiles.shipped(),
            new DeadlineCalculator(HolidayCalendar.shipped()),
            Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC));

    DeadlineExamples() {
        I18NUtil.registerResourceBundle("alfresco.module.insats-platform.messages.deadline-calc");
        I18NUtil.registerResourceBundle("alfresco.module.insats-platform.messages.order");
        I18NUtil.setLocale(Locale.forLanguageTag("sv"));
    }

    /** The whole answer to a request: the plan, or an error with its status. */
    JsonNode answer(JsonNode request) {
        try {
            return ((ObjectNode) JSON.valueToTree(preview.preview(request))).put("status", 200);
        } catch (RuleViolation e) {
            ObjectNode answer = JSON.createObjectNode();
            answer.put("status", e.refusal().kind().status());
            answer.putObject("error")
                    .put("id", e.refusal().id())
                    .put("message", e.refusal().message())
                    .put("field", e.refusal().field().orElse(""));
            return answer;
        }
    }

    JsonNode answer(String request) {
        try {
            return answer(JSON.readTree(request));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void replay(String id) {
        JsonNode example = read(FOLDER.resolve(id + ".json"));
        assertThat(example.path("cases")).isNotEmpty();
        example.path("cases").forEach(each -> check(id + " " + each.path("name").asText(), each));
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void check(String name, JsonNode each) {
        JsonNode answer = answer(each.path("request"));
        JsonNode expect = each.path("expect");
        assertThat(answer.path("status").asInt())
                .as(name + ": " + answer)
                .isEqualTo(each.path("status").asInt());
        expect.path("deadlines").forEach(wanted -> assertThat(answer.path("deadlines"))
                .as(name + ": " + wanted)
                .anyMatch(found -> includes(found, wanted)));
        expect.path("absentDeadlines")
                .forEach(key -> assertThat(answer.path("deadlines")).as(name).noneMatch(found -> found.path("key")
                        .equals(key)));
        expect.path("warnings").forEach(wanted -> assertThat(answer.path("warnings"))
                .as(name + ": " + wanted)
                .anyMatch(found -> includes(found, wanted)));
        expect.path("absentWarnings")
                .forEach(id -> assertThat(answer.path("warnings")).as(name).noneMatch(found -> found.path("id")
                        .equals(id)));
        expect.path("series").fields().forEachRemaining(series -> assertThat(
                        answer.path("series").path(series.getKey()))
                .as(name)
                .isEqualTo(series.getValue()));
        if (expect.has("offers")) {
            assertThat(elements(answer.path("offers"))).as(name).isEqualTo(elements(expect.path("offers")));
        }
        if (expect.has("error")) {
            assertThat(includes(answer.path("error"), expect.path("error")))
                    .as(name + ": " + answer)
                    .isTrue();
            assertThat(answer.path("error").path("message").asText())
                    .as(name)
                    .isNotBlank()
                    .doesNotContain("insats.");
        }
    }

    private static boolean includes(JsonNode found, JsonNode wanted) {
        for (var field : wanted.properties()) {
            JsonNode own = found.path(field.getKey());
            boolean same = field.getValue().isArray()
                    ? elements(own).equals(elements(field.getValue()))
                    : own.equals(field.getValue());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private static Set<JsonNode> elements(JsonNode list) {
        Set<JsonNode> elements = new HashSet<>();
        list.forEach(elements::add);
        return elements;
    }
}
