package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.DuplicateChildNodeNameException;
import org.alfresco.service.cmr.repository.InvalidNodeRefException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Parents and children: names, order, moving, deleting. */
@Tag("child")
class ChildContract extends InFolder {

    private NodeRef named(String name) {
        return make(Ct.ITEM, Map.of(ContentModel.PROP_NAME, name));
    }

    @Test
    void nameIsUniqueInAFolderWhateverItsCase() {
        named("Plan.pdf");
        assertThatThrownBy(() -> named("Plan.pdf")).isInstanceOf(DuplicateChildNodeNameException.class);
        assertThatThrownBy(() -> named("plan.PDF")).isInstanceOf(DuplicateChildNodeNameException.class);
    }

    @Test
    void renamingToATakenNameIsRefused() {
        named("a");
        NodeRef node = named("b");
        assertThatThrownBy(() -> write(node, ContentModel.PROP_NAME, "A"))
                .isInstanceOf(DuplicateChildNodeNameException.class);
        assertThat(read(node, ContentModel.PROP_NAME)).isEqualTo("b");
    }

    @Test
    void nameIsFreeAgainAfterDeleting() {
        NodeRef node = named("a");
        repo.adminDo(() -> repo.nodes.deleteNode(node));
        assertThat(read(named("a"), ContentModel.PROP_NAME)).isEqualTo("a");
    }

