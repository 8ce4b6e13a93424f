package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import org.activiti.engine.FormService;
import org.activiti.engine.HistoryService;
import org.activiti.engine.ProcessEngine;
import org.activiti.engine.RepositoryService;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;
import org.activiti.engine.history.HistoricActivityInstance;
import org.activiti.engine.history.HistoricDetail;
import org.activiti.engine.history.HistoricProcessInstance;
import org.activiti.engine.history.HistoricTaskInstance;
import org.activiti.engine.history.HistoricVariableUpdate;
import org.activiti.engine.repository.ProcessDefinition;
import org.activiti.engine.task.Task;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.workflow.WorkflowDefinition;
import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.namespace.QName;

/** The engine's objects as those of the workflow service. */
final class Conversions {

    private final ProcessEngine engine;
    private final HistoryService history;
    private final TaskService tasks;
    private final RuntimeService runtime;
    private final FormService forms;
    private final RepositoryService repository;
    private final TaskTypes types;
    private final TaskProperties properties;

    Conversions(ProcessEngine engine, TaskTypes types, TaskProperties properties) {
        this.engine = engine;
        this.history = engine.getHistoryService();
        this.tasks = engine.getTaskService();
        this.runtime = engine.getRuntimeService();
        this.forms = engine.getFormService();
        this.repository = engine.getRepositoryService();
        this.types = types;
        this.properties = properties;
    }

    WorkflowDefinition definition(ProcessDefinition definition) {
        if (definition == null) {
            return null;
        }
        return new WorkflowDefinition(
                Bpm.globalId(definition.getId()),
                Bpm.globalId(definition.getKey()),
                Integer.toString(definition.getVersion())) {};
    }

    String startFormKey(String definitionId) {
        return forms.getStartFormData(definitionId).getFormKey();
    }

    WorkflowInstance instance(HistoricProcessInstance historic) {
        if (historic == null) {
            return null;
        }
        ProcessDefinition definition = processDefinition(historic.getProcessDefinitionId());
        Map<String, Object> variables = processVariables(historic.getId());
        return new WorkflowInstance(
                Bpm.globalId(historic.getId()),
                definition(definition),
                (String) variables.get("bpm_workflowDescription"),
                nodeRef(variables.get(Bpm.VAR_INITIATOR)),
                nodeRef(variables.get("bpm_package")),
                nodeRef(variables.get("bpm_context")),
                historic.getEndTime() == null,
                historic.getStartTime(),
                historic.getEndTime());
    }

    Map<String, Object> processVariables(String processId) {
        return TaskProperties.variables(history.createHistoricVariableInstanceQuery()
                .processInstanceId(processId)
                .excludeTaskVariables()
                .list());
    }

    private static NodeRef nodeRef(Object value) {
        return value instanceof ScriptNode node ? node.getNodeRef() : null;
    }

    private ProcessDefinition processDefinition(String id) {
        return repository.createProcessDefinitionQuery().processDefinitionId(id).singleResult();
    }

    HistoricProcessInstance historic(String processId) {
        return history.createHistoricProcessInstanceQuery()
                .processInstanceId(processId)
                .singleResult();
    }

    WorkflowPath path(String executionId, String processId) {
        WorkflowInstance instance = instance(historic(processId));
        return instance == null ? null : new WorkflowPath(Bpm.globalId(executionId), instance) {};
    }

    WorkflowTask task(Task task) {
        if (task == null) {
            return null;
        }
        String formKey = forms.getTaskFormKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        Map<QName, Serializable> values = properties.of(task, formKey, tasks);
        WorkflowPath path = path(task.getExecutionId(), task.getProcessInstanceId());
        return view(task.getId(), formKey, task.getName(), path, values);
    }

    WorkflowTask task(HistoricTaskInstance task) {
        if (task == null) {
            return null;
        }
        WorkflowPath path = path(task.getExecutionId(), task.getProcessInstanceId());
        if (path == null) {
            return null;
        }
        Map<QName, Serializable> values = properties.of(task, history);
        String formKey = forms.getTaskFormKey(task.getProcessDefinitionId(), task.getTaskDefinitionKey());
        return view(task.getId(), formKey, task.getName(), path, values);
    }

    private static WorkflowTask view(
            String id, String formKey, String title, WorkflowPath path, Map<QName, Serializable> values) {
        String name = formKey == null ? "bpm:workflowTask" : formKey;
        return new WorkflowTask(Bpm.globalId(id), name, title, title, path, values) {};
    }

    /** The start task, which the engine does not have: it stands for the form that started the workflow. */
    WorkflowTask startTask(String processId) {
        HistoricProcessInstance historic = historic(processId);
        if (historic == null) {
            return null;
        }
        boolean active =
                historic.getEndTime() == null && runtime.getVariable(processId, Bpm.VAR_START_TASK_COMPLETED) == null;
        Map<String, Object> variables = startVariables(historic);
        String formKey = startFormKey(historic.getProcessDefinitionId());
        Map<QName, Serializable> values = new HashMap<>();
        var type = types.byFormKey(formKey, true);
        variables.forEach((variable, value) -> values.put(types.qname(variable), TaskTypes.property(value)));
        values.put(Bpm.TASK_ID, Bpm.START_TASK_PREFIX + processId);
        values.put(Bpm.START_DATE, historic.getStartTime());
        values.put(Bpm.CM_CREATED, historic.getStartTime());
        values.put(Bpm.COMPLETION_DATE, historic.getStartTime());
        if (variables.get("bpm_workflowDueDate") instanceof Date due) {
            values.put(Bpm.DUE_DATE, due);
        }
        if (variables.get(Bpm.VAR_INITIATOR) instanceof ScriptNode initiator) {
            values.put(Bpm.CM_OWNER, initiator.getProperties().get("userName"));
        }
        if (!active) {
            values.put(Bpm.STATUS, "Completed");
            values.put(Bpm.OUTCOME, Bpm.DEFAULT_TRANSITION);
        }
        String name = formKey == null ? types.prefixed(type.type().getName()) : formKey;
        return view(Bpm.START_TASK_PREFIX + processId, name, name, path(processId, processId), values);
    }

    private Map<String, Object> startVariables(HistoricProcessInstance historic) {
        Map<String, Object> variables = new HashMap<>();
        HistoricActivityInstance start = history.createHistoricActivityInstanceQuery()
                .processInstanceId(historic.getId())
                .activityId(historic.getStartActivityId())
                .singleResult();
        for (HistoricDetail detail : history.createHistoricDetailQuery()
                .activityInstanceId(start.getId())
                .variableUpdates()
                .list()) {
            HistoricVariableUpdate update = (HistoricVariableUpdate) detail;
            variables.put(update.getVariableName(), update.getValue());
        }
        return variables;
    }
}
