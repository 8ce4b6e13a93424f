package org.insats.deadline.preview;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.insats.deadline.calc.Act;
import org.insats.deadline.calc.Fact;
import org.insats.deadline.calc.Flag;
import org.insats.deadline.calc.Warning;
import org.insats.routine.Role;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.extensions.surf.util.I18NUtil;

/** {@code docs/api/openapi.yaml} says what the preview does: its examples are replayed, its names compared. */
class ApiDescriptionTest {

    private final DeadlineExamples examples = new DeadlineExamples();
    private final JsonNode description;
    private final JsonNode post;

    ApiDescriptionTest() throws IOException {
        Path file = Path.of(System.getProperty("insats.root", ".."), "docs/api/openapi.yaml");
        description = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
        post = description.path("paths").path("/deadlines/preview").path("post");
    }

    @AfterEach
    void forgetLanguage() {
        I18NUtil.setLocale(null);
    }

    @Test
    void everyExampleIsAnsweredAsDescribed() {
        I18NUtil.setLocale(Locale.ENGLISH);
        JsonNode requests = post.at("/requestBody/content/application~1json/examples");
        assertThat(requests).isNotEmpty();
        requests.fields().forEachRemaining(example -> {
            ObjectNode answer = (ObjectNode) examples.answer(example.getValue().path("value"));
            String status = answer.remove("status").asText();
            JsonNode described = post.path("responses")
                    .path(status)
                    .at("/content/application~1json/examples/" + example.getKey() + "/value");
            assertThat(answer).as(example.getKey()).isEqualTo(described);
        });
    }

    @Test
    void namesAreThoseOfTheCode() {
        List<String> facts = new ArrayList<>();
        schema("CaseFacts").path("properties").fieldNames().forEachRemaining(facts::add);
        assertThat(facts)
                .containsAll(Arrays.stream(Fact.values()).map(Fact::key).toList())
                .hasSize(Fact.values().length + 14);
        assertThat(values("Act")).isEqualTo(names(Act.values()));
        assertThat(values("Role")).isEqualTo(names(Role.values()));
        assertThat(values("DeadlineFlag")).isEqualTo(names(Flag.values()));
        assertThat(values("WarningId")).isEqualTo(names(Warning.Id.values()));
    }

    private JsonNode schema(String name) {
        return description.path("components").path("schemas").path(name);
    }

    private List<String> values(String schema) {
        List<String> values = new ArrayList<>();
        schema(schema).path("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static List<String> names(Enum<?>... values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
