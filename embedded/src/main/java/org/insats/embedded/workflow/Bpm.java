package org.insats.embedded.workflow;

import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;

/** Names of the stock workflow model and of the engine's variables, as ACS documents them. */
final class Bpm {

    static final String ENGINE_PREFIX = "activiti$";
    static final String START_TASK_PREFIX = "start";

    static final String VAR_INITIATOR = "initiator";
    static final String VAR_COMPANY_HOME = "companyhome";
    static final String VAR_CANCELLED = "cancelled";
    static final String VAR_INSTANCE_ID = "workflowinstanceid";
    static final String VAR_TENANT = "_tenant_domain";
    static final String VAR_START_TASK_COMPLETED = "_startTaskCompleted";
    static final String VAR_FORM_KEY = "taskFormKey";
    static final String VAR_POOLED_ACTORS_HISTORY = "pooledActorsHistory";

    static final String DEFAULT_TRANSITION = "Next";

    static final QName TASK_ID = bpm("taskId");
    static final QName DESCRIPTION = bpm("description");
    static final QName START_DATE = bpm("startDate");
    static final QName DUE_DATE = bpm("dueDate");
    static final QName COMPLETION_DATE = bpm("completionDate");
    static final QName PRIORITY = bpm("priority");
    static final QName STATUS = bpm("status");
    static final QName OUTCOME = bpm("outcome");
    static final QName OUTCOME_PROPERTY_NAME = bpm("outcomePropertyName");
    static final QName POOLED_ACTORS = bpm("pooledActors");
    static final QName PACKAGE = bpm("package");
    static final QName ASSIGNEE = bpm("assignee");
    static final QName ASSIGNEES = bpm("assignees");
    static final QName GROUP_ASSIGNEE = bpm("groupAssignee");
    static final QName GROUP_ASSIGNEES = bpm("groupAssignees");
    static final QName WORKFLOW_DESCRIPTION = bpm("workflowDescription");
    static final QName WORKFLOW_DUE_DATE = bpm("workflowDueDate");
    static final QName INSTANCE_ID = bpm("workflowInstanceId");
    static final QName DEFINITION_ID = bpm("workflowDefinitionId");
    static final QName DEFINITION_NAME = bpm("workflowDefinitionName");
    static final QName IS_SYSTEM_PACKAGE = bpm("isSystemPackage");

    static final QName TYPE_TASK = bpm("workflowTask");
    static final QName TYPE_START_TASK = bpm("startTask");
    static final QName TYPE_PACKAGE = bpm("package");
    static final QName ASPECT_PACKAGE = bpm("workflowPackage");
    static final QName ASPECT_END_AUTOMATICALLY = bpm("endAutomatically");

    static final QName CM_OWNER = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "owner");
    static final QName CM_CREATED = QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, "created");

    private Bpm() {}

    static QName bpm(String localName) {
        return QName.createQName("http://www.alfresco.org/model/bpm/1.0", localName);
    }

    static String globalId(String localId) {
        return ENGINE_PREFIX + localId;
    }

    static String localId(String globalId) {
        int dollar = globalId.indexOf('$');
        if (dollar < 0) {
            throw new WorkflowException("Invalid identifier '" + globalId + "': it must start with activiti$");
        }
        if (!ENGINE_PREFIX.equals(globalId.substring(0, dollar + 1))) {
            throw new WorkflowException(
                    "Workflow Component for engine id '" + globalId.substring(0, dollar) + "' is not registered");
        }
        return globalId.substring(dollar + 1);
    }
}
