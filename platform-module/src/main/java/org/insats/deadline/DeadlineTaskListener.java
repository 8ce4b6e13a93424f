package org.insats.deadline;

import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.StoreRef;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * Listens to every task of ours: gives a new one its owner, performs the act when somebody completes it, and lets nobody
 * take it away or hand it to a stranger. The engine finds it as {@code ${insatsTask}}.
 */
public final class DeadlineTaskListener implements TaskListener {

    private static final long serialVersionUID = 1L;

    private final transient DeadlineWorkflows workflows;
    private final transient TaskActs acts;
    private final transient TaskFields fields;
    private final transient TaskDoors doors;
    private final transient DeadlineStore store;
    private final transient ServicePerson servicePerson;

    DeadlineTaskListener(
            Map<Object, Object> engineBeans,
            DeadlineWorkflows workflows,
            TaskActs acts,
            TaskFields fields,
            TaskDoors doors,
            DeadlineStore store,
            ServicePerson servicePerson) {
        this.workflows = workflows;
        this.acts = acts;
        this.fields = fields;
        this.doors = doors;
        this.store = store;
        this.servicePerson = servicePerson;
        engineBeans.put("insatsTask", this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            assign(task);
        } else if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            complete(task);
        } else if (EVENTNAME_ASSIGNMENT.equals(task.getEventName())) {
            doors.requirePart(task);
        } else if (EVENTNAME_DELETE.equals(task.getEventName())) {
            doors.requireOwnEnd(task);
        }
    }

    /** Completed in Share or over the platform's own API: the form is in the task. */
    private void complete(DelegateTask task) {
        if (workflows.completing(DeadlineWorkflows.workflowId(task.getProcessInstanceId()))) {
            acts.perform(deadline(task), fields.of(task.getVariables()));
        }
    }

    private static void assign(DelegateTask task) {
        if (task.getVariable("inswf_taskOwner") instanceof String userName) {
            task.setAssignee(userName);
        }
        if (task.getVariable("inswf_taskGroups") instanceof String groups) {
            task.addCandidateGroups(List.of(groups.split(",")));
        }
        if (task.getVariable("bpm_workflowDescription") instanceof String description) {
            task.setDescription(description);
        }
        if (task.getVariable("inswf_dueDate") instanceof Date due) {
            task.setDueDate(due);
        }
        if (DeadlineWorkflows.OVERDUE.equals(task.getVariable("inswf_deadlineState"))) {
            task.setPriority(DeadlineWorkflows.HIGH);
        }
    }

    /**
     * The deadline that the task's workflow drives. What the task says is not enough: whoever is involved in a workflow may
     * write its variables over the platform's own API.
     */
    private LiveDeadline deadline(DelegateTask task) {
        String workflow = DeadlineWorkflows.workflowId(task.getProcessInstanceId());
        return Optional.ofNullable(task.getVariable("inswf_deadlineId"))
                .map(id -> new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id.toString()))
                .flatMap(node -> servicePerson.elevated(
                        () -> store.exists(node) ? Optional.of(store.get(node)) : Optional.<LiveDeadline>empty()))
                .filter(deadline ->
                        deadline.workflowId().filter(workflow::equals).isPresent())
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.CONFLICT, "TASK-DONE").violation());
    }
}
