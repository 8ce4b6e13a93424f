package org.alfresco.service.cmr.repository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Test;

class RefTest {

    @Test
    void nodeRefReadsBack() {
        NodeRef node = new NodeRef("workspace://SpacesStore/1234");
        assertThat(node).hasToString("workspace://SpacesStore/1234");
        assertThat(node.getStoreRef()).isEqualTo(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        assertThat(node.getId()).isEqualTo("1234");
        assertThat(node).isEqualTo(new NodeRef("workspace", "SpacesStore", "1234"));
    }

    @Test
    void tellsNodeRefsFromOtherTexts() {
        assertThat(NodeRef.isNodeRef("workspace://SpacesStore/1234")).isTrue();
        assertThat(NodeRef.isNodeRef("workspace://SpacesStore")).isFalse();
        assertThat(NodeRef.isNodeRef("2026-000123")).isFalse();
        assertThat(NodeRef.isNodeRef(null)).isFalse();
    }

    @Test
    void refusesWhatIsNoRef() {
        assertThatThrownBy(() -> new NodeRef("1234")).hasMessageContaining("forward slash");
        assertThatThrownBy(() -> new StoreRef("workspace")).hasMessageContaining("://");
    }

    @Test
    void beingPrimaryPlaysNoPartInEquality() {
        NodeRef node = new NodeRef("workspace://SpacesStore/1");
        QName name = QName.createQName("u", "n");
        ChildAssociationRef primary = new ChildAssociationRef(name, node, name, node, true, 1);
        assertThat(primary).isEqualTo(new ChildAssociationRef(name, node, name, node));
        assertThat(primary.isPrimary()).isTrue();
    }

    @Test
    void contentWithoutTypeIsBinary() {
        assertThat(new ContentData("store://a", null, 3, "UTF-8").getMimetype()).isEqualTo("application/octet-stream");
        assertThat(new ContentData(null, null, 0, null).getMimetype()).isNull();
    }
}
