package org.insats.embedded.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.Serializable;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.activiti.engine.ActivitiTaskAlreadyClaimedException;
import org.activiti.engine.HistoryService;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;
import org.activiti.engine.history.HistoricProcessInstance;
import org.activiti.engine.history.HistoricProcessInstanceQuery;
import org.activiti.engine.history.HistoricTaskInstance;
import org.activiti.engine.repository.ProcessDefinition;
import org.activiti.engine.task.Task;
import org.activiti.engine.task.TaskInfo;
import org.activiti.engine.task.TaskQuery;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.embedded.rest.RestResult.Paging;
import org.insats.embedded.workflow.WorkflowRest;

/** {@code workflow/versions/1}: tasks and processes. */
public final class WorkflowApi implements RestApi {

    private static final String BASE = "/workflow/versions/1";
    private static final String TASK = BASE + "/tasks/{taskId}";
    private static final String PROCESS = BASE + "/processes/{processId}";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern CONDITION =
            Pattern.compile("(\\w+)\\s*=\\s*'?([^'\\s)]*)'?", Pattern.CASE_INSENSITIVE);

    private final WorkflowRest workflows;
    private final Executor taskDoor;
    private final Executor processDoor;
    private final AuthorityService authorityService;
    private final HistoryService history;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final RepositoryService repository;

    /** The doors are the beans that ACS's API goes through, {@code Tasks} and {@code Processes}; interceptors stand there. */
    WorkflowApi(WorkflowRest workflows, Executor taskDoor, Executor processDoor, AuthorityService authorityService) {
        this.workflows = workflows;
        this.taskDoor = taskDoor;
        this.processDoor = processDoor;
        this.authorityService = authorityService;
        this.history = workflows.engine().getHistoryService();
        this.tasks = workflows.engine().getTaskService();
        this.runtime = workflows.engine().getRuntimeService();
        this.repository = workflows.engine().getRepositoryService();
    }

    @Override
    public void register(Routes routes) {
        routes.add("GET", BASE + "/tasks", this::tasks)
                .add("GET", TASK, this::task)
                .add("PUT", TASK, this::updateTask)
                .add("GET", BASE + "/processes", this::processes)
                .add("GET", PROCESS, this::process)
                .add("DELETE", PROCESS, this::delete)
                .add("GET", PROCESS + "/tasks", this::processTasks);
    }

    /** The conditions of a where clause that are joined by AND; any other clause is refused. */
    private static Map<String, String> where(RestRequest request, Set<String> known) {
        String clause = request.parameter("where");
        Map<String, String> conditions = new HashMap<>();
        if (clause == null) {
            return conditions;
        }
        String inner = clause.trim().replaceAll("^\\(|\\)$", "");
        for (String part : inner.split("(?i)\\s+and\\s+")) {
            Matcher matcher = CONDITION.matcher(part.trim());
            if (!matcher.matches() || !known.contains(matcher.group(1))) {
                throw RestException.invalid("An invalid WHERE query was received. " + clause);
            }
            conditions.put(matcher.group(1), matcher.group(2));
        }
        return conditions;
    }

    private RestResult tasks(RestRequest request) {
        Map<String, String> where = where(request, Set.of("assignee", "candidateUser"));
        Paging paging = Paging.of(request);
        TaskQuery query = workflows.openTasks(where.get("candidateUser"));
        if (where.containsKey("assignee")) {
            query.taskAssignee(where.get("assignee"));
        }
        List<ObjectNode> page = query.orderByTaskId().asc().listPage(paging.skipCount(), paging.maxItems()).stream()
                .map(this::json)
                .toList();
        return RestResult.page(page, (int) query.count(), paging);
    }

