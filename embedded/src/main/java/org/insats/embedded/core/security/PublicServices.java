package org.insats.embedded.core.security;

import java.io.Serializable;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.security.PersonService;
import org.alfresco.service.cmr.version.Version;
import org.alfresco.service.cmr.version.VersionService;
import org.alfresco.service.transaction.TransactionService;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.framework.ProxyFactory;
import org.springframework.aop.target.SingletonTargetSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The public beans: in front of each service stand a transaction, where there is none yet, and the permission that ACS asks for
 * each method.
 */
public final class PublicServices {
    private static final String READ_PROPERTIES = PermissionService.READ_PROPERTIES;
    private static final String WRITE_PROPERTIES = PermissionService.WRITE_PROPERTIES;

    private final PermissionService permissions;
    private final AuthorityServiceImpl authorities;
    private final NodeService nodes;
    private final TransactionService transactions;
    private final PlatformTransactionManager manager;

    public PublicServices(
            PermissionService permissions,
            AuthorityServiceImpl authorities,
            NodeService nodes,
            TransactionService transactions,
            PlatformTransactionManager manager) {
        this.permissions = permissions;
        this.authorities = authorities;
        this.nodes = nodes;
        this.transactions = transactions;
        this.manager = manager;
    }

    /** What is asked before a call. */
    @FunctionalInterface
    private interface Guard {
        void check(Object[] arguments);
    }

    private record Rule(Guard before, String readableResults) {}

    /** The public node service. */
    public NodeService nodeService(NodeService raw) {
        Map<String, Rule> rules = new HashMap<>();
        Guard read = node(0, READ_PROPERTIES);
        Guard write = node(0, WRITE_PROPERTIES);
        Guard owning = all(write, this::ownership);
        rules.put("exists", allow());
        rules.put("getType", allow());
        rules.put("getRootNode", allow());
        rules.put("createNode", rule(node(0, PermissionService.CREATE_CHILDREN)));
        rules.put(
                "moveNode",
                rule(all(node(0, PermissionService.DELETE_NODE), node(1, PermissionService.CREATE_CHILDREN))));
        rules.put("addAspect", rule(owning));
        rules.put("setProperties", rule(owning));
        rules.put("addProperties", rule(owning));
        rules.put("setProperty", rule(owning));
        for (String each : List.of("setType", "removeAspect", "removeProperty")) {
            rules.put(each, rule(write));
        }
        for (String each : List.of(
                "hasAspect", "getAspects", "getProperties", "getProperty", "getParentAssocs", "getPrimaryParent")) {
            rules.put(each, rule(read));
        }
        rules.put("deleteNode", rule(node(0, PermissionService.DELETE_NODE)));
        rules.put("addChild", rule(all(node(0, PermissionService.CREATE_CHILDREN), node(1, READ_PROPERTIES))));
        Rule children = new Rule(node(0, PermissionService.READ_CHILDREN), READ_PROPERTIES);
        rules.put("getChildAssocs", children);
        rules.put("getChildByName", children);
        return guarded(NodeService.class, raw, rules);
    }

    /** The public content service. */
    public ContentService contentService(ContentService raw) {
        return guarded(
                ContentService.class,
                raw,
                Map.of(
                        "getReader", rule(node(0, PermissionService.READ_CONTENT)),
                        "getWriter", rule(node(0, PermissionService.WRITE_CONTENT))));
    }

    /** The public search service; it filters by itself. */
    public SearchService searchService(SearchService raw) {
        return guarded(SearchService.class, raw, Map.of("query", allow()));
    }

    /** The public permission service. */
    public PermissionService permissionService(PermissionService raw) {
        Map<String, Rule> rules = new HashMap<>();
        rules.put("hasPermission", allow());
        rules.put("getInheritParentPermissions", allow());
        for (String each : List.of(
                "deletePermissions",
                "deletePermission",
                "clearPermission",
                "setPermission",
                "setInheritParentPermissions")) {
            rules.put(each, rule(node(0, PermissionService.CHANGE_PERMISSIONS)));
        }
        return guarded(PermissionService.class, raw, rules);
    }

    /** The public authority service. */
    public AuthorityService authorityService(AuthorityService raw) {
        Map<String, Rule> rules = new HashMap<>();
        for (String each : List.of(
                "createAuthority", "addAuthority", "removeAuthority", "deleteAuthority", "getAuthoritiesForUser")) {
            rules.put(each, rule(this::administrator));
        }
        return open(AuthorityService.class, raw, rules);
    }

    /** The public person service. */
    public PersonService personService(PersonService raw) {
        Rule readable = new Rule(arguments -> {}, READ_PROPERTIES);
        Rule create = rule(this::administrator);
        return open(
                PersonService.class,
                raw,
                Map.of("getPerson", readable, "getPersonOrNull", readable, "createPerson", create));
    }

    /** The public version service: it has no rule of its own in ACS, only those of the node service that it works through. */
    public VersionService versionService(VersionService raw) {
        Rule read = rule(node(0, READ_PROPERTIES));
        Rule write = rule(node(0, WRITE_PROPERTIES));
        Rule delete = rule(this::deletion);
        return open(
                VersionService.class,
                raw,
                Map.of("getCurrentVersion", read, "createVersion", write, "deleteVersion", delete, "revert", write));
    }

