package org.insats.embedded.workflow;

import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.activiti.engine.ActivitiException;
import org.activiti.engine.FormService;
import org.activiti.engine.HistoryService;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;
import org.activiti.engine.history.HistoricProcessInstance;
import org.activiti.engine.history.HistoricTaskInstance;
import org.activiti.engine.impl.context.Context;
import org.activiti.engine.impl.identity.Authentication;
import org.activiti.engine.repository.ProcessDefinition;
import org.activiti.engine.runtime.Execution;
import org.activiti.engine.runtime.ProcessInstance;
import org.activiti.engine.task.Task;
import org.activiti.engine.task.TaskQuery;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.workflow.WorkflowDefinition;
import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.cmr.workflow.WorkflowTaskQuery;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.workflow.TaskTypes.FullType;

/** The workflow service on the genuine Activiti engine; without permission checks, which {@link WorkflowGuard} adds. */
public final class WorkflowEngine implements WorkflowService {

    private final ProcessEngine engine;
    private final HistoryService history;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;
    private final RepositoryService repository;
    private final TaskTypes types;
    private final Names names;
    private final Conversions conversions;
    private final TaskProperties properties;
    private final TaskWriter writer;
    private final Authorities authorities;
    private final AuthorityService authorityService;
    private final Packages packages;
    private final Supplier<NodeRef> companyHome;

    WorkflowEngine(
            ProcessEngine engine,
            EngineSupport support,
            AuthorityService authorityService,
            Packages packages,
            Supplier<NodeRef> companyHome) {
        this.engine = engine;
        this.history = engine.getHistoryService();
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.forms = engine.getFormService();
        this.repository = engine.getRepositoryService();
        this.types = support.types();
        this.names = support.names();
        this.properties = support.properties();
        this.authorities = support.authorities();
        this.conversions = new Conversions(engine, types, properties);
        this.writer = new TaskWriter(types, authorities, tasks);
        this.authorityService = authorityService;
        this.packages = packages;
        this.companyHome = companyHome;
    }

    /** The key of the first process in a BPMN file is known to the engine. */
    boolean isDeployed(String key) {
        return latest(key) != null;
    }

    /** Deploys a BPMN file as a new version. */
    void deploy(String name, InputStream bpmn) throws IOException {
        repository
                .createDeployment()
                .name(name)
                .addInputStream(UUID.randomUUID() + "bpmn20.xml", bpmn)
                .deploy();
    }

    private ProcessDefinition latest(String key) {
        return repository
                .createProcessDefinitionQuery()
                .processDefinitionKey(key)
                .latestVersion()
                .singleResult();
    }

    ProcessEngine engine() {
        return engine;
    }

    @Override
    public WorkflowDefinition getDefinitionByName(String workflowName) {
        return conversions.definition(latest(Bpm.localId(workflowName)));
    }

    @Override
    public WorkflowPath startWorkflow(String workflowDefinitionId, Map<QName, Serializable> parameters) {
        WorkflowPath path = inEngine(
                "Failed to start workflow " + workflowDefinitionId,
                () -> start(Bpm.localId(workflowDefinitionId), parameters));
        if (parameters != null && parameters.containsKey(Bpm.PACKAGE)) {
            packages.attach(path.getInstance());
        }
        return path;
    }

    private WorkflowPath start(String definitionId, Map<QName, Serializable> parameters) {
        String user = AuthenticationUtil.getFullyAuthenticatedUser();
        Authentication.setAuthenticatedUserId(user);
        FullType type = types.byFormKey(conversions.startFormKey(definitionId), true);
        Map<String, Object> variables = startVariables(type, parameters);
        variables.put(Bpm.VAR_CANCELLED, Boolean.FALSE);
        variables.put(Bpm.VAR_COMPANY_HOME, types.node(companyHome.get()));
        Optional<NodeRef> initiator = user == null ? Optional.empty() : authorities.node(user);
        initiator.ifPresent(node -> variables.put(Bpm.VAR_INITIATOR, types.node(node)));
        boolean suspended = suspendCommand();
        try {
            ProcessInstance instance = runtime.startProcessInstanceById(definitionId, variables);
            if (!instance.isEnded() && type.aspects().contains(Bpm.ASPECT_END_AUTOMATICALLY)) {
                endStartTask(instance.getId());
            }
            return conversions.path(instance.getId(), instance.getId());
        } finally {
            if (suspended) {
                Context.removeCommandContext();
            }
        }
    }

    /** A workflow started from within a step of another must not share its unflushed command. */
    private static boolean suspendCommand() {
        if (Context.getCommandContext() == null || Context.getCommandContext().getException() != null) {
            return false;
        }
        Context.setCommandContext(null);
        return true;
    }

