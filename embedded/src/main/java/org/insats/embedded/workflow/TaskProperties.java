package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.activiti.engine.HistoryService;
import org.activiti.engine.TaskService;
import org.activiti.engine.history.HistoricTaskInstance;
import org.activiti.engine.history.HistoricVariableInstance;
import org.activiti.engine.impl.persistence.entity.TaskEntity;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.IdentityLinkType;
import org.activiti.engine.task.Task;
import org.activiti.engine.task.TaskInfo;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.workflow.TaskTypes.FullType;

/** Reads a task of the engine as the properties of its type: fields of the task, its variables, then those of the process. */
final class TaskProperties {

    private final TaskTypes types;
    private final Names names;
    private final Authorities authorities;

    TaskProperties(TaskTypes types, Names names, Authorities authorities) {
        this.types = types;
        this.names = names;
        this.authorities = authorities;
    }

    /** Properties of a task that is still to be done. */
    Map<QName, Serializable> of(Task task, String formKey, TaskService taskService) {
        Map<String, Object> all = taskService.getVariables(task.getId());
        Map<String, Object> local = taskService.getVariablesLocal(task.getId());
        Map<QName, Serializable> properties = arbitrary(all, local.keySet(), types.byFormKey(formKey, false));
        properties.put(Bpm.DESCRIPTION, task.getDescription());
        fields(properties, task, null);
        properties.put(Bpm.POOLED_ACTORS, pooledActors(taskService.getIdentityLinksForTask(task.getId())));
        return properties;
    }

    /** Properties of a task as a listener sees it. */
    Map<QName, Serializable> of(TaskEntity task, boolean localOnly) {
        Map<String, Object> local = task.getVariablesLocal();
        Map<String, Object> all = new HashMap<>();
        if (!localOnly) {
            all.putAll(task.getExecution().getVariables());
        }
        all.putAll(local);
        Map<QName, Serializable> properties = arbitrary(all, local.keySet(), types.of(task));
        fields(properties, task, null);
        properties.put(Bpm.POOLED_ACTORS, pooledActors(task.getCandidates()));
        return properties;
    }

    /** Properties of a task that is done. */
    Map<QName, Serializable> of(HistoricTaskInstance task, HistoryService history) {
        Map<String, Object> local = variables(history.createHistoricVariableInstanceQuery()
                .taskId(task.getId())
                .list());
        Map<String, Object> all = variables(history.createHistoricVariableInstanceQuery()
                .processInstanceId(task.getProcessInstanceId())
                .excludeTaskVariables()
                .list());
        all.putAll(local);
        FullType type = types.byFormKey((String) local.get(Bpm.VAR_FORM_KEY), false);
        Map<QName, Serializable> properties = arbitrary(all, local.keySet(), type);
        properties.put(Bpm.DESCRIPTION, task.getDescription());
        fields(properties, task, task.getEndTime());
        properties.put(Bpm.POOLED_ACTORS, pooledActorsHistory(local.get(Bpm.VAR_POOLED_ACTORS_HISTORY)));
        return properties;
    }

    private static void fields(Map<QName, Serializable> properties, TaskInfo task, Date ended) {
        properties.put(Bpm.TASK_ID, task.getId());
        properties.put(Bpm.START_DATE, task.getCreateTime());
        properties.put(Bpm.DUE_DATE, task.getDueDate());
        properties.put(Bpm.COMPLETION_DATE, ended);
        properties.put(Bpm.PRIORITY, task.getPriority());
        properties.put(Bpm.CM_CREATED, task.getCreateTime());
        properties.put(Bpm.CM_OWNER, task.getAssignee());
    }

    /** Nodes of the users and groups that may claim a task. */
    ArrayList<NodeRef> pooledActors(Collection<? extends IdentityLink> links) {
        ArrayList<NodeRef> actors = new ArrayList<>();
        for (IdentityLink link : links) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                String name = link.getGroupId() == null ? link.getUserId() : link.getGroupId();
                authorities.node(name).ifPresent(actors::add);
            }
        }
        return actors;
    }

    private static ArrayList<NodeRef> pooledActorsHistory(Object stored) {
        ArrayList<NodeRef> actors = new ArrayList<>();
        if (stored instanceof Collection<?> ids) {
            ids.forEach(each -> actors.add(new NodeRef(each.toString())));
        }
        return actors;
    }

    static Map<String, Object> variables(List<HistoricVariableInstance> instances) {
        Map<String, Object> variables = new HashMap<>();
        instances.forEach(each -> variables.put(each.getVariableName(), each.getValue()));
        return variables;
    }

    private Map<QName, Serializable> arbitrary(Map<String, Object> all, Set<String> local, FullType type) {
        Set<String> hidden = Set.of(Bpm.VAR_FORM_KEY, Bpm.VAR_POOLED_ACTORS_HISTORY, Bpm.VAR_TENANT);
        Map<QName, Serializable> properties = new HashMap<>();
        all.forEach((variable, value) -> {
            QName name = names.qname(variable);
            if (!hidden.contains(variable) && (type.declares(name) || local.contains(variable))) {
                properties.put(name, TaskTypes.property(value));
            }
        });
        return properties;
    }

    /** Mandatory properties and associations without a value; content and system properties are not looked at, as in ACS. */
    List<String> missing(TaskEntity task) {
        Map<QName, Serializable> values = of(task, false);
        FullType type = types.of(task);
        Set<QName> mandatory = new HashSet<>();
        type.properties().forEach((name, property) -> {
            if (property.isMandatory()) {
                mandatory.add(name);
            }
        });
        type.associations().forEach((name, association) -> {
            if (association.target().mandatory()) {
                mandatory.add(name);
            }
        });
        return mandatory.stream()
                .filter(name -> !name.getNamespaceURI().endsWith("/content/1.0")
                        && !name.getNamespaceURI().endsWith("/system/1.0"))
                .filter(name -> values.get(name) == null || "".equals(values.get(name)))
                .map(QName::toString)
                .sorted()
                .toList();
    }
}
