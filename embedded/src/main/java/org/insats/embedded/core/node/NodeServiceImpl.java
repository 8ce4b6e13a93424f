package org.insats.embedded.core.node;

import java.io.Serializable;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.node.NodeServicePolicies;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentData;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.AssocDef;
import org.insats.embedded.core.dictionary.ClassDef;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.dictionary.PropertyDef;
import org.insats.embedded.core.policy.Policies;
import org.insats.embedded.core.tx.TxContext;
import org.springframework.extensions.surf.util.I18NUtil;

/** The node service below permissions: bean {@code nodeService}. Fires policies, keeps cm:auditable, has integrity checked. */
public final class NodeServiceImpl implements NodeService {
    private static final Set<QName> ALWAYS_THERE =
            Set.of(ContentModel.ASPECT_REFERENCEABLE, ContentModel.ASPECT_LOCALIZED);

    private final NodeStore store;
    private final DictionaryComponent dictionary;
    private final Policies policies;
    private final BehaviourFilter filter;
    private final IntegrityChecker integrity;
    private final List<BiConsumer<NodeRef, QName>> aspectRemovedListeners = new CopyOnWriteArrayList<>();
    private final List<Consumer<NodeRef>> contentListeners = new CopyOnWriteArrayList<>();
    private final Auditing auditing;
    private final PropertyValues propertyValues;

    public NodeServiceImpl(
            NodeStore store, DictionaryComponent dictionary, Policies policies, BehaviourFilter filter, Clock clock) {
        this.store = store;
        this.dictionary = dictionary;
        this.policies = policies;
        this.filter = filter;
        this.integrity = new IntegrityChecker(store, dictionary);
        this.auditing = new Auditing(store, dictionary, filter, clock);
        this.propertyValues = new PropertyValues(dictionary);
    }

    @Override
    public boolean exists(NodeRef nodeRef) {
        return store.find(nodeRef).isPresent();
    }

    @Override
    public NodeRef getRootNode(StoreRef storeRef) {
        return store.root(storeRef, ContentModel.TYPE_STOREROOT)
                .orElseThrow(() -> new AlfrescoRuntimeException("Store does not exist: " + storeRef));
    }

    /** Creates a store with its root node, unless it is there. */
    public NodeRef createStore(StoreRef storeRef) {
        return store.root(storeRef, ContentModel.TYPE_STOREROOT).orElseGet(() -> {
            NodeState root = store.insert(
                    new NodeRef(storeRef, UUID.randomUUID().toString()), ContentModel.TYPE_STOREROOT, false);
            store.addAspect(root, ContentModel.ASPECT_ROOT);
            store.putProperties(root, Map.of(ContentModel.PROP_LOCALE, I18NUtil.getLocale()));
            return root.ref;
        });
    }

    @Override
    public ChildAssociationRef createNode(
            NodeRef parentRef, QName assocTypeQName, QName assocQName, QName nodeTypeQName) {
        return createNode(parentRef, assocTypeQName, assocQName, nodeTypeQName, Map.of());
    }

    @Override
    public ChildAssociationRef createNode(
            NodeRef parentRef,
            QName assocTypeQName,
            QName assocQName,
            QName nodeTypeQName,
            Map<QName, Serializable> properties) {
        Objects.requireNonNull(assocTypeQName, "assocTypeQName is a mandatory parameter");
        Objects.requireNonNull(assocQName, "assocQName is a mandatory parameter");
        NodeState parent = store.get(parentRef);
        Map<QName, Serializable> given = properties == null ? Map.of() : properties;
        policies.fire(
                NodeServicePolicies.BeforeCreateNodePolicy.class,
                parentRef,
                List.of(nodeTypeQName),
                List.of(parentRef, assocTypeQName, assocQName, nodeTypeQName),
                policy -> policy.beforeCreateNode(parentRef, assocTypeQName, assocQName, nodeTypeQName));
        ClassDef type = dictionary
                .type(nodeTypeQName)
                .orElseThrow(() -> new AlfrescoRuntimeException("Invalid type: " + nodeTypeQName));
        Object uuid = given.get(ContentModel.PROP_NODE_UUID);
        NodeRef ref = new NodeRef(
                parentRef.getStoreRef(), uuid == null ? UUID.randomUUID().toString() : uuid.toString());
        NodeState node = store.insert(ref, nodeTypeQName, true);
        String name = given.get(ContentModel.PROP_NAME) == null
                ? ref.getId()
                : given.get(ContentModel.PROP_NAME).toString();
        ChildAssociationRef assoc = store.insertAssoc(
                parent, node, assocTypeQName, assocQName, true, isNameUnique(assocTypeQName) ? name : null);
        fill(node, type, given);
        integrity.changed(ref);
        integrity.added(assoc);
        addAspectOfAssociation(parent, assocTypeQName);
        auditing.propagateTime(assoc);
        policies.fire(
                NodeServicePolicies.OnCreateNodePolicy.class,
                ref,
                classesOf(node),
                assoc,
                policy -> policy.onCreateNode(assoc));
        fireOnCreateChild(parent, assoc, true);
        fireOnUpdateProperties(node, Map.of());
        return assoc;
    }

