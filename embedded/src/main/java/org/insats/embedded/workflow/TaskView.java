package org.insats.embedded.workflow;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.namespace.QName;

/** A task as the workflow service answers it. */
final class TaskView extends WorkflowTask {

    TaskView(
            String id,
            String name,
            String title,
            String description,
            WorkflowPath path,
            Map<QName, Serializable> properties) {
        super(id, name, title, description, path, properties);
    }
}
