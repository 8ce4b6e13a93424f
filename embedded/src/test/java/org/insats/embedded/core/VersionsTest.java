package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ContentWriter;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
    private static Core core;

    @BeforeAll
    static void start(@TempDir Path dir) {
        core = new Core(dir);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    private static NodeRef versioned(boolean onProperties) {
        return core.admin(() -> {
            NodeRef node = core.make(Core.THING, Map.of(Core.t("wanted"), "first"));
            Map<QName, Serializable> values = new HashMap<>();
            values.put(ContentModel.PROP_AUTO_VERSION_PROPS, onProperties);
            core.nodes.addAspect(node, ContentModel.ASPECT_VERSIONABLE, values);
            return node;
        });
    }

    private static List<String> labels(NodeRef node) {
        return core.admin(() -> core.versions.getVersionHistory(node).getAllVersions().stream()
                .map(Version::getVersionLabel)
                .toList());
    }

    private static void write(NodeRef node, String text) {
        core.admin(() -> {
            ContentWriter writer = core.contents.getWriter(node, ContentModel.PROP_CONTENT, true);
            writer.setMimetype("text/plain");
            writer.putContent(text);
            return null;
        });
    }

    private static void set(NodeRef node, String value) {
        core.admin(() -> {
            core.nodes.setProperty(node, Core.t("wanted"), value);
            core.nodes.setProperty(node, Core.t("needed"), value);
            return null;
        });
    }

    @Test
    void firstVersionIsCutWhenTheTransactionEnds() {
        NodeRef node = versioned(false);
        assertThat(labels(node)).containsExactly("1.0");
        assertThat(core.<Serializable>admin(() -> core.nodes.getProperty(node, ContentModel.PROP_VERSION_LABEL)))
                .isEqualTo("1.0");
    }

    @Test
    void propertiesMakeAVersionOnlyWhenAskedForAndOneATransaction() {
        NodeRef without = versioned(false);
        set(without, "second");
        assertThat(labels(without)).containsExactly("1.0");
        NodeRef with = versioned(true);
        set(with, "second");
        assertThat(labels(with)).containsExactly("1.1", "1.0");
    }

    @Test
    void contentMakesAVersionAndEachKeepsItsOwn() {
        NodeRef node = versioned(false);
        write(node, "one");
        write(node, "two");
        assertThat(labels(node)).containsExactly("1.2", "1.1", "1.0");
        NodeRef frozen = core.admin(
                () -> core.versions.getVersionHistory(node).getVersion("1.1").getFrozenStateNodeRef());
        assertThat(core.<String>admin(() -> core.contents
                        .getReader(frozen, ContentModel.PROP_CONTENT)
                        .getContentString()))
                .isEqualTo("one");
    }

    @Test
    void versioningCanBeSwitchedOffForOneWrite() {
        NodeRef node = versioned(true);
        core.admin(() -> {
            core.filter.disableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
            core.nodes.setProperty(node, Core.t("wanted"), "quiet");
            core.filter.enableBehaviour(node, ContentModel.ASPECT_VERSIONABLE);
            return null;
        });
        assertThat(labels(node)).containsExactly("1.0");
    }

    @Test
    void revertBringsBackTheOldProperties() {
        NodeRef node = versioned(true);
        set(node, "second");
        core.admin(() -> {
            core.versions.revert(node, core.versions.getVersionHistory(node).getVersion("1.0"));
            return null;
        });
        assertThat(core.<Serializable>admin(() -> core.nodes.getProperty(node, Core.t("wanted"))))
                .isEqualTo("first");
    }

    @Test
    void versionsGoWithTheAspectAndWithTheNode() {
        NodeRef node = versioned(true);
        core.admin(() -> {
            core.nodes.removeAspect(node, ContentModel.ASPECT_VERSIONABLE);
            return null;
        });
        assertThat(core.<Object>admin(() -> core.versions.getVersionHistory(node)))
                .isNull();
    }

    @Test
    void deletedHeadLeavesTheOneBefore() {
        NodeRef node = versioned(true);
        set(node, "second");
        core.admin(() -> {
            core.versions.deleteVersion(node, core.versions.getCurrentVersion(node));
            return null;
        });
        assertThat(labels(node)).containsExactly("1.0");
        assertThat(core.<String>admin(
                        () -> core.versions.getCurrentVersion(node).getVersionLabel()))
                .isEqualTo("1.0");
    }
}