    /** Gives a new node its aspects, defaults and properties. */
    private void fill(NodeState node, ClassDef type, Map<QName, Serializable> given) {
        Set<QName> aspects = new LinkedHashSet<>(type.getDefaultAspectNames());
        aspects.addAll(aspectsNeededFor(node, given.keySet()));
        Set<QName> all = withMandatory(aspects);
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(ContentModel.PROP_LOCALE, I18NUtil.getLocale());
        propertyValues.addDefaults(type, values);
        all.forEach(each -> dictionary.aspect(each).ifPresent(aspect -> propertyValues.addDefaults(aspect, values)));
        values.putAll(propertyValues.converted(given));
        all.forEach(each -> store.addAspect(node, each));
        auditing.audit(node, given, true);
        store.putProperties(node, PropertyValues.writable(values));
        all.forEach(each -> fireOnAddAspect(node, each));
    }

    private Set<QName> withMandatory(Set<QName> aspects) {
        Set<QName> result = new LinkedHashSet<>();
        aspects.forEach(each -> addWithMandatory(each, result));
        result.removeAll(ALWAYS_THERE);
        return result;
    }

    private void addWithMandatory(QName aspect, Set<QName> result) {
        if (result.add(aspect)) {
            dictionary.aspect(aspect).ifPresent(def -> def.getDefaultAspectNames()
                    .forEach(each -> addWithMandatory(each, result)));
        }
    }

    /** The aspects that define these properties, where the type or an aspect of the node does not. */
    private Set<QName> aspectsNeededFor(NodeState node, Collection<QName> names) {
        Set<QName> result = new LinkedHashSet<>();
        for (QName name : names) {
            PropertyDef property = dictionary.property(name).orElse(null);
            if (property != null
                    && property.owner().isAspect()
                    && !ALWAYS_THERE.contains(property.owner().getName())
                    && !isDefinedOn(node, name)) {
                result.add(property.owner().getName());
            }
        }
        return result;
    }

    private boolean isDefinedOn(NodeState node, QName property) {
        return classesOf(node).stream()
                .map(dictionary::classDef)
                .flatMap(Optional::stream)
                .anyMatch(each -> each.getProperties().containsKey(property));
    }

    private void addAspectOfAssociation(NodeState parent, QName assocType) {
        AssocDef association = dictionary.association(assocType).orElse(null);
        if (association != null
                && dictionary.aspect(association.owner()).isPresent()
                && store.aspects(parent).stream().noneMatch(each -> dictionary.isSubClass(each, association.owner()))) {
            addAspect(parent.ref, association.owner(), null);
        }
    }

    private boolean isNameUnique(QName assocType) {
        return dictionary
                .association(assocType)
                .map(each -> each.child() && !each.duplicateChildNamesAllowed())
                .orElse(false);
    }

