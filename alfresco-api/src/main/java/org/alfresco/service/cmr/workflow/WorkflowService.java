package org.alfresco.service.cmr.workflow;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/** Workflows and their tasks. */
public interface WorkflowService {

    /** The latest definition of a name such as {@code activiti$review}, null where there is none. */
    WorkflowDefinition getDefinitionByName(String workflowName);

    /** Starts a workflow; its initiator is the fully authenticated user. */
    WorkflowPath startWorkflow(String workflowDefinitionId, Map<QName, Serializable> parameters);

    /** A running or ended workflow, null where there is none. */
    WorkflowInstance getWorkflowById(String workflowId);

    /** The paths of a workflow. */
    List<WorkflowPath> getWorkflowPaths(String workflowId);

    /** The variables of a path. */
    Map<QName, Serializable> getPathProperties(String pathId);

    /** Ends a workflow before its time and forgets it. */
    WorkflowInstance cancelWorkflow(String workflowId);

    /** The tasks on a path. */
    List<WorkflowTask> getTasksForWorkflowPath(String pathId);

    /** The task a workflow began with. */
    WorkflowTask getStartTask(String workflowInstanceId);

    /** A task, null where there is none. */
    WorkflowTask getTaskById(String taskId);

    /** The unclaimed tasks a user or group may claim. */
    List<WorkflowTask> getPooledTasks(String authority);

    /** The tasks that match. */
    List<WorkflowTask> queryTasks(WorkflowTaskQuery query, boolean sameSession);

    /** Sets properties of a task; add and remove are associations or null. */
    WorkflowTask updateTask(
            String taskId,
            Map<QName, Serializable> properties,
            Map<QName, List<NodeRef>> add,
            Map<QName, List<NodeRef>> remove);

    /** Completes a task by a transition, null for the default one. */
    WorkflowTask endTask(String taskId, String transitionId);

    /** Makes a package for a workflow, in a folder of its own where container is null. */
    NodeRef createPackage(NodeRef container);
}
