package org.insats.embedded.core.node;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.integrity.IntegrityException;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.AssocDef;
import org.insats.embedded.core.dictionary.ClassDef;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.dictionary.PropertyDef;
import org.insats.embedded.core.tx.TxContext;

/**
 * Holds what was changed in a transaction against the dictionary before it commits: enforced mandatory properties,
 * constraints, mandatory aspects, kinds and numbers of children. What is mandatory but not enforced only tags the node
 * sys:incomplete.
 */
final class IntegrityChecker {
    private static final int MOST_SHOWN = 5;

    private final NodeStore store;
    private final DictionaryComponent dictionary;

    IntegrityChecker(NodeStore store, DictionaryComponent dictionary) {
        this.store = store;
        this.dictionary = dictionary;
    }

    private static final class Changes {
        private final Set<NodeRef> nodes = new LinkedHashSet<>();
        private final Set<ChildAssociationRef> associations = new LinkedHashSet<>();
        private boolean scheduled;
    }

    void changed(NodeRef node) {
        changes().nodes.add(node);
    }

    void added(ChildAssociationRef association) {
        changes().associations.add(association);
    }

    private Changes changes() {
        TxContext context = TxContext.current();
        Changes changes = context.resource(IntegrityChecker.class, Changes::new);
        if (!changes.scheduled) {
            changes.scheduled = true;
            context.beforeCommit(TxContext.Phase.INTEGRITY, () -> check(changes));
        }
        return changes;
    }

    private void check(Changes changes) {
        changes.scheduled = false;
        List<String> faults = new ArrayList<>();
        List<NodeRef> nodes = List.copyOf(changes.nodes);
        changes.nodes.clear();
        List<ChildAssociationRef> associations = List.copyOf(changes.associations);
        changes.associations.clear();
        for (NodeRef ref : nodes) {
            store.find(ref).ifPresent(node -> checkNode(node, faults));
        }
        for (ChildAssociationRef each : associations) {
            store.find(each.getChildRef()).ifPresent(child -> checkAssociation(each, child, faults));
        }
        if (!faults.isEmpty()) {
            throw new IntegrityException(
                    "Found " + faults.size() + " integrity violations"
                            + (faults.size() > MOST_SHOWN ? " - first 5" : "") + ":\n"
                            + String.join("\n", faults.subList(0, Math.min(MOST_SHOWN, faults.size()))),
                    faults);
        }
    }

    private void checkNode(NodeState node, List<String> faults) {
        boolean incomplete = false;
        Map<QName, Serializable> properties = store.properties(node);
        for (ClassDef each : classesOf(node).toList()) {
            for (QName aspect : each.getDefaultAspectNames()) {
                if (!isAlwaysThere(aspect) && !store.aspects(node).contains(aspect)) {
                    faults.add("Mandatory aspect not set: \n   Node: " + node.ref + "\n   Aspect: " + aspect);
                }
            }
            if (isAlwaysThere(each.getName()) || each.getName().equals(ContentModel.ASPECT_AUDITABLE)) {
                continue;
            }
            for (var property : each.getProperties().values()) {
                incomplete |=
                        checkProperty(node, each, (PropertyDef) property, properties.get(property.getName()), faults);
            }
            incomplete |= checkChildren(node, each, faults);
        }
        tag(node, incomplete);
    }

    private static boolean isAlwaysThere(QName aspect) {
        return aspect.equals(ContentModel.ASPECT_REFERENCEABLE) || aspect.equals(ContentModel.ASPECT_LOCALIZED);
    }

