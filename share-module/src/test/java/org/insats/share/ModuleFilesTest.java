package org.insats.share;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The files by which Share and the module management tool know the module. */
class ModuleFilesTest {

    @Test
    void moduleSaysWhoItIs() throws IOException {
        Properties module = new Properties();
        try (Reader reader = Files.newBufferedReader(
                ShareForms.RESOURCES.resolve("alfresco/module/insats-share/module.properties"))) {
            module.load(reader);
        }
        assertThat(module).containsEntry("module.id", "insats-share").containsKeys("module.title", "module.version");
        assertThat(module.getProperty("module.description"))
                .as("without it the platform refuses to start")
                .isNotBlank();
    }

    @Test
    void bundleIsRegisteredUnderItsName() throws Exception {
        assertThat(ShareForms.parse(ShareForms.RESOURCES.resolve("alfresco/web-extension/insats-share-context.xml"))
                        .getElementsByTagName("value")
                        .item(0)
                        .getTextContent())
                .isEqualTo("alfresco.web-extension.messages.insats-share");
    }
}
