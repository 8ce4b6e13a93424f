package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.ArrayList;
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
import org.activiti.engine.repository.ProcessDefinition;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.IdentityLinkType;
import org.activiti.engine.task.Task;
import org.activiti.engine.task.TaskQuery;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.namespace.QName;
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

    /** One variable as the API shows it: its data type by prefixed name. */
    public record Variable(String scope, String name, String type, Object value) {}

    /** The engine, for queries. */
    public ProcessEngine engine() {
        return engine;
    }

    /** The task definitions' and workflows' labels. */
    public WorkflowEngine workflows() {
        return workflows;
    }

    private boolean isAdministrator() {
        return authorityService.hasAdminAuthority();
    }

    private static String user() {
        return AuthenticationUtil.getRunAsUser();
    }

    /** Tasks still to be done that the user is involved in; an administrator's are all. */
    public TaskQuery openTasks(String candidateUser, String candidateGroup, String processId) {
        TaskQuery query = tasks.createTaskQuery();
        if (candidateUser != null) {
            List<String> groups = groupsOf(candidateUser);
            if (groups.isEmpty()) {
                query.taskCandidateUser(candidateUser);
            } else {
                query.taskCandidateGroupIn(groups);
            }
        }
        if (candidateGroup != null) {
            query.taskCandidateGroup(candidateGroup);
        }
        if (processId != null) {
            query.processInstanceId(processId);
        } else if (candidateUser == null && candidateGroup == null && !isAdministrator()) {
            query.taskInvolvedUser(user());
        }
        return query;
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
        if (isAdministrator()) {
            return true;
        }
        boolean involved = history.createHistoricTaskInstanceQuery()
                        .processInstanceId(process.getId())
                        .taskInvolvedUser(user())
                        .count()
                > 0;
        if (involved) {
            return true;
        }
        Object group = variables(process.getId()).get("bpm_groupAssignee");
        Task task = tasks.createTaskQuery().processInstanceId(process.getId()).singleResult();
        return group instanceof ScriptNode node
                && task != null
                && task.getAssignee() == null
                && authorities
                        .name(node.getNodeRef())
                        .filter(groupsOf(user())::contains)
                        .isPresent();
    }

    private Map<String, Object> variables(String processId) {
        return TaskProperties.variables(history.createHistoricVariableInstanceQuery()
                .processInstanceId(processId)
                .excludeTaskVariables()
                .list());
    }

    /** The form key of a task. */
    public String formKey(String definitionId, String taskKey) {
        return forms.getTaskFormKey(definitionId, taskKey);
    }

    /** The variables of a task: its own as local, those of the process as global. */
    public List<Variable> taskVariables(HistoricTaskInstance task, String scope) {
        Map<String, Object> local = TaskProperties.variables(history.createHistoricVariableInstanceQuery()
                .taskId(task.getId())
                .list());
        FullType type = types.byFormKey(formKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey()), false);
        List<Variable> all = new ArrayList<>();
        if (!"global".equals(scope)) {
            local.forEach((name, value) -> all.add(variable("local", name, value, type)));
        }
        if (!"local".equals(scope)) {
            FullType start = types.byFormKey(
                    forms.getStartFormData(task.getProcessDefinitionId()).getFormKey(), true);
            variables(task.getProcessInstanceId()).forEach((name, value) -> {
                if (!local.containsKey(name) || scope != null) {
                    all.add(variable("global", name, value, start));
                }
            });
        }
        return all;
    }

    /** The variables of a process. */
    public List<Variable> processVariables(HistoricProcessInstance process) {
        FullType start = types.byFormKey(
                forms.getStartFormData(process.getProcessDefinitionId()).getFormKey(), true);
        List<Variable> all = new ArrayList<>();
        variables(process.getId()).forEach((name, value) -> all.add(variable(null, name, value, start)));
        return all;
    }

    private Variable variable(String scope, String name, Object value, FullType type) {
        QName qname = names.qname(name);
        PropertyDefinition property = type.properties().get(qname);
        Object shown = value instanceof ScriptNode node
                ? authorities.name(node.getNodeRef()).orElse(node.getNodeRef().getId())
                : value;
        String dataType;
        if (property != null) {
            dataType = names.prefixed(property.getDataType().getName());
        } else if (type.associations().containsKey(qname)) {
            dataType = names.prefixed(type.associations().get(qname).target().className());
        } else {
            dataType = byValue(value);
        }
        return new Variable(scope, name, dataType, shown);
    }

    private static String byValue(Object value) {
        if (value instanceof Boolean) {
            return "d:boolean";
        }
        if (value instanceof Integer) {
            return "d:int";
        }
        if (value instanceof Long) {
            return "d:long";
        }
        if (value instanceof java.util.Date) {
            return "d:datetime";
        }
        return value instanceof ScriptNode ? "d:noderef" : value instanceof String ? "d:text" : "d:any";
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
                converted.put(
                        name,
                        property == null
                                ? value
                                : Values.convert(property.getDataType().getName(), value));
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

    /** Starts a process with variables by name, as the user, with a package. */
    public String start(ProcessDefinition definition, Map<String, Serializable> variables, List<NodeRef> items) {
        String formKey = forms.getStartFormData(definition.getId()).getFormKey();
        FullType type = types.byFormKey(formKey, true);
        Map<QName, Serializable> parameters = new HashMap<>();
        variables.forEach((name, value) -> {
            QName qname = names.qname(name);
            if (type.associations().containsKey(qname)) {
                parameters.put(qname, authority(String.valueOf(value)));
            } else if (type.properties().containsKey(qname)) {
                parameters.put(qname, value);
            }
        });
        parameters.put(Bpm.PACKAGE, workflows.packageWith(items));
        String pathId = workflows
                .startWorkflow(Bpm.globalId(definition.getId()), parameters)
                .getInstance()
                .getId();
        String processId = Bpm.localId(pathId);
        workflows.endStart(processId);
        return processId;
    }
}
