package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.activiti.engine.TaskService;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.IdentityLinkType;
import org.activiti.engine.task.Task;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.workflow.TaskTypes.FullType;

/** Writes properties to a task: some are fields of the engine's task, pooled actors its candidates, the rest local variables. */
final class TaskWriter {

    static final Set<QName> FIELDS =
            Set.of(Bpm.DESCRIPTION, Bpm.DUE_DATE, Bpm.PRIORITY, Bpm.CM_OWNER, Bpm.PACKAGE, Bpm.POOLED_ACTORS);

    private final TaskTypes types;
    private final Authorities authorities;
    private final TaskService taskService;

    TaskWriter(TaskTypes types, Authorities authorities, TaskService taskService) {
        this.types = types;
        this.authorities = authorities;
        this.taskService = taskService;
    }

    void write(Task task, FullType type, Map<QName, Serializable> properties) {
        if (properties.containsKey(Bpm.DESCRIPTION)) {
            task.setDescription(typed(Bpm.DESCRIPTION, properties, String.class));
        }
        if (properties.containsKey(Bpm.DUE_DATE)) {
            task.setDueDate(typed(Bpm.DUE_DATE, properties, Date.class));
        }
        if (properties.containsKey(Bpm.PRIORITY)) {
            task.setPriority(priority(properties.get(Bpm.PRIORITY)));
        }
        taskService.saveTask(task);
        if (properties.containsKey(Bpm.POOLED_ACTORS)) {
            writeCandidates(task.getId(), properties.get(Bpm.POOLED_ACTORS));
        }
        taskService.setVariablesLocal(task.getId(), types.variables(properties, type, FIELDS));
        if (properties.containsKey(Bpm.CM_OWNER)) {
            String owner = typed(Bpm.CM_OWNER, properties, String.class);
            if (!Objects.equals(owner, task.getAssignee())) {
                taskService.setAssignee(task.getId(), owner);
            }
        }
    }

    private static int priority(Serializable value) {
        try {
            return value instanceof Integer number ? number : Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw invalid(Bpm.PRIORITY, e);
        }
    }

    private static <T> T typed(QName name, Map<QName, Serializable> properties, Class<T> type) {
        Serializable value = properties.get(name);
        if (value != null && !type.isInstance(value)) {
            throw invalid(name, null);
        }
        return type.cast(value);
    }

    private static WorkflowException invalid(QName name, Throwable cause) {
        return new WorkflowException("Invalid value for task property " + name, cause);
    }

    private void writeCandidates(String taskId, Serializable value) {
        Set<String> wanted = names(value);
        for (IdentityLink link : new ArrayList<>(taskService.getIdentityLinksForTask(taskId))) {
            if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                String name = link.getGroupId() == null ? link.getUserId() : link.getGroupId();
                if (!wanted.remove(name)) {
                    remove(taskId, link);
                }
            }
        }
        for (String name : wanted) {
            if (Authorities.isUser(name)) {
                taskService.addCandidateUser(taskId, name);
            } else {
                taskService.addCandidateGroup(taskId, name);
            }
        }
    }

    private void remove(String taskId, IdentityLink link) {
        if (link.getUserId() == null) {
            taskService.deleteGroupIdentityLink(taskId, link.getGroupId(), link.getType());
        } else {
            taskService.deleteUserIdentityLink(taskId, link.getUserId(), link.getType());
        }
    }

    private Set<String> names(Serializable value) {
        Collection<?> nodes = value instanceof Collection<?> many ? many : List.of(value);
        Set<String> found = new HashSet<>();
        nodes.forEach(each -> authorities.name((NodeRef) each).ifPresent(found::add));
        return found;
    }
}
