package org.alfresco.service.cmr.workflow;

import java.util.Map;
import org.alfresco.service.namespace.QName;

/** Which tasks to find: those in progress, of active workflows, that match everything set here. */
public class WorkflowTaskQuery {

    private String taskId;
    private QName taskName;
    private String actorId;
    private String processId;
    private String workflowDefinitionName;
    private Boolean active = Boolean.TRUE;
    private Map<QName, Object> taskCustomProps;
    private Map<QName, Object> processCustomProps;
    private int limit = -1;

    /** The task. */
    public String getTaskId() {
        return taskId;
    }

    /** Sets the task. */
    public void setTaskId(String taskId) {
        this.taskId = taskId;
    }

    /** The task type. */
    public QName getTaskName() {
        return taskName;
    }

    /** Sets the task type. */
    public void setTaskName(QName taskName) {
        this.taskName = taskName;
    }

    /** The assignee's user name. */
    public String getActorId() {
        return actorId;
    }

    /** Sets the assignee's user name. */
    public void setActorId(String actorId) {
        this.actorId = actorId;
    }

    /** The workflow. */
    public String getProcessId() {
        return processId;
    }

    /** Sets the workflow. */
    public void setProcessId(String processId) {
        this.processId = processId;
    }

    /** The definition's name. */
    public String getWorkflowDefinitionName() {
        return workflowDefinitionName;
    }

    /** Sets the definition's name. */
    public void setWorkflowDefinitionName(String workflowDefinitionName) {
        this.workflowDefinitionName = workflowDefinitionName;
    }

    /** Whether the workflow runs. */
    public Boolean isActive() {
        return active;
    }

    /** Sets whether the workflow runs. */
    public void setActive(Boolean active) {
        this.active = active;
    }

    /** Values of task properties. */
    public Map<QName, Object> getTaskCustomProps() {
        return taskCustomProps;
    }

    /** Sets values of task properties. */
    public void setTaskCustomProps(Map<QName, Object> taskCustomProps) {
        this.taskCustomProps = taskCustomProps;
    }

    /** Values of workflow variables. */
    public Map<QName, Object> getProcessCustomProps() {
        return processCustomProps;
    }

    /** Sets values of workflow variables. */
    public void setProcessCustomProps(Map<QName, Object> processCustomProps) {
        this.processCustomProps = processCustomProps;
    }

    /** The most tasks wanted, -1 for all. */
    public int getLimit() {
        return limit;
    }

    /** Sets the most tasks wanted. */
    public void setLimit(int limit) {
        this.limit = limit;
    }
}
