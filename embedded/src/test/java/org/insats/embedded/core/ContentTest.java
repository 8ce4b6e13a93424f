package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.ContentReader;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentTest {
    private static long files(Path dir) throws IOException {
        Path store = dir.resolve("contentstore");
        if (!Files.isDirectory(store)) {
            return 0;
        }
        try (Stream<Path> files = Files.walk(store)) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static NodeRef write(Core core, String text) {
        NodeRef node = core.make(Core.THING, Map.of());
        ContentWriter writer = core.contents.getWriter(node, ContentModel.PROP_CONTENT, true);
        writer.setMimetype("text/plain");
        writer.putContent(text);
        return node;
    }

    @Test
    void contentComesBackWithItsTypeAndSize(@TempDir Path dir) {
        try (Core core = new Core(dir)) {
            NodeRef node = core.admin(() -> write(core, "smörgås"));
            core.admin(() -> {
                ContentReader reader = core.contents.getReader(node, ContentModel.PROP_CONTENT);
                assertThat(reader.getContentString()).isEqualTo("smörgås");
                assertThat(reader.getMimetype()).isEqualTo("text/plain");
                assertThat(reader.getSize()).isEqualTo(9);
                return null;
            });
        }
    }

    @Test
    void rolledBackContentIsDeleted(@TempDir Path dir) throws IOException {
        try (Core core = new Core(dir)) {
            assertThatThrownBy(() -> core.admin(() -> {
                        write(core, "never");
                        throw new IllegalStateException("stop");
                    }))
                    .hasMessageContaining("stop");
        }
        assertThat(files(dir)).isZero();
    }

    @Test
    void contentThatNothingRefersToIsDeletedAtTheNextStart(@TempDir Path dir) throws IOException {
        try (Core core = new Core(dir)) {
            NodeRef node = core.admin(() -> write(core, "gone"));
            core.admin(() -> {
                core.nodes.addAspect(node, ContentModel.ASPECT_TEMPORARY, null);
                core.nodes.deleteNode(node);
                return null;
            });
            core.admin(() -> write(core, "kept"));
            assertThat(files(dir)).isEqualTo(2);
        }
        new Core(dir).close();
        assertThat(files(dir)).isEqualTo(1);
    }

    @Test
    void urlThatLeavesTheStoreIsNotRead(@TempDir Path dir) {
        try (Core core = new Core(dir)) {
            NodeRef node = core.admin(() -> core.make(Core.THING, Map.of()));
            core.admin(() -> {
                core.nodes.setProperty(
                        node,
                        ContentModel.PROP_CONTENT,
                        new ContentData("store://../../etc/passwd", "text/plain", 1, "UTF-8"));
                return null;
            });
            assertThatThrownBy(() -> core.admin(() -> core.contents
                            .getReader(node, ContentModel.PROP_CONTENT)
                            .getContentString()))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }
}
