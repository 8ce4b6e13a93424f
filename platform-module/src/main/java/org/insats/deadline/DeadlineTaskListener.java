package org.insats.deadline;

import java.util.Date;
import java.util.List;
import java.util.Map;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.delegate.TaskListener;
import org.insats.platform.Refusal;

/**
 * Listens to every task of ours: gives a new one its owner, and performs the act when somebody completes it. The engine
 * finds it as {@code ${insatsTask}}.
 */
public final class DeadlineTaskListener implements TaskListener {

    private static final long serialVersionUID = 1L;

    private final transient DeadlineWorkflows workflows;
    private final transient TaskActs acts;
    private final transient TaskFields fields;

    DeadlineTaskListener(
            Map<Object, Object> engineBeans, DeadlineWorkflows workflows, TaskActs acts, TaskFields fields) {
        this.workflows = workflows;
        this.acts = acts;
        this.fields = fields;
        engineBeans.put("insatsTask", this);
    }

    @Override
    public void notify(DelegateTask task) {
        if (EVENTNAME_CREATE.equals(task.getEventName())) {
            assign(task);
        } else if (EVENTNAME_COMPLETE.equals(task.getEventName())) {
            complete(task);
        }
    }

    /** Completed in Share or over the platform's own API: the form is in the task. */
    private void complete(DelegateTask task) {
        if (workflows.completing(DeadlineWorkflows.workflowId(task.getProcessInstanceId()))) {
            acts.perform(act(task), fields.of(task.getVariables()));
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
    }

    private static TaskAct act(DelegateTask task) {
        String definition = task.getProcessDefinitionId();
        return TaskAct.ofProcess(definition.substring(0, definition.indexOf(':')))
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.CONFLICT, "TASK-DONE").violation());
    }
}
