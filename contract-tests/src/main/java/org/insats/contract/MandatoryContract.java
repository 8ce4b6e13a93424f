package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Mandatory properties: wanted ones mark the node, enforced ones refuse the transaction. */
@Tag("mandatory")
class MandatoryContract extends InFolder {

    private boolean incomplete(NodeRef node) {
        return repo.admin(() -> repo.nodes.hasAspect(node, ContentModel.ASPECT_INCOMPLETE));
    }

    @Test
    void wantedPropertyMarksTheNodeUntilItIsSet() {
        NodeRef node = make(Ct.WANTING, Map.of());
        assertThat(incomplete(node)).isTrue();
        write(node, Ct.name("wanted"), "here");
        assertThat(incomplete(node)).isFalse();
    }

    @Test
    void emptyTextCountsAsSet() {
        NodeRef node = make(Ct.WANTING, Map.of(Ct.name("wanted"), ""));
        assertThat(incomplete(node)).isFalse();
    }

    @Test
    void enforcedPropertyRefusesTheTransactionAtItsEnd() {
        assertThatThrownBy(() -> repo.admin(() -> {
                    NodeRef node = repo.create(folder, Ct.DEMANDING, Map.of());
                    assertThat(repo.nodes.exists(node)).isTrue();
                    return node;
                }))
                .isInstanceOf(IntegrityException.class);
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).isEmpty();
    }

    @Test
    void enforcedPropertyMayComeLaterInTheTransaction() {
        NodeRef node = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DEMANDING, Map.of());
            repo.nodes.setProperty(made, Ct.name("demanded"), "in time");
            return made;
        });
        assertThat(read(node, Ct.name("demanded"))).isEqualTo("in time");
    }

    @Test
    void enforcedPropertyCannotBeTakenAway() {
        NodeRef node = make(Ct.DEMANDING, Map.of(Ct.name("demanded"), "here"));
        assertThatThrownBy(() -> repo.adminDo(() -> repo.nodes.removeProperty(node, Ct.name("demanded"))))
                .isInstanceOf(IntegrityException.class);
        assertThat(read(node, Ct.name("demanded"))).isEqualTo("here");
    }

    @Test
    void defaultsAreSetWhenTheNodeIsMade() {
        NodeRef node = make(Ct.PRESET, Map.of(Ct.name("presetNumber"), 8));
        assertThat(read(node, Ct.name("presetText"))).isEqualTo("draft");
        assertThat(read(node, Ct.name("presetNumber"))).isEqualTo(8);
        assertThat(read(node, Ct.name("presetTruth"))).isEqualTo(true);
    }

    @Test
    void mandatoryAspectsComeWithTheirDefaults() {
        NodeRef node = make(Ct.PRESET, Map.of());
        assertThat(repo.admin(() -> repo.nodes.hasAspect(node, Ct.MARKED))).isTrue();
        assertThat(read(node, Ct.name("markState"))).isEqualTo("new");
    }

    @Test
    void everyNodeOfOursIsAuditableReferenceableAndLocalized() {
        NodeRef node = make(Ct.ITEM, Map.of());
        assertThat(repo.admin(() -> repo.nodes.getAspects(node)))
                .contains(
                        ContentModel.ASPECT_AUDITABLE,
                        ContentModel.ASPECT_REFERENCEABLE,
                        ContentModel.ASPECT_LOCALIZED);
        assertThat(read(node, ContentModel.PROP_CREATOR)).isEqualTo("admin");
        assertThat(read(node, ContentModel.PROP_NODE_UUID)).isEqualTo(node.getId());
        assertThat(read(node, ContentModel.PROP_STORE_IDENTIFIER)).isEqualTo("SpacesStore");
        assertThat(read(node, ContentModel.PROP_NODE_DBID)).isInstanceOf(Long.class);
    }
}