    private ObjectNode json(TaskInfo task) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", task.getId());
        json.put("processId", task.getProcessInstanceId());
        json.put("processDefinitionId", task.getProcessDefinitionId());
        json.put("activityDefinitionId", task.getTaskDefinitionKey());
        put(json, "formResourceKey", workflows.formKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey()));
        put(json, "name", task.getName());
        put(json, "description", task.getDescription());
        put(json, "dueAt", task.getDueDate());
        put(json, "startedAt", task.getCreateTime());
        json.put("priority", task.getPriority());
        put(json, "owner", task.getOwner());
        put(json, "assignee", task.getAssignee());
        String state = task.getAssignee() == null ? "unclaimed" : "claimed";
        if (task instanceof HistoricTaskInstance done && done.getEndTime() != null) {
            put(json, "endedAt", done.getEndTime());
            json.put("durationInMs", done.getDurationInMillis());
            state = "completed";
        }
        json.put("state", state);
        return json;
    }

    private static void put(ObjectNode json, String name, Object value) {
        if (value instanceof Date date) {
            json.put(name, NodeJson.date(date));
        } else if (value != null) {
            json.put(name, value.toString());
        }
    }

    private HistoricTaskInstance historic(String id) {
        return history.createHistoricTaskInstanceQuery().taskId(id).singleResult();
    }

    private HistoricTaskInstance visibleTask(RestRequest request) {
        HistoricTaskInstance task = historic(request.variable("taskId"));
        if (task == null) {
            throw RestException.notFound(request.variable("taskId"));
        }
        if (!workflows.maySee(task)) {
            throw RestException.denied();
        }
        return task;
    }

    private RestResult task(RestRequest request) {
        return RestResult.entry(200, json(visibleTask(request)));
    }

    private RestResult updateTask(RestRequest request) {
        String id = request.variable("taskId");
        Task task = tasks.createTaskQuery().taskId(id).singleResult();
        if (task == null) {
            throw historic(id) == null
                    ? RestException.notFound(id)
                    : new RestException(
                            405,
                            "framework.exception.UnsupportedResourceOperation",
                            "Task with id: " + id + " cannot be updated, it's completed");
        }
        JsonNode body = request.json();
        Set<String> select = request.values("select");
        String state = select.contains("state") ? body.path("state").asText("").toLowerCase(Locale.ROOT) : null;
        if (!workflows.mayChange(task, "claimed".equals(state))) {
            throw RestException.denied();
        }
        if (state == null) {
            throw RestException.notSupported("Changing a task otherwise than its state");
        }
        move(task, state, body, select);
        return RestResult.entry(200, json(historic(id)));
    }

    private void move(Task task, String state, JsonNode body, Set<String> select) {
        switch (state) {
            case "claimed" -> {
                try {
                    tasks.claim(task.getId(), AuthenticationUtil.getRunAsUser());
                } catch (ActivitiTaskAlreadyClaimedException e) {
                    throw RestException.conflict("The task is already claimed by another user.");
                }
            }
            case "unclaimed" -> tasks.setAssignee(task.getId(), null);
            case "completed" -> {
                if (select.contains("variables")) {
                    setVariables(task, body.path("variables"));
                }
                taskDoor.execute(() -> workflows.complete(task.getId()));
            }
            default -> throw RestException.invalid("The task state property has an invalid value: " + state);
        }
    }

    private void setVariables(Task task, JsonNode variables) {
        Map<String, Serializable> local = new HashMap<>();
        Map<String, Serializable> global = new HashMap<>();
        for (JsonNode each : variables) {
            Map<String, Serializable> target =
                    "global".equals(each.path("scope").asText()) ? global : local;
            target.put(each.path("name").asText(), (Serializable) JSON.convertValue(each.path("value"), Object.class));
        }
        workflows.setVariables(task, local, global);
    }

    private HistoricProcessInstance historicProcess(String id) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(id)
                .singleResult();
    }

    private HistoricProcessInstance visibleProcess(RestRequest request) {
        String id = request.variable("processId");
        HistoricProcessInstance process = historicProcess(id);
        if (process == null) {
            throw RestException.notFound(id);
        }
        if (!workflows.mayUse(process)) {
            throw RestException.denied("user is not allowed to access information about process " + id);
        }
        return process;
    }

    private RestResult processes(RestRequest request) {
        Map<String, String> where = where(request, Set.of("status"));
        Paging paging = Paging.of(request);
        HistoricProcessInstanceQuery query = history.createHistoricProcessInstanceQuery();
        String status = where.getOrDefault("status", "active");
        if ("active".equals(status)) {
            query.unfinished();
        } else if ("completed".equals(status)) {
            query.finished();
        }
        if (!authorityService.hasAdminAuthority()) {
            query.involvedUser(AuthenticationUtil.getRunAsUser());
        }
        List<ObjectNode> page =
                query.orderByProcessInstanceId().asc().listPage(paging.skipCount(), paging.maxItems()).stream()
                        .map(this::json)
                        .toList();
        return RestResult.page(page, (int) query.count(), paging);
    }

    private RestResult process(RestRequest request) {
        return RestResult.entry(200, json(visibleProcess(request)));
    }

    private ObjectNode json(HistoricProcessInstance process) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("id", process.getId());
        json.put("processDefinitionId", process.getProcessDefinitionId());
        json.put(
                "processDefinitionKey",
                definitionById(process.getProcessDefinitionId()).getKey());
        put(json, "startedAt", process.getStartTime());
        put(json, "endedAt", process.getEndTime());
        if (process.getDurationInMillis() != null) {
            json.put("durationInMs", process.getDurationInMillis());
        }
        put(json, "deleteReason", process.getDeleteReason());
        put(json, "startUserId", process.getStartUserId());
        put(json, "startActivityId", process.getStartActivityId());
        put(json, "businessKey", process.getBusinessKey());
        json.put("completed", process.getEndTime() != null);
        return json;
    }

    private RestResult delete(RestRequest request) {
        HistoricProcessInstance process = visibleProcess(request);
        if (process.getEndTime() != null) {
            throw RestException.notFound(process.getId());
        }
        processDoor.execute(() -> runtime.deleteProcessInstance(process.getId(), "deleted through REST API call"));
        return RestResult.noContent();
    }

    private RestResult processTasks(RestRequest request) {
        HistoricProcessInstance process = visibleProcess(request);
        List<ObjectNode> all = tasks.createTaskQuery().processInstanceId(process.getId()).list().stream()
                .map(this::json)
                .toList();
        return RestResult.page(all, Paging.of(request));
    }

    private ProcessDefinition definitionById(String id) {
        return repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult();
    }
}