    @Override
    public ChildAssociationRef moveNode(
            NodeRef nodeToMoveRef, NodeRef newParentRef, QName assocTypeQName, QName assocQName) {
        NodeState node = store.get(nodeToMoveRef);
        NodeState newParent = store.get(newParentRef);
        NodeStore.Assoc before = store.primaryParent(node)
                .orElseThrow(() -> new UnsupportedOperationException(
                        "Moving a store root is not supported by the embedded repository"));
        refuseCycle(node, newParent);
        List<QName> classes = classesOf(node);
        policies.fire(
                NodeServicePolicies.BeforeMoveNodePolicy.class,
                nodeToMoveRef,
                classes,
                List.of(before.ref(), newParentRef),
                policy -> policy.beforeMoveNode(before.ref(), newParentRef));
        store.deleteAssoc(before.id());
        ChildAssociationRef after = store.insertAssoc(
                newParent, node, assocTypeQName, assocQName, true, isNameUnique(assocTypeQName) ? nameOf(node) : null);
        store.claim(node);
        auditing.touched(node);
        integrity.changed(nodeToMoveRef);
        integrity.added(after);
        addAspectOfAssociation(newParent, assocTypeQName);
        auditing.propagateTime(before.ref());
        auditing.propagateTime(after);
        policies.fire(
                NodeServicePolicies.OnMoveNodePolicy.class,
                nodeToMoveRef,
                classes,
                List.of(before.ref(), after),
                policy -> policy.onMoveNode(before.ref(), after));
        return after;
    }

    private void refuseCycle(NodeState node, NodeState newParent) {
        for (NodeState each = newParent; each != null; ) {
            if (each.id == node.id) {
                throw new AlfrescoRuntimeException("The child relationship is cyclic: " + node.ref);
            }
            each = store.primaryParent(each)
                    .map(assoc -> store.get(assoc.ref().getParentRef()))
                    .orElse(null);
        }
    }

    @Override
    public QName getType(NodeRef nodeRef) {
        return store.get(nodeRef).type;
    }

    @Override
    public void setType(NodeRef nodeRef, QName typeQName) {
        NodeState node = store.get(nodeRef);
        ClassDef type = dictionary
                .type(typeQName)
                .orElseThrow(() -> new AlfrescoRuntimeException("Invalid type: " + typeQName));
        QName before = node.type;
        if (before.equals(typeQName)) {
            return;
        }
        policies.fire(
                NodeServicePolicies.BeforeSetNodeTypePolicy.class,
                nodeRef,
                classesOf(node),
                List.of(nodeRef, before, typeQName),
                policy -> policy.beforeSetNodeType(nodeRef, before, typeQName));
        Map<QName, Serializable> propertiesBefore = getProperties(nodeRef);
        store.setType(node, typeQName);
        Map<QName, Serializable> defaults = new LinkedHashMap<>();
        propertyValues.addDefaults(type, defaults);
        addAspects(node, withMandatory(type.getDefaultAspectNames()), defaults);
        defaults.keySet().removeAll(store.properties(node).keySet());
        store.putProperties(node, defaults);
        auditing.touched(node);
        integrity.changed(nodeRef);
        if (!defaults.isEmpty()) {
            fireOnUpdateProperties(node, propertiesBefore);
        }
    }

    @Override
    public void addAspect(NodeRef nodeRef, QName aspectTypeQName, Map<QName, Serializable> aspectProperties) {
        NodeState node = store.get(nodeRef);
        if (dictionary.aspect(aspectTypeQName).isEmpty()) {
            throw new AlfrescoRuntimeException("The aspect is invalid: " + aspectTypeQName);
        }
        Map<QName, Serializable> given = aspectProperties == null ? Map.of() : aspectProperties;
        Set<QName> aspects = new LinkedHashSet<>(Set.of(aspectTypeQName));
        aspects.addAll(aspectsNeededFor(node, given.keySet()));
        change(node, given, withMandatory(aspects), false);
    }

    /** Adds aspects the node has not, and puts their defaults into values where the node has nothing yet. */
    private List<QName> addAspects(NodeState node, Set<QName> aspects, Map<QName, Serializable> values) {
        List<QName> added = new ArrayList<>();
        for (QName each : aspects) {
            if (store.addAspect(node, each)) {
                added.add(each);
                Map<QName, Serializable> defaults = new LinkedHashMap<>();
                dictionary.aspect(each).ifPresent(aspect -> propertyValues.addDefaults(aspect, defaults));
                defaults.keySet().removeAll(store.properties(node).keySet());
                defaults.forEach(values::putIfAbsent);
            }
        }
        return added;
    }

