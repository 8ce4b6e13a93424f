package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Swedish and English are both whole, and no text is left that nothing shows. */
class TextsTest {

    private static final Path BUNDLES = ShareForms.RESOURCES.resolve("alfresco/web-extension/messages");
    private static final Path COMPONENTS = ShareForms.RESOURCES.resolve("META-INF/insats");
    private static final Path SHARE_FILES = ShareForms.RESOURCES.resolve("alfresco");
    private static final Pattern MESSAGE = Pattern.compile("insats\\.(?:\\w+\\.)+\\w+");
    private static final Pattern ENTRY =
            Pattern.compile("^ {2}'([^']+)': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    private static final Pattern ASKED = Pattern.compile("\\bt\\('([^']+)'");
    private static final Pattern WHOLE_KEY = Pattern.compile("'([a-zA-Z]+(?:\\.[A-Za-z0-9_-]+)+)'");
    private static final Pattern KEY_BEGINNING = Pattern.compile("`([a-zA-Z]+\\.(?:[a-zA-Z]+\\.)*)[a-zA-Z]*\\$\\{");
    private static final Pattern GROUP = Pattern.compile("group: '(\\w+)'");

    @Test
    void everyTextOfTheFormsIsInSwedishAndEnglish() throws Exception {
        Set<String> needed = ShareForms.messageKeys();
        for (Path page : ShareForms.files(SHARE_FILES.resolve("site-data/pages"), ".xml")) {
            MESSAGE.matcher(Files.readString(page)).results().forEach(result -> needed.add(result.group()));
        }
        assertThat(bundle("insats-share_sv.properties").stringPropertyNames()).containsAll(needed);
        assertThat(bundle("insats-share_en.properties").stringPropertyNames()).containsAll(needed);
    }

    @Test
    void swedishIsTheDefault() throws IOException {
        assertThat(bundle("insats-share.properties")).isEqualTo(bundle("insats-share_sv.properties"));
        assertThat(bundle("insats-share_en.properties").stringPropertyNames())
                .isEqualTo(bundle("insats-share.properties").stringPropertyNames());
    }

    @Test
    void noTextOfTheFormsIsUnused() throws Exception {
        Set<String> used = ShareForms.messageKeys();
        for (String ending : List.of(".ftl", ".js", ".xml")) {
            for (Path file : ShareForms.files(SHARE_FILES, ending)) {
                MESSAGE.matcher(Files.readString(file)).results().forEach(result -> used.add(result.group()));
            }
        }
        String config = Files.readString(ShareForms.CONFIG);
        Set<String> unused = new TreeSet<>(bundle("insats-share.properties").stringPropertyNames());
        unused.removeAll(used);
        unused.removeIf(key -> namesAnOfferedTypeOrAspect(key, config));
        assertThat(unused).isEmpty();
    }

    // Share looks up "aspect.ins_sent" and "type.ins_incomingDocument" for what the configuration offers.
    private static boolean namesAnOfferedTypeOrAspect(String key, String config) {
        Matcher matcher = Pattern.compile("(?:aspect|type)\\.([a-z]+)_(\\w+)").matcher(key);
        return matcher.matches() && config.contains("name=\"" + matcher.group(1) + ":" + matcher.group(2) + "\"");
    }

    @Test
    void bothLanguagesOfTheComponentsHaveTheSameKeys() throws IOException {
        assertThat(componentTexts("sv")).isEqualTo(componentTexts("en")).isNotEmpty();
    }

    @Test
    void everyTextThatAComponentAsksForExists() throws IOException {
        Set<String> texts = componentTexts("sv");
        Set<String> asked = new TreeSet<>();
        for (Path module : modules()) {
            ASKED.matcher(Files.readString(module)).results().forEach(result -> asked.add(result.group(1)));
        }
        assertThat(texts).containsAll(asked);
    }

    @Test
    void noTextOfTheComponentsIsUnused() throws IOException {
        Set<String> whole = new TreeSet<>();
        Set<String> beginnings = new TreeSet<>();
        for (Path module : modules()) {
            String source = Files.readString(module);
            ASKED.matcher(source).results().forEach(result -> whole.add(result.group(1)));
            WHOLE_KEY.matcher(source).results().forEach(result -> whole.add(result.group(1)));
            KEY_BEGINNING.matcher(source).results().forEach(result -> beginnings.add(result.group(1)));
            GROUP.matcher(source).results().forEach(result -> beginnings.add(result.group(1) + "."));
        }
        Matcher prefix = Pattern.compile("<control-param name=\"(?:prefix|columns)\">([^<]+)<")
                .matcher(Files.readString(ShareForms.CONFIG));
        while (prefix.find()) {
            beginnings.add(prefix.group(1) + ".");
            for (String part : prefix.group(1).split("[:,]")) {
                whole.add(part);
                beginnings.add(part + ".");
            }
        }
        List<String> unused = componentTexts("sv").stream()
                .filter(key -> !whole.contains(key) && beginnings.stream().noneMatch(key::startsWith))
                .toList();
        assertThat(unused).isEmpty();
    }

    private static List<Path> modules() throws IOException {
        return ShareForms.files(COMPONENTS, ".js").stream()
                .filter(path -> !path.getFileName().toString().startsWith("messages_"))
                .toList();
    }

    private static Set<String> componentTexts(String language) throws IOException {
        return ENTRY.matcher(Files.readString(COMPONENTS.resolve("messages_" + language + ".js")))
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(BUNDLES.resolve(name))) {
            properties.load(reader);
        }
        return properties;
    }
}
