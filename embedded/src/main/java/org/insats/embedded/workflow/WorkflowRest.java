package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activiti.engine.FormService;
import org.activiti.engine.HistoryService;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.TaskService;
import org.activiti.engine.history.HistoricProcessInstance;
import org.activiti.engine.history.HistoricTaskInstance;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.IdentityLinkType;
import org.activiti.engine.task.Task;
import org.activiti.engine.task.TaskQuery;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.embedded.workflow.TaskTypes.FullType;

/** What the REST API for workflows needs of the engine: it goes past the workflow service, with rules of its own, as in ACS. */
public final class WorkflowRest {

    private final WorkflowEngine workflows;
    private final ProcessEngine engine;
    private final HistoryService history;
    private final TaskService tasks;
    private final FormService forms;
    private final TaskTypes types;
    private final Names names;
    private final Authorities authorities;
    private final AuthorityService authorityService;

    WorkflowRest(WorkflowEngine workflows, EngineSupport support, AuthorityService authorityService) {
        this.workflows = workflows;
        this.engine = workflows.engine();
        this.history = engine.getHistoryService();
        this.tasks = engine.getTaskService();
        this.forms = engine.getFormService();
        this.types = support.types();
        this.names = support.names();
        this.authorities = support.authorities();
        this.authorityService = authorityService;
    }

    /** The engine, for queries. */
    public ProcessEngine engine() {
        return engine;
    }

    private boolean isAdministrator() {
        return authorityService.hasAdminAuthority();
    }

    private static String user() {
        return AuthenticationUtil.getRunAsUser();
    }

    /** Tasks still to be done that the user is involved in; an administrator's are all. */
    public TaskQuery openTasks(String candidateUser) {
        TaskQuery query = tasks.createTaskQuery();
        List<String> groups = candidateUser == null ? List.of() : groupsOf(candidateUser);
        if (!groups.isEmpty()) {
            return query.taskCandidateGroupIn(groups);
        }
        if (candidateUser != null) {
            return query.taskCandidateUser(candidateUser);
        }
        return isAdministrator() ? query : query.taskInvolvedUser(user());
    }

    private List<String> groupsOf(String userName) {
        return authorityService.getAuthoritiesForUser(userName).stream()
                .filter(each -> each.startsWith("GROUP_") && !"GROUP_EVERYONE".equals(each))
                .toList();
    }

    /** Whether the user may see a task, done or not. */
    public boolean maySee(HistoricTaskInstance task) {
        if (isAdministrator() || user().equals(task.getAssignee()) || user().equals(task.getOwner())) {
            return true;
        }
        boolean involved = history.createHistoricTaskInstanceQuery()
                        .taskId(task.getId())
                        .taskInvolvedUser(user())
                        .count()
                > 0;
        return involved || (task.getEndTime() == null && isCandidate(task.getId()));
    }

    private boolean isCandidate(String taskId) {
        Collection<String> groups = groupsOf(user());
        return tasks.getIdentityLinksForTask(taskId).stream()
                .filter(each -> IdentityLinkType.CANDIDATE.equals(each.getType()))
                .anyMatch(each -> user().equals(each.getUserId()) || groups.contains(each.getGroupId()));
    }

    /** Whether the user may change a task: assignee, owner, starter, administrator; a candidate while nobody has it. */
    public boolean mayChange(Task task, boolean claiming) {
        if (isAdministrator() || user().equals(task.getOwner()) || user().equals(task.getAssignee())) {
            return true;
        }
        for (IdentityLink link : tasks.getIdentityLinksForTask(task.getId())) {
            if (IdentityLinkType.STARTER.equals(link.getType()) && user().equals(link.getUserId())) {
                return true;
            }
        }
        return (task.getAssignee() == null || claiming) && isCandidate(task.getId());
    }

    /** Whether the user may read or delete a process: anyone who is involved in one of its tasks. */
    public boolean mayUse(HistoricProcessInstance process) {
        return isAdministrator()
                || history.createHistoricTaskInstanceQuery()
                                .processInstanceId(process.getId())
                                .taskInvolvedUser(user())
                                .count()
                        > 0;
    }

    /** The form key of a task. */
    public String formKey(String definitionId, String taskKey) {
        return forms.getTaskFormKey(definitionId, taskKey);
    }

    /** Writes variables to a task, converted to the types that its form declares. */
    public void setVariables(Task task, Map<String, Serializable> local, Map<String, Serializable> global) {
        FullType type = types.byFormKey(formKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey()), false);
        if (!local.isEmpty()) {
            tasks.setVariablesLocal(task.getId(), converted(local, type));
        }
        if (!global.isEmpty()) {
            tasks.setVariables(task.getId(), converted(global, type));
        }
    }

    private Map<String, Object> converted(Map<String, Serializable> values, FullType type) {
        Map<String, Object> converted = new HashMap<>();
        values.forEach((name, value) -> {
            PropertyDefinition property = type.properties().get(names.qname(name));
            boolean authority = type.associations().containsKey(names.qname(name)) && value instanceof String;
            if (authority) {
                converted.put(name, types.node(authority((String) value)));
            } else {
                converted.put(name, property == null ? value : types.convert(property, value));
            }
        });
        return converted;
    }

    private NodeRef authority(String nameOrNode) {
        return authorities
                .node(nameOrNode)
                .orElseThrow(() -> new IllegalArgumentException(nameOrNode + " is not a valid user or group"));
    }

    /** Completes a task, with the outcome that its form asks for. */
    public void complete(String taskId) {
        workflows.outcome(workflows.task(taskId));
        tasks.complete(taskId);
    }
}