    /** Answers whether the node is incomplete for want of this property. */
    private boolean checkProperty(
            NodeState node, ClassDef owner, PropertyDef property, Serializable value, List<String> faults) {
        boolean named = property.getName().equals(ContentModel.PROP_NAME);
        boolean missing = value == null || (value instanceof Collection<?> values && values.isEmpty());
        if (property.isMandatory() && !named && (property.isMandatoryEnforced() ? value == null : missing)) {
            if (!property.isMandatoryEnforced()) {
                return true;
            }
            faults.add("Mandatory property not set: \n" + where(node, owner, property));
            return false;
        }
        property.constraintDefs().forEach(constraint -> constraint
                .faultOf(value)
                .ifPresent(fault -> faults.add(
                        "Invalid property value: \n" + where(node, owner, property) + "\n   Constraint: " + fault)));
        return false;
    }

    private static String where(NodeState node, ClassDef owner, PropertyDef property) {
        return "   Node: " + node.ref + "\n   Type: " + owner.getName() + "\n   Property: " + property.getName();
    }

    private boolean checkChildren(NodeState node, ClassDef each, List<String> faults) {
        boolean incomplete = false;
        for (AssocDef association : each.getAssociations().values()) {
            if (!association.child()
                    || (!association.target().mandatory()
                            && association.target().many())) {
                continue;
            }
            long count = store.children(node, Set.of()).stream()
                    .filter(child -> child.ref().getTypeQName().equals(association.name()))
                    .count();
            boolean tooFew = association.target().mandatory() && count == 0;
            boolean tooMany = !association.target().many() && count > 1;
            if (tooMany || (tooFew && association.target().enforced())) {
                faults.add("The association target multiplicity has been violated: \n   Source Node: " + node.ref
                        + "\n   Association: " + association.name() + "\n   Actual: " + count);
            } else if (tooFew) {
                incomplete = true;
            }
        }
        return incomplete;
    }

    private void tag(NodeState node, boolean incomplete) {
        boolean tagged = store.aspects(node).contains(ContentModel.ASPECT_INCOMPLETE);
        if (incomplete && !tagged) {
            store.addAspect(node, ContentModel.ASPECT_INCOMPLETE);
        } else if (!incomplete && tagged) {
            store.removeAspect(node, ContentModel.ASPECT_INCOMPLETE);
        }
    }

    private void checkAssociation(ChildAssociationRef ref, NodeState child, List<String> faults) {
        Optional<NodeState> parent = store.find(ref.getParentRef());
        if (parent.isEmpty()) {
            return;
        }
        Optional<AssocDef> known = dictionary.association(ref.getTypeQName()).filter(AssocDef::child);
        String where = "\n   Parent: " + ref.getParentRef() + "\n   Child: " + ref.getChildRef() + "\n   Association: "
                + ref.getTypeQName();
        if (known.isEmpty()) {
            faults.add("Association type does not exist: " + where);
            return;
        }
        AssocDef association = known.get();
        if (!isA(parent.get(), association.source().className())) {
            faults.add("The association source type is incorrect: " + where + "\n   Required: "
                    + association.source().className());
        }
        if (!isA(child, association.target().className())) {
            faults.add("The association target type is incorrect: " + where + "\n   Required: "
                    + association.target().className());
        }
        if (!association.source().many() && sharedParents(child, ref.getTypeQName()) > 1) {
            faults.add("The association source multiplicity has been violated: " + where);
        }
        if (!association.target().many()) {
            List<String> more = new ArrayList<>();
            dictionary.classDef(association.owner()).ifPresent(owner -> checkChildren(parent.get(), owner, more));
            faults.addAll(more);
        }
    }

    private long sharedParents(NodeState child, QName type) {
        return store.parents(child).stream()
                .filter(each -> each.ref().getTypeQName().equals(type))
                .count();
    }

    private boolean isA(NodeState node, QName className) {
        return dictionary.isSubClass(node.type, className)
                || store.aspects(node).stream().anyMatch(each -> dictionary.isSubClass(each, className));
    }

    private Stream<ClassDef> classesOf(NodeState node) {
        return Stream.concat(Stream.of(node.type), store.aspects(node).stream())
                .map(dictionary::classDef)
                .flatMap(Optional::stream);
    }
}
