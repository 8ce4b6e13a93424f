package org.insats.accesslog;

import java.io.Serializable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.insats.casefile.CaseModel;
import org.insats.platform.ServicePerson;
import org.springframework.aop.framework.Advised;
import org.springframework.beans.factory.BeanFactory;

/**
 * Stands before the platform's public beans, which REST, WebDAV, CMIS and Share read by, and logs what is read of a case: content, the
 * properties of nodes, rows of a folder's list. First in the chain, so that it sees what the platform's own checks refuse. What our own
 * web scripts do is logged by themselves; what the repository does for itself (System, the service person) is no look.
 */
final class PlatformDoors implements MethodInterceptor {

    private static final List<String> BEANS = List.of("NodeService", "ContentService", "FileFolderService");
    private static final String FROZEN_NODE = "frozenNodeRef";

    private final BeanFactory beans;
    private final AccessLog log;
    private final NodeService nodes;
    private final ServicePerson servicePerson;

    /**
     * Creates it.
     *
     * @param nodes the node service below permissions
     */
    PlatformDoors(BeanFactory beans, AccessLog log, NodeService nodes, ServicePerson servicePerson) {
        this.beans = beans;
        this.log = log;
        this.nodes = nodes;
        this.servicePerson = servicePerson;
    }

    /**
     * Called once, at start; beans that the repository is without are left out.
     *
     * @throws IllegalStateException where a bean takes no interceptor, for then looks would go unlogged
     */
    void install() {
        BEANS.stream().filter(beans::containsBean).forEach(name -> {
            if (!(beans.getBean(name) instanceof Advised bean)) {
                throw new IllegalStateException("Insats refuses to start: the bean " + name + " takes no interceptor");
            }
            bean.addAdvice(0, this);
        });
    }

    @Override
    public Object invoke(MethodInvocation call) throws Throwable {
        String method = call.getMethod().getName();
        boolean reads = method.startsWith("get") || method.startsWith("list");
        if (!reads || log.isInScript() || servicePerson.isActing()) {
            return call.proceed();
        }
        Optional<String> user = log.looker();
        if (user.isEmpty()) {
            return call.proceed();
        }
        log.enforceEnds(user.get());
        Object first = call.getArguments().length > 0 ? call.getArguments()[0] : null;
        try {
            Object result = call.proceed();
            if (first instanceof NodeRef node) {
                answered(user.get(), method, node, call.getArguments(), result);
            }
            return result;
        } catch (AccessDeniedException e) {
            if (first instanceof NodeRef node) {
                refused(user.get(), method, node);
            }
            throw e;
        }
    }

    private void answered(String user, String method, NodeRef node, Object[] arguments, Object result) {
        switch (method) {
            case "getProperties" -> properties(user, method, node, (Map<?, ?>) result);
            case "getProperty" -> property(user, method, node, arguments[1], result);
            case "getReader", "getContentUrl", "requestContentDirectUrl" -> content(user, method, node, result);
            default -> {
                if (method.startsWith("list")) {
                    list(user, method, result);
                }
            }
        }
    }

    private void properties(String user, String method, NodeRef node, Map<?, ?> properties) {
        Object number = properties.get(CaseModel.CASE_NUMBER);
        if (number == null) {
            return;
        }
        log.requireWritable();
        Look look = log.look(user, LookKind.NODE, method)
                .atCase(number.toString())
                .atNode(liveId(node, properties), text(properties.get(ContentModel.PROP_VERSION_LABEL)));
        boolean folder =
                properties.containsKey(CaseModel.CASE_STATE) || properties.containsKey(CaseModel.INTERVENTION_STATE);
        Sights sights = sights();
        sights.node(look, folder);
        tellAtOnce(sights);
    }

    /** A version is a node of its own, which knows the node that it is of. */
    private static String liveId(NodeRef node, Map<?, ?> properties) {
        return properties.entrySet().stream()
                .filter(each -> each.getKey() instanceof QName name
                        && name.getLocalName().equals(FROZEN_NODE))
                .map(each -> text(each.getValue()))
                .map(reference -> reference.substring(reference.lastIndexOf('/') + 1))
                .findFirst()
                .orElse(node.getId());
    }

    private void property(String user, String method, NodeRef node, Object name, Object value) {
        if (value != null && name instanceof QName property && CaseModel.isOurs(property)) {
            numberOf(node).ifPresent(number -> {
                log.requireWritable();
                Sights sights = sights();
                sights.node(
                        log.look(user, LookKind.NODE, method).atCase(number).atNode(node.getId(), version(node)),
                        false);
                tellAtOnce(sights);
            });
        }
    }

    private void content(String user, String method, NodeRef node, Object result) {
        if (result == null) {
            return;
        }
        numberOf(node).ifPresent(number -> {
            log.requireWritable();
            Look look = log.look(user, LookKind.CONTENT, method).atCase(number).atNode(node.getId(), version(node));
            if (sights().content(look)) {
                log.add(look);
            }
        });
    }

    /** Rows of a list carry their properties; their class is not part of the platform's public API. */
    private void list(String user, String method, Object result) {
        Object page = result == null || result instanceof List<?> ? result : call(result, "getPage");
        if (!(page instanceof List<?> rows)) {
            return;
        }
        for (Object row : rows) {
            if (call(row, "getProperties") instanceof Map<?, ?> properties
                    && call(row, "getNodeRef") instanceof NodeRef node) {
                properties(user, method, node, properties);
            }
        }
    }

    private static Object call(Object target, String name) {
        if (target == null) {
            return null;
        }
        try {
            Method method = target.getClass().getMethod(name);
            method.setAccessible(true);
            return method.invoke(target);
        } catch (NoSuchMethodException e) {
            return null;
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("A list of the platform's cannot be read for the access log", e);
        }
    }

    private void refused(String user, String method, NodeRef node) {
        numberOf(node).ifPresent(number -> {
            Sights sights = sights();
            sights.refused(log.look(user, LookKind.NODE, method)
                    .atCase(number)
                    .atNode(node.getId(), "")
                    .with(Look.Outcome.REFUSED));
            tellAtOnce(sights);
        });
    }

    private Sights sights() {
        return Sights.current(log, log::add);
    }

    private static void tellAtOnce(Sights sights) {
        if (!Sights.isGathering()) {
            sights.tell();
        }
    }

    private Optional<String> numberOf(NodeRef node) {
        return read(node, CaseModel.CASE_NUMBER).map(Object::toString);
    }

    private String version(NodeRef node) {
        return text(read(node, ContentModel.PROP_VERSION_LABEL).orElse(null));
    }

    private Optional<Serializable> read(NodeRef node, QName property) {
        return servicePerson.elevated(
                () -> nodes.exists(node) ? Optional.ofNullable(nodes.getProperty(node, property)) : Optional.empty());
    }

    private static String text(Object value) {
        return value == null ? "" : value.toString();
    }
}
