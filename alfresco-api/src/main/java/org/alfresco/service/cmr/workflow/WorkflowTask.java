package org.alfresco.service.cmr.workflow;

import java.io.Serializable;
import java.util.Map;
import org.alfresco.service.namespace.QName;

/** A task of a workflow. */
public class WorkflowTask {

    private final String taskId;
    private final String taskName;
    private final String taskTitle;
    private final String about;
    private final WorkflowPath on;
    private final Map<QName, Serializable> values;

    /** For repositories that have no more to tell; the platform's own constructor wants definition and state too. */
    protected WorkflowTask(
            String id,
            String name,
            String title,
            String description,
            WorkflowPath path,
            Map<QName, Serializable> properties) {
        this.taskId = id;
        this.taskName = name;
        this.taskTitle = title;
        this.about = description;
        this.on = path;
        this.values = properties;
    }

    /** The id, for example {@code activiti$57}. */
    public String getId() {
        return taskId;
    }

    /** The name of the task type, prefixed. */
    public String getName() {
        return taskName;
    }

    /** The title shown. */
    public String getTitle() {
        return taskTitle;
    }

    /** The description shown. */
    public String getDescription() {
        return about;
    }

    /** The path it stands on. */
    public WorkflowPath getPath() {
        return on;
    }

    /** Its properties. */
    public Map<QName, Serializable> getProperties() {
        return values;
    }
}
