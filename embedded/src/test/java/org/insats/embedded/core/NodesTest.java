package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodesTest {
    private static Core core;

    @BeforeAll
    static void start(@TempDir Path dir) {
        core = new Core(dir);
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    private static NodeRef thing(Map<?, ?> properties) {
        @SuppressWarnings("unchecked")
        Map<org.alfresco.service.namespace.QName, Serializable> typed =
                (Map<org.alfresco.service.namespace.QName, Serializable>) properties;
        return core.admin(() -> core.make(Core.THING, typed));
    }

    @Test
    void newNodeHasDefaultsAspectsAndAuditValues() {
        NodeRef node = core.admin(() -> core.make(Core.SPECIAL, Map.of()));
        core.admin(() -> {
            Map<?, ?> properties = core.nodes.getProperties(node);
            assertThat(properties.get(Core.COLOUR)).isEqualTo("BLUE");
            assertThat(properties.get(Core.t("mark"))).isEqualTo("x");
            assertThat(properties.get(ContentModel.PROP_CREATOR)).isEqualTo("admin");
            assertThat(properties.get(ContentModel.PROP_MODIFIED)).isInstanceOf(Date.class);
            assertThat(properties.get(ContentModel.PROP_NODE_UUID)).isEqualTo(node.getId());
            assertThat(core.nodes.getAspects(node))
                    .contains(Core.t("marked"), ContentModel.ASPECT_AUDITABLE, ContentModel.ASPECT_REFERENCEABLE);
            return null;
        });
    }

    @Test
    void valuesAreConvertedToTheirTypes() {
        String at = "2026-03-01T12:00:00.000Z";
        NodeRef node = thing(Map.of(Core.t("count"), "7", Core.t("at"), at, Core.t("notes"), "one"));
        core.admin(() -> {
            assertThat(core.nodes.getProperty(node, Core.t("count"))).isEqualTo(7);
            assertThat(core.nodes.getProperty(node, Core.t("at"))).isEqualTo(Date.from(java.time.Instant.parse(at)));
            assertThat(core.nodes.getProperty(node, Core.t("notes"))).isEqualTo(List.of("one"));
            return null;
        });
    }

    @Test
    void longTextsComeBackWhole() {
        String text = "å".repeat(100_000);
        NodeRef node = thing(Map.of(Core.t("wanted"), text));
        assertThat(core.<Serializable>admin(() -> core.nodes.getProperty(node, Core.t("wanted"))))
                .isEqualTo(text);
    }

    @Test
    void violatedConstraintRefusesTheTransaction() {
        assertThatThrownBy(() -> thing(Map.of(Core.COLOUR, "GREEN")))
                .isInstanceOf(IntegrityException.class)
                .hasMessageContaining("not an allowed value");
        assertThatThrownBy(() -> thing(Map.of(Core.t("code"), "abc"))).isInstanceOf(IntegrityException.class);
        assertThatThrownBy(() -> thing(Map.of(Core.t("percent"), 101))).isInstanceOf(IntegrityException.class);
    }

    @Test
    void enforcedMandatoryIsRefusedAndOtherMandatoryOnlyTagged() {
        NodeRef node = thing(Map.of());
        assertThatThrownBy(() -> core.admin(() -> {
                    core.nodes.removeProperty(node, Core.t("needed"));
                    return null;
                }))
                .isInstanceOf(IntegrityException.class);
        core.admin(() -> {
            core.nodes.removeProperty(node, Core.t("wanted"));
            return null;
        });
        assertThat(core.<Boolean>admin(() -> core.nodes.hasAspect(node, ContentModel.ASPECT_INCOMPLETE)))
                .isTrue();
        core.admin(() -> {
            core.nodes.setProperty(node, Core.t("wanted"), "again");
            return null;
        });
        assertThat(core.<Boolean>admin(() -> core.nodes.hasAspect(node, ContentModel.ASPECT_INCOMPLETE)))
                .isFalse();
    }

    @Test
    void namesInAFolderDifferInMoreThanCase() {
        thing(Map.of(ContentModel.PROP_NAME, "Same.pdf"));
        assertThatThrownBy(() -> thing(Map.of(ContentModel.PROP_NAME, "sAME.pdf")))
                .isInstanceOf(DuplicateChildNodeNameException.class);
    }

    @Test
    void renamedNodeIsFoundByItsNewName() {
        NodeRef node = thing(Map.of(ContentModel.PROP_NAME, "before.pdf"));
        core.admin(() -> {
            core.nodes.setProperty(node, ContentModel.PROP_NAME, "after.pdf");
            return null;
        });
        core.admin(() -> {
            assertThat(core.nodes.getChildByName(core.home(), ContentModel.ASSOC_CONTAINS, "AFTER.pdf"))
                    .isEqualTo(node);
            assertThat(core.nodes.getChildByName(core.home(), ContentModel.ASSOC_CONTAINS, "before.pdf"))
                    .isNull();
            return null;
        });
    }

    @Test
    void childOfTheWrongTypeIsRefused() {
        NodeRef node = thing(Map.of());
        assertThatThrownBy(() -> core.admin(
                        () -> core.nodes.createNode(node, Core.PARTS, Core.t("p"), ContentModel.TYPE_CONTENT)))
                .isInstanceOf(IntegrityException.class);
        assertThatThrownBy(
                        () -> core.admin(() -> core.nodes.createNode(core.home(), Core.PARTS, Core.t("p"), Core.PART)))
                .isInstanceOf(IntegrityException.class);
    }

    @Test
    void deletingANodeTakesItsChildren() {
        NodeRef node = thing(Map.of());
        ChildAssociationRef part = core.admin(() -> core.nodes.createNode(node, Core.PARTS, Core.t("p"), Core.PART));
        core.admin(() -> {
            core.nodes.deleteNode(node);
            return null;
        });
        core.admin(() -> {
            assertThat(core.nodes.exists(node)).isFalse();
            assertThat(core.nodes.exists(part.getChildRef())).isFalse();
            assertThatThrownBy(() -> core.nodes.getProperties(node)).isInstanceOf(InvalidNodeRefException.class);
            return null;
        });
    }

    @Test
    void movedNodeHasOnePrimaryParent() {
        NodeRef folder = core.admin(() -> core.make(ContentModel.TYPE_FOLDER, Map.of()));
        NodeRef node = thing(Map.of());
        core.admin(() -> core.nodes.moveNode(node, folder, ContentModel.ASSOC_CONTAINS, Core.t("moved")));
        assertThat(core.<NodeRef>admin(() -> core.nodes.getPrimaryParent(node).getParentRef()))
                .isEqualTo(folder);
        assertThat(core.<Integer>admin(() -> core.nodes.getParentAssocs(node).size()))
                .isEqualTo(1);
    }

    @Test
    void rolledBackTransactionLeavesNothing() {
        NodeRef[] node = new NodeRef[1];
        assertThatThrownBy(() -> core.admin(() -> {
                    node[0] = core.make(Core.THING, Map.of());
                    throw new IllegalStateException("stop");
                }))
                .hasMessageContaining("stop");
        assertThat(core.<Boolean>admin(() -> core.nodes.exists(node[0]))).isFalse();
    }
}
