package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser test cannot see: no way for data to become HTML or code, no module that is missing or comes from elsewhere. */
class WebComponentsTest {

    private static final Path COMPONENTS = ShareForms.RESOURCES.resolve("META-INF/insats");
    private static final Pattern DANGEROUS = Pattern.compile(
            "\\.innerHTML|\\.outerHTML|insertAdjacentHTML|document\\.write|\\beval\\(|new Function\\(|javascript:");
    private static final Pattern IMPORT = Pattern.compile("(?:from|import) '([^']+)'");
    private static final Pattern UNESCAPED = Pattern.compile("\\$\\{field\\.(?:label|name|value)\\}");

    @Test
    void noComponentTurnsTextIntoHtmlOrCode() throws IOException {
        for (Path module : ShareForms.files(COMPONENTS, ".js")) {
            assertThat(Files.readString(module)).as(module.toString()).doesNotContainPattern(DANGEROUS);
        }
    }

    @Test
    void everyImportIsAModuleOfOurs() throws IOException {
        for (Path module : ShareForms.files(COMPONENTS, ".js")) {
            List<String> imports = IMPORT.matcher(Files.readString(module))
                    .results()
                    .map(result -> result.group(1))
                    .toList();
            assertThat(imports).as(module.toString()).allSatisfy(name -> assertThat(module.resolveSibling(name))
                    .isRegularFile());
        }
    }

    /** What a page of Share, the workbench and a start page load before anything is shown, compressed as a server would. */
    @ParameterizedTest
    @ValueSource(strings = {"share-page.js", "workbench.js", "share-dashlet.js"})
    void scriptsAreLightAtFirstLoad(String first) throws IOException {
        Set<Path> loaded = new TreeSet<>();
        load(COMPONENTS.resolve(first), loaded);
        int bytes = 0;
        for (Path file : loaded) {
            bytes += compressed(Files.readAllBytes(file));
        }
        assertThat(loaded).hasSizeGreaterThan(10);
        assertThat(bytes).as("%s with %d modules", first, loaded.size()).isLessThan(150_000);
    }

    private static void load(Path module, Set<Path> loaded) throws IOException {
        if (loaded.add(module)) {
            for (MatchResult found :
                    IMPORT.matcher(Files.readString(module)).results().toList()) {
                load(module.resolveSibling(found.group(1)).normalize(), loaded);
            }
        }
    }

    private static int compressed(byte[] content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        }
        return out.size();
    }

    @Test
    void nothingIsFetchedFromElsewhere() throws IOException {
        Pattern address = Pattern.compile("https?://(?!www\\.w3\\.org/2000/svg)");
        for (String ending : List.of(".js", ".css", ".html")) {
            for (Path file : ShareForms.files(COMPONENTS, ending)) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern(address);
            }
        }
    }

    @Test
    void controlTemplatesEscapeWhatTheyShow() throws IOException {
        for (Path template : ShareForms.files(ShareForms.RESOURCES.resolve("alfresco"), ".ftl")) {
            assertThat(Files.readString(template)).as(template.toString()).doesNotContainPattern(UNESCAPED);
        }
    }
}
