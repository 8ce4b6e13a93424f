package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CrashTest {
    private static final int ENOUGH = 40;

    @Test
    void everythingCommittedSurvivesAKillAndNothingHalfDoneIsLeft(@TempDir Path dir) throws Exception {
        Map<String, String> committed = writeUntilKilled(dir);
        try (Core core = new Core(dir)) {
            core.admin(() -> {
                committed.forEach((id, text) -> assertThat(content(core, id)).isEqualTo(text));
                List<ChildAssociationRef> all = core.nodes.getChildAssocs(core.home()).stream()
                        .filter(each -> core.nodes.getType(each.getChildRef()).equals(Core.THING))
                        .toList();
                all.forEach(each -> {
                    assertThat(content(core, each.getChildRef().getId())).startsWith("content ");
                    assertThat(core.nodes.getProperty(each.getChildRef(), ContentModel.PROP_VERSION_LABEL))
                            .isEqualTo("1.0");
                });
                assertThat(files(dir)).isEqualTo(all.size());
                return null;
            });
        }
    }

    private static String content(Core core, String id) {
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
        return core.contents.getReader(node, ContentModel.PROP_CONTENT).getContentString();
    }

    private static long files(Path dir) throws IOException {
        try (Stream<Path> files = Files.walk(dir.resolve("contentstore"))) {
            return files.filter(Files::isRegularFile).count();
        }
    }

    private static Map<String, String> writeUntilKilled(Path dir) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingWriter.class.getName(),
                        dir.toString())
                .redirectErrorStream(true)
                .start();
        Map<String, String> committed = new LinkedHashMap<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            String line = lines.readLine();
            while (line != null && committed.size() < ENOUGH) {
                if (line.startsWith("COMMITTED ")) {
                    String[] parts = line.split(" ", 3);
                    committed.put(parts[1], parts[2]);
                }
                line = lines.readLine();
            }
            process.destroyForcibly();
        }
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(committed).hasSize(ENOUGH);
        return committed;
    }
}
