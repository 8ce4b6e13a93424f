package org.alfresco.service.cmr.workflow;

/** A path of execution through a workflow. */
public class WorkflowPath {

    private final String pathId;
    private final WorkflowInstance of;

    /** For repositories that have no more to tell; the platform's own constructor wants a workflow node too. */
    protected WorkflowPath(String id, WorkflowInstance instance) {
        this.pathId = id;
        this.of = instance;
    }

    /** The id. */
    public String getId() {
        return pathId;
    }

    /** The workflow it belongs to. */
    public WorkflowInstance getInstance() {
        return of;
    }
}