    /** The one way in which properties and aspects of an existing node change. */
    private void change(NodeState node, Map<QName, Serializable> given, Set<QName> newAspects, boolean replaceAll) {
        Map<QName, Serializable> before = getProperties(node.ref);
        Map<QName, Serializable> values = new LinkedHashMap<>(propertyValues.converted(given));
        List<QName> added = addAspects(node, newAspects, values);
        Map<QName, Serializable> written = PropertyValues.writable(values);
        written.entrySet()
                .removeIf(each -> store.properties(node).containsKey(each.getKey())
                        && Objects.equals(store.properties(node).get(each.getKey()), each.getValue()));
        Set<QName> removed = new LinkedHashSet<>();
        if (replaceAll) {
            removed.addAll(store.properties(node).keySet());
            removed.removeAll(values.keySet());
            removed.remove(ContentModel.PROP_LOCALE);
        }
        boolean auditChanged = auditing.audit(node, given, added.contains(ContentModel.ASPECT_AUDITABLE));
        if (written.isEmpty() && removed.isEmpty() && added.isEmpty() && !auditChanged) {
            return;
        }
        auditing.touched(node);
        rename(node, written, removed);
        store.putProperties(node, written);
        store.removeProperties(node, removed);
        integrity.changed(node.ref);
        added.forEach(each -> fireOnAddAspect(node, each));
        if (!written.isEmpty() || !removed.isEmpty()) {
            fireOnUpdateProperties(node, before);
        }
    }

    private void rename(NodeState node, Map<QName, Serializable> written, Set<QName> removed) {
        if (!written.containsKey(ContentModel.PROP_NAME) && !removed.contains(ContentModel.PROP_NAME)) {
            return;
        }
        Serializable name = written.get(ContentModel.PROP_NAME);
        for (NodeStore.Assoc each : store.parents(node)) {
            if (isNameUnique(each.ref().getTypeQName())) {
                store.renameAssoc(each, name == null ? node.ref.getId() : name.toString());
            }
        }
    }

    @Override
    public void removeAspect(NodeRef nodeRef, QName aspectTypeQName) {
        NodeState node = store.get(nodeRef);
        if (!store.aspects(node).contains(aspectTypeQName)) {
            return;
        }
        List<QName> classes = classesOf(node);
        policies.fire(
                NodeServicePolicies.BeforeRemoveAspectPolicy.class,
                nodeRef,
                List.of(aspectTypeQName),
                List.of(nodeRef, aspectTypeQName),
                policy -> policy.beforeRemoveAspect(nodeRef, aspectTypeQName));
        Map<QName, Serializable> before = getProperties(nodeRef);
        store.removeAspect(node, aspectTypeQName);
        ClassDef aspect = dictionary.aspect(aspectTypeQName).orElse(null);
        boolean updated = false;
        if (aspect != null) {
            Set<QName> gone = new LinkedHashSet<>(aspect.getProperties().keySet());
            gone.retainAll(store.properties(node).keySet());
            store.removeProperties(node, gone);
            updated = !gone.isEmpty();
            removeChildrenOf(node, aspect);
        }
        auditing.touched(node);
        integrity.changed(nodeRef);
        aspectRemoved(node, aspectTypeQName, classes);
        if (updated) {
            fireOnUpdateProperties(node, before);
        }
    }

    private void removeChildrenOf(NodeState node, ClassDef aspect) {
        for (NodeStore.Assoc each : store.children(node, Set.of())) {
            AssocDef association = aspect.getAssociations().get(each.ref().getTypeQName());
            if (association != null && each.ref().isPrimary()) {
                deleteNode(each.ref().getChildRef());
            } else if (association != null) {
                store.deleteAssoc(each.id());
            }
        }
    }

    /** Who is to know that an aspect was removed; there is no such policy among those supported. */
    private void aspectRemoved(NodeState node, QName aspect, List<QName> classes) {
        if (filter.isEnabled(node.ref, aspect) && classes.contains(aspect)) {
            aspectRemovedListeners.forEach(each -> each.accept(node.ref, aspect));
        }
    }

