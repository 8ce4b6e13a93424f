package org.alfresco.service.cmr.workflow;

/** A path of execution through a workflow. */
public class WorkflowPath {

    private final String pathId;
    private final WorkflowInstance of;
    private final boolean running;

    /** For repositories that have no more to tell; the platform's own constructor wants a workflow node too. */
    protected WorkflowPath(String id, WorkflowInstance instance, boolean active) {
        this.pathId = id;
        this.of = instance;
        this.running = active;
    }

    /** The id. */
    public String getId() {
        return pathId;
    }

    /** The workflow it belongs to. */
    public WorkflowInstance getInstance() {
        return of;
    }

    /** Whether it still runs. */
    public boolean isActive() {
        return running;
    }
}
