package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

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
