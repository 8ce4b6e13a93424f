package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.alfresco.error.AlfrescoRuntimeException;
import org.insats.embedded.core.boot.Modules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModulesTest {
    private static final String COMPLETE =
            "module.id=invented\nmodule.title=Invented\nmodule.version=1.0\nmodule.description=Invented\n";

    private static void withModule(Path dir, String properties, Runnable work) throws Exception {
        Path module = Files.createDirectories(dir.resolve("alfresco/module/invented"));
        Files.writeString(module.resolve("module.properties"), properties);
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader = new URLClassLoader(new URL[] {dir.toUri().toURL()}, before)) {
            Thread.currentThread().setContextClassLoader(loader);
            work.run();
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    @Test
    void completeModuleIsFound(@TempDir Path dir) throws Exception {
        withModule(dir, COMPLETE, () -> assertThat(new Modules(null, null).moduleIds())
                .contains("invented"));
    }

    @Test
    void moduleWithoutDescriptionKeepsTheRepositoryFromStarting(@TempDir Path dir) throws Exception {
        withModule(dir, COMPLETE.replace("module.description=Invented\n", ""), () -> assertThatThrownBy(
                        () -> new Core(dir.resolve("data")))
                .isInstanceOf(AlfrescoRuntimeException.class)
                .hasMessageContaining("module.description"));
    }
}