    /** Adds one who hears of removed aspects. */
    public void onAspectRemoved(BiConsumer<NodeRef, QName> listener) {
        aspectRemovedListeners.add(listener);
    }

    @Override
    public boolean hasAspect(NodeRef nodeRef, QName aspectTypeQName) {
        return ALWAYS_THERE.contains(aspectTypeQName)
                ? exists(nodeRef)
                : store.aspects(store.get(nodeRef)).contains(aspectTypeQName);
    }

    @Override
    public Set<QName> getAspects(NodeRef nodeRef) {
        Set<QName> result = new LinkedHashSet<>(store.aspects(store.get(nodeRef)));
        result.addAll(ALWAYS_THERE);
        return result;
    }

    @Override
    public void deleteNode(NodeRef nodeRef) {
        NodeState node = store.get(nodeRef);
        TxContext.forWriting();
        new NodeDeletion(store, dictionary, policies, this).delete(node);
    }

    @Override
    public ChildAssociationRef addChild(NodeRef parentRef, NodeRef childRef, QName assocTypeQName, QName qname) {
        NodeState parent = store.get(parentRef);
        NodeState child = store.get(childRef);
        refuseCycle(child, parent);
        ChildAssociationRef assoc = store.insertAssoc(
                parent, child, assocTypeQName, qname, false, isNameUnique(assocTypeQName) ? nameOf(child) : null);
        integrity.added(assoc);
        addAspectOfAssociation(parent, assocTypeQName);
        auditing.propagateTime(assoc);
        fireOnCreateChild(parent, assoc, false);
        return assoc;
    }

    @Override
    public Map<QName, Serializable> getProperties(NodeRef nodeRef) {
        NodeState node = store.get(nodeRef);
        Map<QName, Serializable> result = new HashMap<>();
        store.properties(node).forEach((name, value) -> result.put(name, copyOf(value)));
        result.put(ContentModel.PROP_STORE_PROTOCOL, node.ref.getStoreRef().getProtocol());
        result.put(ContentModel.PROP_STORE_IDENTIFIER, node.ref.getStoreRef().getIdentifier());
        result.put(ContentModel.PROP_NODE_UUID, node.ref.getId());
        result.put(ContentModel.PROP_NODE_DBID, node.id);
        if (result.get(ContentModel.PROP_NAME) == null) {
            result.put(ContentModel.PROP_NAME, node.ref.getId());
        }
        if (store.aspects(node).contains(ContentModel.ASPECT_AUDITABLE)) {
            result.put(ContentModel.PROP_CREATOR, node.creator);
            result.put(ContentModel.PROP_CREATED, node.created);
            result.put(ContentModel.PROP_MODIFIER, node.modifier);
            result.put(ContentModel.PROP_MODIFIED, node.modified);
        }
        return result;
    }

    private static Serializable copyOf(Serializable value) {
        return value instanceof Collection<?> values ? new ArrayList<>(values) : value;
    }

    @Override
    public Serializable getProperty(NodeRef nodeRef, QName qname) {
        return getProperties(nodeRef).get(qname);
    }

    @Override
    public void setProperties(NodeRef nodeRef, Map<QName, Serializable> properties) {
        NodeState node = store.get(nodeRef);
        change(node, properties, withMandatory(aspectsNeededFor(node, properties.keySet())), true);
    }

    @Override
    public void addProperties(NodeRef nodeRef, Map<QName, Serializable> properties) {
        NodeState node = store.get(nodeRef);
        change(node, properties, withMandatory(aspectsNeededFor(node, properties.keySet())), false);
    }

    @Override
    public void setProperty(NodeRef nodeRef, QName qname, Serializable value) {
        Objects.requireNonNull(qname, "qname is a mandatory parameter");
        addProperties(nodeRef, Collections.singletonMap(qname, value));
    }

