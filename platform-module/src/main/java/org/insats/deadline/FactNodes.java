package org.insats.deadline;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;

/**
 * What the rooms read their facts from. Each of them asks for the documents of its kinds in the same one or two folders, and the
 * platform keeps no lists of children: while facts are gathered, a folder is read once and the rooms are answered from that.
 */
public final class FactNodes {

    private final NodeService nodes;
    private final NodeService remembering;
    private final ThreadLocal<Map<NodeRef, List<Child>>> children = new ThreadLocal<>();

    private record Child(ChildAssociationRef association, QName type) {}

    FactNodes(NodeService nodes) {
        this.nodes = nodes;
        this.remembering = (NodeService) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {NodeService.class},
                (proxy, method, given) -> isAsked(method, given)
                        ? ofTypes((NodeRef) given[0], (Set<?>) given[1])
                        : invoke(method, given));
    }

    /** The node service for the rooms; outside {@link #once} it is the platform's own. */
    public NodeService nodes() {
        return remembering;
    }

    /** Gathers facts; nothing is written meanwhile. Inside another, it is part of that. */
    <T> T once(Supplier<T> work) {
        if (children.get() != null) {
            return work.get();
        }
        children.set(new HashMap<>());
        try {
            return work.get();
        } finally {
            children.remove();
        }
    }

    private boolean isAsked(Method method, Object[] given) {
        return children.get() != null
                && method.getName().equals("getChildAssocs")
                && given.length == 2
                && given[1] instanceof Set<?>;
    }

    private List<ChildAssociationRef> ofTypes(NodeRef folder, Set<?> types) {
        return children.get().computeIfAbsent(folder, this::read).stream()
                .filter(child -> types.contains(child.type()))
                .map(Child::association)
                .toList();
    }

    private List<Child> read(NodeRef folder) {
        return nodes.getChildAssocs(folder).stream()
                .map(child -> new Child(child, nodes.getType(child.getChildRef())))
                .toList();
    }

    private Object invoke(Method method, Object[] given) throws Throwable {
        try {
            return method.invoke(nodes, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
