package org.insats.embedded.core.policy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.repo.copy.CopyServicePolicies;
import org.alfresco.repo.node.NodeServicePolicies;
import org.alfresco.repo.policy.Behaviour;
import org.alfresco.repo.policy.BehaviourDefinition;
import org.alfresco.repo.policy.BehaviourFilter;
import org.alfresco.repo.policy.PolicyComponent;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.DictionaryComponent;
import org.insats.embedded.core.tx.TxContext;

/**
 * Behaviours bound to policies of types and aspects, and the calling of them: base class before derived, each behaviour once
 * an event, at once, once a transaction, or at the end of the transaction.
 */
public final class Policies implements PolicyComponent {
    private final DictionaryComponent dictionary;
    private final BehaviourFilter filter;
    private final Map<QName, Class<?>> policies = new HashMap<>();
    private final Map<Class<?>, QName> names = new HashMap<>();
    private final Map<Binding, List<Bound>> bindings = new ConcurrentHashMap<>();

    /** A policy, the class it is bound to and, for association policies, the association. */
    private record Binding(QName policy, QName className, QName association) {}

    private record Bound(Behaviour behaviour, Object proxy) {}

    private record Once(Bound bound, Object key) {}

    public Policies(DictionaryComponent dictionary, BehaviourFilter filter) {
        this.dictionary = dictionary;
        this.filter = filter;
        register(NodeServicePolicies.class);
        register(CopyServicePolicies.class);
    }

    private void register(Class<?> group) {
        for (Class<?> each : group.getDeclaredClasses()) {
            try {
                QName name = (QName) each.getField("QNAME").get(null);
                policies.put(name, each);
                names.put(each, name);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("Policy without QNAME: " + each, e);
            }
        }
    }

    @Override
    public BehaviourDefinition<?> bindClassBehaviour(QName policy, QName className, Behaviour behaviour) {
        return bind(new Binding(policy, className, null), behaviour);
    }

    @Override
    public BehaviourDefinition<?> bindAssociationBehaviour(
            QName policy, QName className, QName assocName, Behaviour behaviour) {
        if (dictionary.association(assocName).isEmpty()) {
            throw new AlfrescoRuntimeException("The association " + assocName + " is not in the dictionary");
        }
        return bind(new Binding(policy, className, assocName), behaviour);
    }

    private BehaviourDefinition<?> bind(Binding binding, Behaviour behaviour) {
        Class<?> type = policies.get(binding.policy());
        if (type == null) {
            throw new UnsupportedOperationException(
                    "Policy " + binding.policy() + " is not supported by the embedded repository");
        }
        if (dictionary.classDef(binding.className()).isEmpty()) {
            throw new AlfrescoRuntimeException("The class " + binding.className() + " is not in the dictionary");
        }
        bindings.computeIfAbsent(binding, unused -> new CopyOnWriteArrayList<>())
                .add(new Bound(behaviour, behaviour.getInterface(type)));
        return (BehaviourDefinition<Object>) () -> behaviour;
    }

    /**
     * Tells the behaviours bound to these classes and their ancestors.
     *
     * @param key what makes two events the same for once-a-transaction behaviours
     */
    public <P> void fire(Class<P> policy, NodeRef node, Collection<QName> classes, Object key, Consumer<P> event) {
        fire(policy, node, classes, key, event, event);
    }

    /** As above, with another event for the behaviours that wait for the end of the transaction. */
    public <P> void fire(
            Class<P> policy,
            NodeRef node,
            Collection<QName> classes,
            Object key,
            Consumer<P> event,
            Consumer<P> deferred) {
        Set<Bound> found = new LinkedHashSet<>();
        for (QName className : classes) {
            if (filter.isEnabled(node, className)) {
                found.addAll(behaviours(names.get(policy), className, null));
            }
        }
        found.forEach(each -> call(each, policy, key, event, deferred));
    }

    /** Tells the behaviours bound to an association of the parent's classes. */
    public <P> void fireAssociation(
            Class<P> policy,
            NodeRef parent,
            Collection<QName> classes,
            QName association,
            Object key,
            Consumer<P> event) {
        Set<Bound> found = new LinkedHashSet<>();
        for (QName className : classes) {
            if (filter.isEnabled(parent, className)) {
                found.addAll(behaviours(names.get(policy), className, association));
            }
        }
        found.forEach(each -> call(each, policy, key, event, event));
    }

    private List<Bound> behaviours(QName policy, QName className, QName association) {
        List<Bound> result = new ArrayList<>();
        for (QName ancestor : dictionary.lineage(className)) {
            List<Bound> bound = bindings.get(new Binding(policy, ancestor, association));
            if (bound != null) {
                result.addAll(0, bound);
            }
        }
        return result;
    }

    private <P> void call(Bound bound, Class<P> policy, Object key, Consumer<P> event, Consumer<P> deferred) {
        P target = policy.cast(bound.proxy());
        switch (bound.behaviour().getNotificationFrequency()) {
            case EVERY_EVENT -> event.accept(target);
            case FIRST_EVENT -> {
                Set<Once> done = TxContext.current().resource("first events", HashSet::new);
                if (done.add(new Once(bound, key))) {
                    event.accept(target);
                }
            }
            case TRANSACTION_COMMIT -> queue(new Once(bound, key), () -> deferred.accept(target));
        }
    }

    /** Only the last event of each key is told, when all else of the transaction is done. */
    private static void queue(Once once, Runnable event) {
        TxContext context = TxContext.current();
        Map<Once, Runnable> waiting = context.resource("events at commit", LinkedHashMap::new);
        if (waiting.put(once, event) == null) {
            context.beforeCommit(TxContext.Phase.BEHAVIOURS, () -> runWrapped(once, waiting.remove(once)));
        }
    }

    private static void runWrapped(Once once, Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            throw new AlfrescoRuntimeException(
                    "Failed to execute transaction-level behaviour "
                            + once.bound().behaviour(),
                    e);
        }
    }
}
