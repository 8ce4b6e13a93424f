package org.insats.embedded.workflow;

import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.cmr.workflow.WorkflowPath;

/** One thread of execution of a workflow. */
final class Path extends WorkflowPath {

    Path(String id, WorkflowInstance instance) {
        super(id, instance);
    }
}
