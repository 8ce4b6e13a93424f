package org.insats.secrecy;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.stream.XMLInputFactory;
import javax.xml.transform.TransformerFactory;
import javax.xml.xpath.XPathFactory;
import org.insats.platform.web.JsonWebScript;
import org.junit.jupiter.api.Test;
import org.springframework.extensions.webscripts.AbstractWebScript;

/** What {@code SECURITY.md} promises of our code, held to the code. */
class HardeningTest {

    private static final Path DESCRIPTORS = Path.of("src/main/resources/alfresco/extension/templates/webscripts");
    private static final Path SOURCES = Path.of("src/main/java");

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.insats");

    private static List<Path> files(Path folder, String ending) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending)).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void everyWebScriptRequiresAUserAndOpensItsTransactionItself() {
        assertThat(files(DESCRIPTORS, ".desc.xml")).hasSizeGreaterThan(40).allSatisfy(file -> assertThat(read(file))
                .as(file.toString())
                .contains("<authentication>user</authentication>")
                .contains("<transaction>none</transaction>")
                .doesNotContain("runas")
                .doesNotContain("<authentication>none", "<authentication>guest"));
    }

    /** The base class limits the body, refuses without quoting, forbids storing and guessing of types. */
    @Test
    void everyWebScriptHasTheOneBaseClass() {
        assertThat(classes.stream()
                        .filter(each -> each.isAssignableTo(AbstractWebScript.class))
                        .filter(each -> !each.isEquivalentTo(JsonWebScript.class)))
                .hasSizeGreaterThan(30)
                .allMatch(each -> each.isAssignableTo(JsonWebScript.class));
    }

    @Test
    void nothingReadsSerialisedObjectsStartsProgramsOrRunsScripts() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ObjectInputStream.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(ProcessBuilder.class)
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("java.beans.XMLDecoder")
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.script..", "org.mozilla.javascript..", "freemarker..")
                .orShould()
                .callMethod(Runtime.class, "exec", String.class)
                .orShould()
                .callMethod(Runtime.class, "exec", String[].class)
                .check(classes);
    }

    /** No address that somebody gave is fetched by the server. */
    @Test
    void nothingFetchesAddresses() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net.http..", "org.apache.http..", "org.springframework.web.client..")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .check(classes);
    }

    /** One kind of XML parser is made, and wherever something is parsed with it, document types are forbidden. */
    @Test
    void everyXmlParserIsClosedToEntities() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(
                        XMLInputFactory.class, SAXParserFactory.class, TransformerFactory.class, XPathFactory.class)
                .check(classes);
        assertThat(files(SOURCES, ".java").stream()
                        .map(HardeningTest::read)
                        .filter(source -> source.contains("DocumentBuilderFactory.newInstance"))
                        .filter(source -> source.contains(".parse(")))
                .isNotEmpty()
                .allMatch(source -> source.contains("disallow-doctype-decl\", true"));
    }
}
