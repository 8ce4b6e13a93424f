package org.insats.embedded.core.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.ClassDef;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.policy.Policies;

/**
 * Deletes a node with all its primary children. Where the type or an aspect says so, and none says otherwise, it goes to the
 * archive store instead, as in ACS's trash can.
 */
final class NodeDeletion {
    private final NodeStore store;
    private final DictionaryComponent dictionary;
    private final Policies policies;
    private final NodeServiceImpl service;
    private final List<Doomed> doomed = new ArrayList<>();

    private record Doomed(NodeState node, ChildAssociationRef assoc, List<QName> classes) {}

    NodeDeletion(NodeStore store, DictionaryComponent dictionary, Policies policies, NodeServiceImpl service) {
        this.store = store;
        this.dictionary = dictionary;
        this.policies = policies;
        this.service = service;
    }

    void delete(NodeState top) {
        boolean archive = isArchived(top);
        collect(top);
        for (Doomed each : doomed) {
            if (archive) {
                store.changeStore(each.node(), StoreRef.STORE_REF_ARCHIVE_SPACESSTORE);
            }
        }
        if (archive) {
            detach(top);
        } else {
            for (int i = doomed.size() - 1; i >= 0; i--) {
                store.delete(doomed.get(i).node());
            }
        }
        for (Doomed each : doomed) {
            policies.fire(
                    NodeServicePolicies.OnDeleteNodePolicy.class,
                    each.assoc().getChildRef(),
                    each.classes(),
                    each.assoc(),
                    policy -> policy.onDeleteNode(each.assoc(), archive));
        }
    }

    private boolean isArchived(NodeState node) {
        if (!StoreRef.STORE_REF_WORKSPACE_SPACESSTORE.equals(node.ref.getStoreRef())
                || store.aspects(node).contains(ContentModel.ASPECT_TEMPORARY)) {
            return false;
        }
        boolean wanted = false;
        for (QName each : service.classesOf(node)) {
            Boolean archive =
                    dictionary.classDef(each).map(ClassDef::getArchive).orElse(null);
            if (Boolean.FALSE.equals(archive)) {
                return false;
            }
            wanted |= Boolean.TRUE.equals(archive);
        }
        return wanted;
    }

    private void collect(NodeState node) {
        NodeRef ref = node.ref;
        List<QName> classes = service.classesOf(node);
        policies.fire(
                NodeServicePolicies.BeforeDeleteNodePolicy.class,
                ref,
                classes,
                ref,
                policy -> policy.beforeDeleteNode(ref));
        ChildAssociationRef assoc = store.primaryParent(node)
                .map(NodeStore.Assoc::ref)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "Deleting a store root is not supported by the embedded repository"));
        doomed.add(new Doomed(node, assoc, classes));
        for (NodeStore.Assoc child : store.children(node, Set.of())) {
            if (child.ref().isPrimary()) {
                Optional<NodeState> state = store.find(child.ref().getChildRef());
                state.ifPresent(this::collect);
            }
        }
    }

    /** Hangs the archived top under the archive's root and cuts all associations across the two stores. */
    private void detach(NodeState top) {
        NodeState archiveRoot = store.get(service.getRootNode(StoreRef.STORE_REF_ARCHIVE_SPACESSTORE));
        for (Doomed each : doomed) {
            for (NodeStore.Assoc parent : store.parents(each.node())) {
                boolean topmost = each.node() == top;
                if (topmost
                        || !parent.ref()
                                .getParentRef()
                                .getStoreRef()
                                .equals(each.node().ref.getStoreRef())) {
                    store.deleteAssoc(parent.id());
                }
            }
        }
        QName name = QName.createQName(NamespaceService.SYSTEM_MODEL_1_0_URI, "archived-" + top.ref.getId());
        store.insertAssoc(archiveRoot, top, ContentModel.ASSOC_CHILDREN, name, true, null);
        store.addAspect(top, ContentModel.ASPECT_ARCHIVED);
        store.setInherits(top, false);
    }
}
