package org.alfresco.service.cmr.workflow;

import java.util.Map;
import org.alfresco.service.namespace.QName;

/** Which tasks to find: those in progress, of active workflows, that match everything set here. */
public class WorkflowTaskQuery {

    private QName taskName;
    private String actorId;
    private String processId;
    private String workflowDefinitionName;
    private Map<QName, Object> processCustomProps;

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

    /** Values of workflow variables. */
    public Map<QName, Object> getProcessCustomProps() {
        return processCustomProps;
    }

    /** Sets values of workflow variables. */
    public void setProcessCustomProps(Map<QName, Object> processCustomProps) {
        this.processCustomProps = processCustomProps;
    }
}
