package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.activiti.engine.impl.persistence.entity.TaskEntity;
import org.activiti.engine.task.IdentityLinkType;
import org.alfresco.service.cmr.dictionary.PropertyDefinition;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.dictionary.PropertyDef;
import org.insats.embedded.workflow.TaskTypes.FullType;
import org.springframework.extensions.surf.util.I18NUtil;

/** What ACS does at every user task: defaults when it is created, the check of mandatory properties when it is completed. */
public final class TaskListeners {

    private final TaskTypes types;
    private final TaskProperties properties;
    private final Names names;

    TaskListeners(TaskTypes types, TaskProperties properties, Names names) {
        this.types = types;
        this.properties = properties;
        this.names = names;
    }

    void created(DelegateTask delegate) {
        TaskEntity task = (TaskEntity) delegate;
        FullType type = types.of(task);
        setDefaults(task, type);
        task.setVariableLocal(Bpm.VAR_FORM_KEY, names.prefixed(type.type().getName()));
        if (task.getExecution().getVariable(Bpm.VAR_INITIATOR) instanceof ScriptNode initiator) {
            Object userName = initiator.getProperties().get("userName");
            if (userName != null) {
                task.addUserIdentityLink(userName.toString(), IdentityLinkType.STARTER);
            }
        }
    }

    private void setDefaults(TaskEntity task, FullType type) {
        Map<QName, Serializable> existing = properties.of(task, true);
        Map<QName, Serializable> defaults = new HashMap<>();
        for (PropertyDefinition each : type.properties().values()) {
            if (each.getDefaultValue() != null && existing.get(each.getName()) == null) {
                defaults.put(each.getName(), each.getDefaultValue());
            }
        }
        defaults.keySet().removeAll(TaskWriter.FIELDS);
        setPriority(task, type.properties().get(Bpm.PRIORITY));
        if (task.getDescription() == null || task.getDescription().isEmpty()) {
            task.setDescription(defaultDescription(task));
        }
        Map<String, Object> variables = types.variables(defaults, type, TaskWriter.FIELDS);
        task.setVariablesLocal(variables);
    }

    private static void setPriority(TaskEntity task, PropertyDefinition definition) {
        if (definition instanceof PropertyDef property
                && property.constraintDefs().stream()
                        .anyMatch(each -> each.faultOf(task.getPriority()).isPresent())) {
            task.setPriority(Integer.parseInt(property.getDefaultValue()));
        }
    }

    private static String defaultDescription(TaskEntity task) {
        String key = ((ProcessDefinitionEntity) task.getExecution().getProcessDefinition()).getKey();
        String label = I18NUtil.getMessage(key + ".task." + task.getTaskDefinitionKey() + ".description");
        if (label != null && !label.isEmpty()) {
            return label;
        }
        Object description = task.getExecution().getVariable("bpm_workflowDescription");
        return description == null || description.toString().isEmpty() ? task.getName() : description.toString();
    }

    void completed(DelegateTask delegate) {
        TaskEntity task = (TaskEntity) delegate;
        List<String> missing = properties.missing(task);
        if (!missing.isEmpty()) {
            throw new WorkflowException(
                    "Mandatory task properties have not been provided: " + String.join(", ", missing));
        }
        Map<String, Object> variables = new HashMap<>();
        variables.put(names.variable(Bpm.STATUS), "Completed");
        if (!task.getIdentityLinks().isEmpty()) {
            List<String> actors = new ArrayList<>();
            properties.pooledActors(task.getIdentityLinks()).forEach(each -> actors.add(each.toString()));
            variables.put(Bpm.VAR_POOLED_ACTORS_HISTORY, actors);
        }
        task.setVariablesLocal(variables);
    }
}