    private Map<String, Object> startVariables(FullType type, Map<QName, Serializable> parameters) {
        Map<QName, Serializable> values = new HashMap<>();
        for (PropertyDefinition each : type.properties().values()) {
            if (each.getDefaultValue() != null) {
                values.put(each.getName(), each.getDefaultValue());
            }
        }
        if (parameters != null) {
            values.putAll(parameters);
        }
        if (values.get(Bpm.DESCRIPTION) == null) {
            values.put(Bpm.DESCRIPTION, values.get(Bpm.WORKFLOW_DESCRIPTION));
        }
        if (type.properties().containsKey(Bpm.WORKFLOW_DUE_DATE)) {
            values.putIfAbsent(Bpm.WORKFLOW_DUE_DATE, null);
        }
        return types.variables(values, type, Set.of());
    }

    private void endStartTask(String processId) {
        if (runtime.getVariable(processId, Bpm.VAR_START_TASK_COMPLETED) == null) {
            runtime.setVariable(processId, Bpm.VAR_START_TASK_COMPLETED, new Date());
        }
    }

    @Override
    public WorkflowInstance getWorkflowById(String workflowId) {
        return conversions.instance(conversions.historic(Bpm.localId(workflowId)));
    }

    @Override
    public List<WorkflowPath> getWorkflowPaths(String workflowId) {
        String processId = Bpm.localId(workflowId);
        return runtime.createExecutionQuery().processInstanceId(processId).list().stream()
                .map(each -> conversions.path(each.getId(), processId))
                .toList();
    }

    @Override
    public Map<QName, Serializable> getPathProperties(String pathId) {
        Map<QName, Serializable> values = new HashMap<>();
        runtime.getVariables(Bpm.localId(pathId))
                .forEach((variable, value) -> values.put(names.qname(variable), TaskTypes.property(value)));
        return values;
    }

    @Override
    public WorkflowInstance cancelWorkflow(String workflowId) {
        String processId = Bpm.localId(workflowId);
        WorkflowInstance cancelled = inEngine("Failed to cancel workflow instance", () -> {
            ProcessInstance running = runtime.createProcessInstanceQuery()
                    .processInstanceId(processId)
                    .singleResult();
            if (running == null) {
                throw new WorkflowException("Failed to cancel workflow instance because it does not exist");
            }
            runtime.deleteProcessInstance(processId, Bpm.VAR_CANCELLED);
            HistoricProcessInstance historic = conversions.historic(processId);
            WorkflowInstance result = conversions.instance(historic);
            history.deleteHistoricProcessInstance(processId);
            return result;
        });
        packages.delete(cancelled.getWorkflowPackage());
        return cancelled;
    }

    @Override
    public List<WorkflowTask> getTasksForWorkflowPath(String pathId) {
        String executionId = Bpm.localId(pathId);
        Execution execution =
                runtime.createExecutionQuery().executionId(executionId).singleResult();
        if (execution == null) {
            throw new WorkflowException("Failed to retrieve the workflow path " + pathId + ": there is none");
        }
        String processId = execution.getProcessInstanceId();
        if (runtime.getVariable(processId, Bpm.VAR_START_TASK_COMPLETED) == null) {
            return List.of(conversions.startTask(processId));
        }
        return tasks(tasks.createTaskQuery().executionId(executionId));
    }

