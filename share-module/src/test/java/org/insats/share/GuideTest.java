package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The user guide is whole in both languages, its pictures are there and light, and what it says in bold stands on the screen. */
class GuideTest {

    private static final Path ROOT = Path.of(System.getProperty("insats.root", ".."));
    private static final Path GUIDE = ROOT.resolve("docs/guide");
    private static final Path BUNDLES = ShareForms.RESOURCES.resolve("alfresco/web-extension/messages");
    private static final Path PLATFORM_TEXTS =
            ROOT.resolve("platform-module/src/main/resources/alfresco/module/insats-platform/messages");
    private static final Pattern LINK = Pattern.compile("]\\(([^)#]+)\\)");
    private static final Pattern BOLD = Pattern.compile("\\*\\*([^*]+)\\*\\*");
    private static final Pattern TEXT = Pattern.compile("^ {2}'[^']+': '((?:[^'\\\\]|\\\\.)*)',$", Pattern.MULTILINE);
    /** Where a text of the screen has a number or a name in it. */
    private static final Pattern GAP = Pattern.compile("\\{\\w+}|\\d+");

    private static final long HEAVIEST_PICTURE = 150_000;

    @Test
    void everyActorHasAPageInBothLanguages() throws IOException {
        assertThat(names("sv")).isEqualTo(names("en")).hasSizeGreaterThan(6);
    }

    @Test
    void linksAndPicturesAreThereAndPicturesAreLight() throws IOException {
        for (Path page : ShareForms.files(GUIDE, ".md")) {
            for (String link : LINK.matcher(Files.readString(page))
                    .results()
                    .map(found -> found.group(1))
                    .toList()) {
                Path target = page.resolveSibling(link);
                assertThat(target).as(page.toString()).isRegularFile();
                if (link.endsWith(".png")) {
                    assertThat(Files.size(target)).as(link).isLessThan(HEAVIEST_PICTURE);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void whatIsInBoldStandsOnTheScreen(String language) throws IOException {
        Set<String> screen = screen(language);
        List<String> unknown = new ArrayList<>();
        for (Path page : ShareForms.files(GUIDE.resolve(language), ".md")) {
            BOLD.matcher(Files.readString(page))
                    .results()
                    .map(found -> withoutGaps(found.group(1)))
                    .filter(text -> !screen.contains(text))
                    .forEach(text -> unknown.add(page.getFileName() + ": " + text));
        }
        assertThat(unknown).isEmpty();
    }

    private static Set<String> screen(String language) throws IOException {
        Set<String> texts = TEXT.matcher(
                        Files.readString(ShareForms.RESOURCES.resolve("META-INF/insats/messages_" + language + ".js")))
                .results()
                .map(found -> withoutGaps(found.group(1).replace("\\'", "'")))
                .collect(Collectors.toCollection(TreeSet::new));
        List<Path> bundles = new ArrayList<>(ShareForms.files(BUNDLES, "_" + language + ".properties"));
        bundles.addAll(ShareForms.files(PLATFORM_TEXTS, "_" + language + ".properties"));
        for (Path bundle : bundles) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(bundle, StandardCharsets.UTF_8)) {
                properties.load(reader);
            }
            properties.values().forEach(text -> texts.add(withoutGaps(text.toString())));
        }
        return texts;
    }

    private static String withoutGaps(String text) {
        return GAP.matcher(text).replaceAll("#").strip();
    }

    private static Set<String> names(String language) throws IOException {
        return ShareForms.files(GUIDE.resolve(language), ".md").stream()
                .map(page -> page.getFileName().toString())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
