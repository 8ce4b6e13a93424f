package org.insats.embedded.workflow;

import java.io.Serializable;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.cmr.workflow.WorkflowTaskQuery;
import org.alfresco.service.namespace.QName;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.DefaultTransactionDefinition;

/**
 * The public workflow service: every call in a transaction, tasks only for owner, candidates, assignees and initiator. As in
 * ACS, cancelling a workflow is not guarded.
 */
public final class WorkflowGuard implements InvocationHandler {

    private static final Set<String> FILTERED = Set.of("getPooledTasks", "getTasksForWorkflowPath", "queryTasks");

    private final WorkflowEngine workflows;
    private final Authorities authorities;
    private final AuthorityService authorityService;
    private final PlatformTransactionManager transactions;

    private WorkflowGuard(
            WorkflowEngine workflows,
            Authorities authorities,
            AuthorityService authorityService,
            PlatformTransactionManager transactions) {
        this.workflows = workflows;
        this.authorities = authorities;
        this.authorityService = authorityService;
        this.transactions = transactions;
    }

    /** Wraps the service. */
    static WorkflowService around(
            WorkflowEngine workflows,
            Authorities authorities,
            AuthorityService authorityService,
            PlatformTransactionManager transactions) {
        return (WorkflowService) Proxy.newProxyInstance(
                WorkflowService.class.getClassLoader(),
                new Class<?>[] {WorkflowService.class},
                new WorkflowGuard(workflows, authorities, authorityService, transactions));
    }

    /** As in ACS: joins the caller's transaction, even a read-only one, and marks it for rollback when the call fails. */
    @Override
    public Object invoke(Object proxy, Method method, Object[] args) throws Throwable {
        TransactionStatus status = transactions.getTransaction(new DefaultTransactionDefinition());
        Object result;
        try {
            result = guarded(method, args);
        } catch (RuntimeException | Error e) {
            transactions.rollback(status);
            throw e;
        }
        transactions.commit(status);
        return result;
    }

    private Object guarded(Method method, Object[] args) throws Throwable {
        String user = AuthenticationUtil.getRunAsUser();
        if (method.getDeclaringClass() == Object.class
                || user == null
                || AuthenticationUtil.isRunAsUserTheSystemUser()
                || authorityService.hasAdminAuthority()) {
            return proceed(method, args);
        }
        String name = method.getName();
        if ("updateTask".equals(name) || "endTask".equals(name)) {
            require(workflows.getTaskById((String) args[0]), user, args[0]);
            return proceed(method, args);
        }
        Object result = proceed(method, args);
        if ("getTaskById".equals(name) || "getStartTask".equals(name)) {
            require((WorkflowTask) result, user, args[0]);
        } else if (FILTERED.contains(name)) {
            return ((Collection<?>) result)
                    .stream().filter(each -> maySee((WorkflowTask) each, user)).toList();
        }
        return result;
    }

    private Object proceed(Method method, Object[] args) throws Throwable {
        try {
            return method.invoke(workflows, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private void require(WorkflowTask task, String user, Object taskId) {
        if (!maySee(task, user)) {
            throw new AccessDeniedException(
                    "Accessing task with id='" + taskId + "' is not allowed for user '" + user + "'");
        }
    }

    /** Whether the user has to do with the task; with a start task: with any task of the workflow. */
    boolean maySee(WorkflowTask task, String user) {
        if (task == null || isInvolved(task, user)) {
            return true;
        }
        return task.getId().contains("$" + Bpm.START_TASK_PREFIX) && isPartOf(task, user);
    }

    private boolean isPartOf(WorkflowTask task, String user) {
        WorkflowTaskQuery all = new WorkflowTaskQuery();
        all.setProcessId(task.getPath().getInstance().getId());
        return workflows.queryTasks(all, true).stream().anyMatch(each -> isInvolved(each, user));
    }

    private boolean isInvolved(WorkflowTask task, String user) {
        Map<QName, Serializable> values = task.getProperties();
        if (user.equalsIgnoreCase((String) values.get(Bpm.CM_OWNER))) {
            return true;
        }
        Set<NodeRef> allowed = new HashSet<>();
        Stream.of(Bpm.ASSIGNEE, Bpm.ASSIGNEES, Bpm.GROUP_ASSIGNEE, Bpm.GROUP_ASSIGNEES, Bpm.POOLED_ACTORS)
                .forEach(name -> addNodes(allowed, values.get(name)));
        addNodes(allowed, task.getPath().getInstance().getInitiator());
        return Stream.concat(Stream.of(user), authorityService.getAuthoritiesForUser(user).stream())
                .anyMatch(
                        name -> authorities.node(name).filter(allowed::contains).isPresent());
    }

    private static void addNodes(Set<NodeRef> nodes, Serializable value) {
        if (value instanceof NodeRef node) {
            nodes.add(node);
        } else if (value instanceof List<?> many) {
            many.forEach(each -> nodes.add((NodeRef) each));
        }
    }
}