    private List<WorkflowTask> tasks(TaskQuery query) {
        return query.list().stream()
                .map(conversions::task)
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    public WorkflowTask getStartTask(String workflowInstanceId) {
        return conversions.startTask(Bpm.localId(workflowInstanceId));
    }

    @Override
    public WorkflowTask getTaskById(String taskId) {
        String id = Bpm.localId(taskId);
        if (id.startsWith(Bpm.START_TASK_PREFIX)) {
            return conversions.startTask(id.substring(Bpm.START_TASK_PREFIX.length()));
        }
        Task task = task(id);
        return task == null ? conversions.task(historicTask(id)) : conversions.task(task);
    }

    Task task(String localId) {
        return tasks.createTaskQuery().taskId(localId).singleResult();
    }

    HistoricTaskInstance historicTask(String localId) {
        return history.createHistoricTaskInstanceQuery().taskId(localId).singleResult();
    }

    @Override
    public List<WorkflowTask> getPooledTasks(String authority) {
        Map<String, Task> found = new LinkedHashMap<>();
        if (Authorities.isUser(authority)) {
            tasks.createTaskQuery().taskCandidateUser(authority).list().forEach(each -> found.put(each.getId(), each));
        }
        List<String> groups = authorityService.getAuthoritiesForUser(authority).stream()
                .filter(each -> each.startsWith("GROUP_"))
                .limit(100)
                .toList();
        if (!groups.isEmpty()) {
            tasks.createTaskQuery().taskCandidateGroupIn(groups).list().forEach(each -> found.put(each.getId(), each));
        }
        return found.values().stream()
                .filter(each -> each.getAssignee() == null)
                .map(conversions::task)
                .toList();
    }

    @Override
    public List<WorkflowTask> queryTasks(WorkflowTaskQuery query, boolean sameSession) {
        TaskQuery wanted = tasks.createTaskQuery();
        if (query.getTaskName() != null) {
            wanted.taskVariableValueEquals(Bpm.VAR_FORM_KEY, names.prefixed(query.getTaskName()));
        }
        if (query.getProcessId() != null) {
            wanted.processInstanceId(Bpm.localId(query.getProcessId()));
        }
        if (query.getWorkflowDefinitionName() != null) {
            wanted.processDefinitionKey(Bpm.localId(query.getWorkflowDefinitionName()));
        }
        if (query.getActorId() != null) {
            wanted.taskAssignee(query.getActorId());
        }
        custom(query.getProcessCustomProps()).forEach(wanted::processVariableValueEquals);
        return tasks(wanted);
    }

    private Map<String, Object> custom(Map<QName, Object> asked) {
        Map<String, Object> variables = new HashMap<>();
        if (asked != null) {
            asked.forEach((name, value) ->
                    variables.put(names.variable(name), value instanceof NodeRef node ? types.node(node) : value));
        }
        return variables;
    }

    @Override
    public WorkflowTask updateTask(
            String taskId,
            Map<QName, Serializable> values,
            Map<QName, List<NodeRef>> add,
            Map<QName, List<NodeRef>> remove) {
        if (add != null || remove != null) {
            throw new UnsupportedOperationException(
                    "Associations of tasks are not supported by the embedded repository");
        }
        return inEngine("Failed to update workflow task " + taskId, () -> {
            Task task = task(Bpm.localId(taskId));
            if (task == null) {
                throw new WorkflowException("Failed to update workflow task " + taskId + " because it does not exist");
            }
            write(task, values);
            return conversions.task(task(task.getId()));
        });
    }

    private void write(Task task, Map<QName, Serializable> values) {
        String formKey = forms.getTaskFormKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        writer.write(task, types.byFormKey(formKey, false), values == null ? Map.of() : values);
    }

    @Override
    public WorkflowTask endTask(String taskId, String transitionId) {
        String id = Bpm.localId(taskId);
        return inEngine("Failed to end workflow task " + taskId, () -> {
            if (id.startsWith(Bpm.START_TASK_PREFIX)) {
                String processId = id.substring(Bpm.START_TASK_PREFIX.length());
                endStartTask(processId);
                return conversions.startTask(processId);
            }
            return end(id, transitionId);
        });
    }

    private WorkflowTask end(String id, String transition) {
        Task task = task(id);
        if (task == null) {
            throw new WorkflowException("Failed to end workflow task because it does not exist: " + Bpm.globalId(id));
        }
        String user = AuthenticationUtil.getFullyAuthenticatedUser();
        if (!Objects.equals(user, task.getAssignee())) {
            tasks.setAssignee(id, user);
            task = task(id);
        }
        setOutcome(task, transition);
        tasks.complete(id);
        return conversions.task(historicTask(id));
    }

    private void setOutcome(Task task, String transition) {
        WorkflowTask view = conversions.task(task);
        boolean byDefault = transition == null || Bpm.DEFAULT_TRANSITION.equals(transition);
        Object outcomeProperty = view.getProperties().get(Bpm.OUTCOME_PROPERTY_NAME);
        String outcome = Bpm.DEFAULT_TRANSITION;
        Map<QName, Serializable> updates = new HashMap<>();
        if (outcomeProperty instanceof QName name) {
            if (byDefault) {
                Serializable given = view.getProperties().get(name);
                outcome = given == null ? outcome : given.toString();
            } else {
                outcome = transition;
                updates.put(name, transition);
            }
        } else if (!byDefault) {
            throw new WorkflowException(
                    "Transition " + transition + " is not valid for task " + view.getId() + ": only Next is");
        }
        updates.put(Bpm.OUTCOME, outcome);
        write(task, updates);
    }

    void outcome(Task task) {
        setOutcome(task, null);
    }

    @Override
    public NodeRef createPackage(NodeRef container) {
        return packages.create(container);
    }

    private static <T> T inEngine(String failure, Supplier<T> work) {
        try {
            return work.get();
        } catch (ActivitiException e) {
            throw new WorkflowException(failure, e);
        }
    }
}
