package org.insats.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.casefile.event.InterventionEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The history of a case is told in words: every event that can stand in it has a text. */
class HistoryTextsTest {

    private static final Path EVENTS = Path.of("src/main/java/org/insats/casefile/event");
    private static final Path MESSAGES = Path.of("src/main/resources/alfresco/module/insats-platform/messages");
    private static final String KEY = "insats.event.";

    @ParameterizedTest
    @ValueSource(strings = {"history.properties", "history_sv.properties", "history_en.properties"})
    void everyEventIsToldInWords(String bundle) throws IOException {
        Properties texts = new Properties();
        try (Reader reader = Files.newBufferedReader(MESSAGES.resolve(bundle), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        Set<String> told = texts.stringPropertyNames().stream()
                .map(key -> key.substring(KEY.length()))
                .collect(Collectors.toCollection(TreeSet::new));
        told.removeAll(List.of("VersionCreated", "VersionSaved"));

        assertThat(told).isEqualTo(events());
        assertThat(texts.values()).allMatch(text -> !text.toString().isBlank());
    }

    private static Set<String> events() throws IOException {
        try (Stream<Path> files = Files.list(EVENTS)) {
            return files.map(file -> file.getFileName().toString().replace(".java", ""))
                    .filter(name -> !name.equals(InterventionEvent.class.getSimpleName()))
                    .filter(name -> !name.equals("package-info"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }
}