    @Override
    public void removeProperty(NodeRef nodeRef, QName qname) {
        NodeState node = store.get(nodeRef);
        if (!store.properties(node).containsKey(qname)) {
            return;
        }
        Map<QName, Serializable> before = getProperties(nodeRef);
        rename(node, Map.of(), Set.of(qname));
        store.removeProperties(node, Set.of(qname));
        auditing.touched(node);
        integrity.changed(nodeRef);
        fireOnUpdateProperties(node, before);
    }

    @Override
    public List<ChildAssociationRef> getParentAssocs(NodeRef nodeRef) {
        return refs(store.parents(store.get(nodeRef)));
    }

    @Override
    public List<ChildAssociationRef> getChildAssocs(NodeRef nodeRef) {
        return refs(store.children(store.get(nodeRef), Set.of()));
    }

    @Override
    public List<ChildAssociationRef> getChildAssocs(NodeRef nodeRef, Set<QName> childNodeTypeQNames) {
        return childNodeTypeQNames.isEmpty()
                ? List.of()
                : refs(store.children(store.get(nodeRef), childNodeTypeQNames));
    }

    private static List<ChildAssociationRef> refs(List<NodeStore.Assoc> assocs) {
        List<ChildAssociationRef> result = new ArrayList<>();
        assocs.forEach(each -> result.add(each.ref()));
        return result;
    }

    @Override
    public NodeRef getChildByName(NodeRef nodeRef, QName assocTypeQName, String childName) {
        return store.childByName(store.get(nodeRef), assocTypeQName, childName)
                .map(each -> each.ref().getChildRef())
                .orElse(null);
    }

    @Override
    public ChildAssociationRef getPrimaryParent(NodeRef nodeRef) {
        return store.primaryParent(store.get(nodeRef))
                .map(NodeStore.Assoc::ref)
                .orElseGet(() -> new ChildAssociationRef(null, null, null, nodeRef, true, -1));
    }

    /** The type, then the aspects. */
    List<QName> classesOf(NodeState node) {
        List<QName> result = new ArrayList<>();
        result.add(node.type);
        result.addAll(store.aspects(node));
        return result;
    }

    private String nameOf(NodeState node) {
        Serializable name = store.properties(node).get(ContentModel.PROP_NAME);
        return name == null ? node.ref.getId() : name.toString();
    }

    private void fireOnAddAspect(NodeState node, QName aspect) {
        policies.fire(
                NodeServicePolicies.OnAddAspectPolicy.class,
                node.ref,
                List.of(aspect),
                List.of(node.ref, aspect),
                policy -> policy.onAddAspect(node.ref, aspect));
    }

    private void fireOnCreateChild(NodeState parent, ChildAssociationRef assoc, boolean isNew) {
        policies.fireAssociation(
                NodeServicePolicies.OnCreateChildAssociationPolicy.class,
                parent.ref,
                classesOf(parent),
                assoc.getTypeQName(),
                List.of(assoc, isNew),
                policy -> policy.onCreateChildAssociation(assoc, isNew));
    }

    private void fireOnUpdateProperties(NodeState node, Map<QName, Serializable> before) {
        NodeRef ref = node.ref;
        Map<QName, Serializable> after = getProperties(ref);
        Map<NodeRef, Map<QName, Serializable>> firsts = TxContext.current().resource("properties before", HashMap::new);
        Map<QName, Serializable> first = firsts.computeIfAbsent(ref, unused -> before);
        policies.fire(
                NodeServicePolicies.OnUpdatePropertiesPolicy.class,
                ref,
                classesOf(node),
                ref,
                policy -> policy.onUpdateProperties(ref, before, after),
                policy -> policy.onUpdateProperties(ref, first, after));
        contentChanged(ref, before, after);
    }

    /** Adds one who hears of changed content. */
    public void onContentChanged(Consumer<NodeRef> listener) {
        contentListeners.add(listener);
    }

    private void contentChanged(NodeRef ref, Map<QName, Serializable> before, Map<QName, Serializable> after) {
        for (Map.Entry<QName, Serializable> each : after.entrySet()) {
            if (each.getValue() instanceof ContentData data
                    && data.getContentUrl() != null
                    && !data.equals(before.get(each.getKey()))) {
                contentListeners.forEach(listener -> listener.accept(ref));
                return;
            }
        }
    }
}