    @Test
    void childIsFoundByNameWhateverItsCase() {
        NodeRef node = named("Plan.pdf");
        assertThat(repo.admin(() -> repo.nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, "PLAN.pdf")))
                .isEqualTo(node);
        assertThat((Object) repo.admin(() -> repo.nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, "other")))
                .isNull();
    }

    @Test
    void nodeWithoutANameIsNamedByItsId() {
        NodeRef node = repo.admin(() -> repo.nodes
                .createNode(folder, ContentModel.ASSOC_CONTAINS, Ct.cm("unnamed"), Ct.ITEM)
                .getChildRef());
        assertThat(read(node, ContentModel.PROP_NAME)).isEqualTo(node.getId());
    }

    @Test
    void ownAssociationTypesNeedNoUniqueNameWhereDuplicatesAreAllowed() {
        NodeRef parent = named("parent");
        Map<QName, java.io.Serializable> same = Map.of(ContentModel.PROP_NAME, "same");
        repo.adminDo(() -> {
            repo.create(parent, Ct.NOTES, Ct.ITEM, same);
            repo.create(parent, Ct.NOTES, Ct.ITEM, same);
        });
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(parent))).hasSize(2);
    }

    @Test
    void ownAssociationTypesKeepNamesUniqueWhereDuplicatesAreNot() {
        NodeRef parent = named("parent");
        Map<QName, java.io.Serializable> same = Map.of(ContentModel.PROP_NAME, "same");
        repo.adminDo(() -> repo.create(parent, Ct.PARTS, Ct.ITEM, same));
        assertThatThrownBy(() -> repo.adminDo(() -> repo.create(parent, Ct.PARTS, Ct.ITEM, same)))
                .isInstanceOf(DuplicateChildNodeNameException.class);
        repo.adminDo(() -> repo.create(parent, Ct.NOTES, Ct.ITEM, same));
    }

    @Test
    void childrenOfATypeAreThoseOfExactlyThatType() {
        NodeRef item = make(Ct.ITEM, Map.of());
        make(Ct.SPECIAL_ITEM, Map.of());
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder, Set.of(Ct.ITEM))))
                .extracting(ChildAssociationRef::getChildRef)
                .containsExactly(item);
    }

    @Test
    void childrenComeInTheOrderTheyWereMade() {
        NodeRef c = named("c");
        NodeRef a = named("a");
        NodeRef b = named("b");
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder)))
                .extracting(ChildAssociationRef::getChildRef)
                .containsExactly(c, a, b);
    }

    @Test
    void primaryParentIsWhereItWasMade() {
        NodeRef parent = named("parent");
        NodeRef child = repo.admin(() -> repo.create(parent, Ct.PARTS, Ct.ITEM, Map.of()));
        ChildAssociationRef primary = repo.admin(() -> repo.nodes.getPrimaryParent(child));
        assertThat(primary.getParentRef()).isEqualTo(parent);
        assertThat(primary.getTypeQName()).isEqualTo(Ct.PARTS);
        assertThat(primary.isPrimary()).isTrue();
    }

    @Test
    void deletingTakesPrimaryChildrenAlong() {
        NodeRef parent = named("parent");
        NodeRef child = repo.admin(() -> repo.create(parent, Ct.PARTS, Ct.ITEM, Map.of()));
        repo.adminDo(() -> repo.nodes.deleteNode(parent));
        assertThat(repo.admin(() -> repo.nodes.exists(child))).isFalse();
    }

    @Test
    void deletedDocumentsAndFoldersAreKeptInTheArchiveOtherNodesAreNot() {
        NodeRef document = make(Ct.DOCUMENT, Map.of());
        NodeRef inner = make(ContentModel.TYPE_FOLDER, Map.of());
        NodeRef item = named("item");
        for (NodeRef node : List.of(document, inner, item)) {
            repo.adminDo(() -> repo.nodes.deleteNode(node));
        }
        assertThat(isArchived(document)).isTrue();
        assertThat(isArchived(inner)).isTrue();
        assertThat(isArchived(item)).isFalse();
    }

    private boolean isArchived(NodeRef node) {
        NodeRef archived = new NodeRef(StoreRef.STORE_REF_ARCHIVE_SPACESSTORE, node.getId());
        return repo.admin(() -> repo.nodes.exists(archived));
    }

    @Test
    void temporaryDocumentIsDeletedForGood() {
        NodeRef node = make(Ct.DOCUMENT, Map.of());
        repo.delete(node);
        assertThat(isArchived(node)).isFalse();
    }

    @Test
    void nodeThatIsNotThereIsNoNode() {
        NodeRef none = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, Repo.unique("none-"));
        assertThat(repo.admin(() -> repo.nodes.exists(none))).isFalse();
        assertThatThrownBy(() -> read(none, Ct.TEXT)).isInstanceOf(InvalidNodeRefException.class);
        assertThatThrownBy(() -> write(none, Ct.TEXT, "x")).isInstanceOf(InvalidNodeRefException.class);
    }

    @Test
    void movingKeepsTheNodeAndItsName() {
        NodeRef node = named("moved");
        NodeRef target = repo.admin(() -> repo.create(folder, ContentModel.TYPE_FOLDER, Map.of()));
        repo.adminDo(() -> repo.nodes.moveNode(node, target, ContentModel.ASSOC_CONTAINS, Ct.cm("moved")));
        assertThat(repo.admin(() -> repo.nodes.getPrimaryParent(node)).getParentRef())
                .isEqualTo(target);
        assertThat(repo.admin(() -> repo.nodes.getChildByName(target, ContentModel.ASSOC_CONTAINS, "moved")))
                .isEqualTo(node);
        assertThat((Object) repo.admin(() -> repo.nodes.getChildByName(folder, ContentModel.ASSOC_CONTAINS, "moved")))
                .isNull();
    }

    @Test
    void secondParentSeesTheSameNode() {
        NodeRef node = make(Ct.ITEM, Map.of());
        NodeRef other = named("other");
        repo.adminDo(() -> repo.nodes.addChild(other, node, Ct.PARTS, Ct.cm("also")));
        assertThat(repo.admin(() -> repo.nodes.getParentAssocs(node))).hasSize(2);
        repo.adminDo(() -> repo.nodes.deleteNode(other));
        assertThat(repo.admin(() -> repo.nodes.exists(node))).isTrue();
    }

    @Test
    void typeCanBeChanged() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "kept"));
        repo.adminDo(() -> repo.nodes.setType(node, Ct.SPECIAL_ITEM));
        assertThat(repo.admin(() -> repo.nodes.getType(node))).isEqualTo(Ct.SPECIAL_ITEM);
        assertThat(read(node, Ct.TEXT)).isEqualTo("kept");
    }
}