    /** Deleting the version that the node stands at sets the node back, which is a change of it. */
    private void deletion(Object[] arguments) {
        NodeRef node = (NodeRef) arguments[0];
        node(0, READ_PROPERTIES).check(arguments);
        Serializable label = nodes.getProperty(node, ContentModel.PROP_VERSION_LABEL);
        if (((Version) arguments[1]).getVersionLabel().equals(label)) {
            node(0, WRITE_PROPERTIES).check(arguments);
        }
    }

    private <T> T open(Class<T> type, T raw, Map<String, Rule> rules) {
        Map<String, Rule> all = new HashMap<>();
        for (Method each : type.getMethods()) {
            all.put(each.getName(), rules.getOrDefault(each.getName(), allow()));
        }
        return guarded(type, raw, all);
    }

    private <T> T guarded(Class<T> type, T raw, Map<String, Rule> rules) {
        ProxyFactory proxy = new ProxyFactory(type, new SingletonTargetSource(raw));
        proxy.addAdvice((MethodInterceptor) call -> guarded(call, rules));
        return type.cast(proxy.getProxy(type.getClassLoader()));
    }

    private Object guarded(MethodInvocation call, Map<String, Rule> rules) throws Throwable {
        if (call.getMethod().getDeclaringClass() == Object.class) {
            return call.proceed();
        }
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return participate(() -> call(call, rules));
        }
        return transactions
                .getRetryingTransactionHelper()
                .doInTransaction(
                        () -> call(((ProxyMethodInvocation) call).invocableClone(), rules),
                        isReading(call.getMethod()),
                        false);
    }

    /** As in ACS, a failure marks the caller's transaction for rollback, even if the caller swallows it. */
    private Object participate(RetryingTransactionHelper.RetryingTransactionCallback<Object> work) throws Throwable {
        TransactionStatus status = manager.getTransaction(new DefaultTransactionDefinition());
        Object result;
        try {
            result = work.execute();
        } catch (RuntimeException | Error e) {
            manager.rollback(status);
            throw e;
        }
        manager.commit(status);
        return result;
    }

    private static boolean isReading(Method method) {
        String name = method.getName();
        return name.startsWith("get") || name.startsWith("has") || name.startsWith("exist") || name.equals("query");
    }

    private Object call(MethodInvocation call, Map<String, Rule> rules) throws Throwable {
        Rule rule = rules.get(call.getMethod().getName());
        if (rule == null) {
            throw denied(call.getMethod().getName());
        }
        rule.before().check(call.getArguments());
        Object result = call.proceed();
        return rule.readableResults() == null ? result : readable(result, rule.readableResults());
    }

    private Object readable(Object result, String permission) {
        if (result instanceof NodeRef node && !may(node, permission)) {
            throw denied(permission);
        }
        if (result instanceof List<?> list) {
            Iterator<?> each = list.iterator();
            while (each.hasNext()) {
                if (each.next() instanceof ChildAssociationRef assoc && !may(assoc.getChildRef(), permission)) {
                    each.remove();
                }
            }
        }
        return result;
    }

    private boolean may(NodeRef node, String permission) {
        return permissions.hasPermission(node, permission) == AccessStatus.ALLOWED;
    }

    private static Rule allow() {
        return new Rule(arguments -> {}, null);
    }

    private static Rule rule(Guard guard) {
        return new Rule(guard, null);
    }

    private static Guard all(Guard first, Guard second) {
        return arguments -> {
            first.check(arguments);
            second.check(arguments);
        };
    }

    private Guard node(int index, String permission) {
        return arguments -> {
            if (!may((NodeRef) arguments[index], permission)) {
                throw denied(permission);
            }
        };
    }

    /** Setting the owner needs the right to take ownership. */
    private void ownership(Object[] arguments) {
        NodeRef node = (NodeRef) arguments[0];
        boolean concerned = false;
        for (Object each : arguments) {
            concerned |= ContentModel.ASPECT_OWNABLE.equals(each) || ContentModel.PROP_OWNER.equals(each);
            if (each instanceof Map<?, ?> values && values.containsKey(ContentModel.PROP_OWNER)) {
                Serializable before = nodes.exists(node) ? nodes.getProperty(node, ContentModel.PROP_OWNER) : null;
                concerned |= !Objects.equals(before, values.get(ContentModel.PROP_OWNER));
            }
        }
        if (concerned && !may(node, PermissionService.TAKE_OWNERSHIP)) {
            throw denied(PermissionService.TAKE_OWNERSHIP);
        }
    }

    private void administrator(Object[] arguments) {
        String user = AuthenticationUtil.getRunAsUser();
        if (user == null || !authorities.isAdminAuthority(user)) {
            throw denied(PermissionService.ADMINISTRATOR_AUTHORITY);
        }
    }

    private static AccessDeniedException denied(String what) {
        return new AccessDeniedException(
                "Access Denied.  You do not have the appropriate permissions to perform this operation. (" + what
                        + ")");
    }
}
