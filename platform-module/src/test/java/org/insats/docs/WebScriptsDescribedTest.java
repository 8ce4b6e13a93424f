package org.insats.docs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.casefile.ActionInput;
import org.insats.casefile.Role;
import org.junit.jupiter.api.Test;

/** {@code docs/api/openapi.yaml} describes every web script of the module, and none that is not there. */
class WebScriptsDescribedTest {

    private static final Path DESCRIPTORS =
            Path.of("src/main/resources/alfresco/extension/templates/webscripts/org/insats");
    private static final Pattern ADDRESS = Pattern.compile("<url>/insats/v1(/[^?<]*)");
    private static final Pattern METHOD = Pattern.compile("\\.(get|post|put|delete)\\.desc\\.xml$");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete");

    private final JsonNode description;

    WebScriptsDescribedTest() throws IOException {
        Path file = Path.of(System.getProperty("insats.root", ".."), "docs/api/openapi.yaml");
        description = new ObjectMapper(new YAMLFactory()).readTree(file.toFile());
    }

    private static Set<String> webScripts() throws IOException {
        try (Stream<Path> files = Files.walk(DESCRIPTORS)) {
            return files.filter(file -> file.toString().endsWith(".desc.xml"))
                    .map(WebScriptsDescribedTest::call)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String call(Path descriptor) {
        try {
            Matcher address = ADDRESS.matcher(Files.readString(descriptor));
            Matcher method = METHOD.matcher(descriptor.getFileName().toString());
            assertThat(address.find() && method.find())
                    .as(descriptor.toString())
                    .isTrue();
            return method.group(1) + ' ' + address.group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<JsonNode> operations() {
        List<JsonNode> operations = new ArrayList<>();
        description.path("paths").forEach(path -> path.properties().forEach(entry -> {
            if (METHODS.contains(entry.getKey())) {
                operations.add(entry.getValue());
            }
        }));
        return operations;
    }

    @Test
    void everyWebScriptIsDescribedAndEveryDescriptionIsOfAWebScript() throws IOException {
        Set<String> described = new TreeSet<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(name -> {
                    if (METHODS.contains(name)) {
                        described.add(name + ' ' + path.getKey());
                    }
                }));

        assertThat(described).isEqualTo(webScripts());
    }

    @Test
    void everyOperationHasANameOfItsOwnASummaryAndASuccess() {
        assertThat(operations().stream().map(each -> each.path("operationId").asText()))
                .doesNotHaveDuplicates()
                .doesNotContain("");
        assertThat(operations()).allSatisfy(each -> {
            assertThat(each.path("summary").asText()).isNotBlank();
            assertThat(each.path("responses").properties().stream().map(entry -> entry.getKey()))
                    .anyMatch(status -> status.startsWith("2"));
        });
    }

    @Test
    void everyPartOfAPathIsAParameter() {
        description.path("paths").properties().forEach(path -> {
            Matcher part = Pattern.compile("\\{(\\w+)}").matcher(path.getKey());
            while (part.find()) {
                String name = part.group(1);
                path.getValue().properties().stream()
                        .filter(entry -> METHODS.contains(entry.getKey()))
                        .forEach(entry -> assertThat(Stream.concat(
                                                stream(path.getValue().path("parameters")),
                                                stream(entry.getValue().path("parameters")))
                                        .map(this::resolved)
                                        .filter(each -> each.path("in").asText().equals("path"))
                                        .map(each -> each.path("name").asText()))
                                .as(entry.getKey() + " " + path.getKey())
                                .contains(name));
            }
        });
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(description.findValuesAsText("$ref")).allSatisfy(reference -> assertThat(
                        description.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void rolesAndTypesOfInputsAreThoseOfTheCode() {
        assertThat(values("CaseRole"))
                .isEqualTo(Arrays.stream(Role.values()).map(Enum::name).toList());
        assertThat(values("ActInputType"))
                .isEqualTo(
                        Arrays.stream(ActionInput.Type.values()).map(Enum::name).toList());
    }

    private List<String> values(String schema) {
        return stream(description.at("/components/schemas/" + schema + "/enum"))
                .map(JsonNode::asText)
                .toList();
    }

    private JsonNode resolved(JsonNode parameter) {
        return parameter.has("$ref")
                ? description.at(parameter.path("$ref").asText().substring(1))
                : parameter;
    }

    private static Stream<JsonNode> stream(JsonNode list) {
        List<JsonNode> items = new ArrayList<>();
        list.forEach(items::add);
        return items.stream();
    }
}
