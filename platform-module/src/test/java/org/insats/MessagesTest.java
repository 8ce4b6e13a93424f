package org.insats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every text in Swedish and English, none missing, none left over. */
class MessagesTest {

    private static final Path MODULE = Path.of("src/main/resources/alfresco/module/insats-platform");
    private static final Path MESSAGES = MODULE.resolve("messages");
    private static final Path SOURCES = Path.of("src/main/java");
    private static final Pattern USE = Pattern.compile(
            "Refusal\\s*\\.(?:rule\\(|of\\(\\s*(?:Refusal\\.)?(?:Kind\\.)?[A-Z_]+,)\\s*\"([A-Z0-9-]+)\"");

    static Stream<String> bundles() throws IOException {
        try (Stream<Path> files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".properties"))
                    .map(name -> name.replaceFirst("(_sv|_en)?\\.properties$", ""))
                    .distinct()
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void aBundleIsWholeInBothLanguagesAndFallsBackToSwedish(String bundle) {
        Properties fallback = load(bundle + ".properties");
        Properties swedish = load(bundle + "_sv.properties");
        Properties english = load(bundle + "_en.properties");

        assertThat(fallback).isEqualTo(swedish);
        assertThat(english.stringPropertyNames()).isEqualTo(swedish.stringPropertyNames());
        assertThat(swedish.values()).noneMatch(text -> text.toString().isBlank());
        assertThat(english.values()).noneMatch(text -> text.toString().isBlank());
        // An apostrophe is a quote to MessageFormat and would swallow what follows it.
        for (String key : swedish.stringPropertyNames()) {
            if (key.startsWith("insats.")) {
                assertThat(swedish.getProperty(key)).as(key).doesNotContain("'");
                assertThat(english.getProperty(key)).as(key).doesNotContain("'");
            }
        }
    }

    @Test
    void noKeyStandsInTwoBundles() throws IOException {
        Map<String, String> seen = new HashMap<>();
        List<String> twice = new ArrayList<>();
        bundles().forEach(bundle -> load(bundle + "_sv.properties")
                .stringPropertyNames()
                .forEach(key -> {
                    String other = seen.put(key, bundle);
                    if (other != null) {
                        twice.add(key + " in " + other + " and " + bundle);
                    }
                }));
        assertThat(twice).isEmpty();
    }

    @Test
    void everyRefusalHasItsTextAndEveryTextItsRefusal() throws IOException {
        Set<String> texts = new TreeSet<>();
        bundles().forEach(bundle -> load(bundle + "_sv.properties").stringPropertyNames().stream()
                .filter(key -> key.startsWith("insats.refusal."))
                .map(key -> key.substring("insats.refusal.".length()))
                .forEach(texts::add));
        String code = sources();
        Set<String> used = new TreeSet<>();
        // An id that ends in a hyphen is completed where it is thrown.
        Set<String> begun = new TreeSet<>();
        Matcher matcher = USE.matcher(code);
        while (matcher.find()) {
            (matcher.group(1).endsWith("-") ? begun : used).add(matcher.group(1));
        }

        assertThat(texts).as("refusals without text").containsAll(used);
        assertThat(texts)
                .as("texts of no refusal")
                .allMatch(id -> code.contains('"' + id + '"') || begun.stream().anyMatch(id::startsWith));
    }

    @Test
    void everyNameOfTheModelsHasItsLabelAndEveryLabelItsName() throws Exception {
        Set<String> names = new TreeSet<>();
        Set<String> labels = new TreeSet<>();
        try (Stream<Path> models = Files.list(MODULE.resolve("model"))) {
            for (Path model : models.sorted().toList()) {
                if (!model.getFileName().toString().equals("workflow-model.xml")) {
                    names.addAll(names(model));
                    labels.addAll(load(model.getFileName().toString().replace(".xml", "_sv.properties"))
                            .stringPropertyNames());
                }
            }
        }
        assertThat(labels).isEqualTo(names);
    }

    private static Set<String> names(Path model) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Element root = factory.newDocumentBuilder().parse(model.toFile()).getDocumentElement();
        String prefix = key(root.getAttribute("name"));
        Set<String> names = new TreeSet<>();
        for (String what : List.of("type", "aspect", "property")) {
            for (Element element : elements(root, what)) {
                boolean narrowed = element.getParentNode().getNodeName().equals("overrides");
                if (element.hasAttribute("name") && !narrowed) {
                    names.add(prefix + '.' + what + '.' + key(element.getAttribute("name")) + ".title");
                }
            }
        }
        elements(root, "child-association")
                .forEach(association ->
                        names.add(prefix + ".association." + key(association.getAttribute("name")) + ".title"));
        for (Element constraint : elements(root, "constraint")) {
            if (constraint.getAttribute("type").equals("LIST")) {
                elements(constraint, "value")
                        .forEach(value -> names.add("listconstraint." + key(constraint.getAttribute("name")) + '.'
                                + value.getTextContent()));
            }
        }
        return names;
    }

    private static String key(String name) {
        return name.replace(':', '_');
    }

    private static List<Element> elements(Element parent, String name) {
        NodeList found = parent.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    private static String sources() throws IOException {
        StringBuilder code = new StringBuilder();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                code.append(Files.readString(file));
            }
        }
        return code.toString();
    }

    private static Properties load(String name) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(name), StandardCharsets.UTF_8)) {
            properties.load(reader);
            return properties;
        } catch (IOException e) {
            throw new UncheckedIOException(name, e);
        }
    }
}
