package org.alfresco.service.cmr.workflow;

import java.io.Serializable;
import java.util.Date;
import org.alfresco.service.cmr.repository.NodeRef;

/** A running or ended workflow. */
public class WorkflowInstance implements Serializable {

    private static final long serialVersionUID = 4221926809419223452L;

    private final String instanceId;
    private final WorkflowDefinition of;
    private final String about;
    private final transient NodeRef startedBy;
    private final transient NodeRef items;
    private final boolean running;
    private final Date started;
    private final Date ended;

    /** All that is known of a workflow; the context is not kept here. */
    public WorkflowInstance(
            String id,
            WorkflowDefinition definition,
            String description,
            NodeRef initiator,
            NodeRef workflowPackage,
            NodeRef context,
            boolean active,
            Date startDate,
            Date endDate) {
        this.instanceId = id;
        this.of = definition;
        this.about = description;
        this.startedBy = initiator;
        this.items = workflowPackage;
        this.running = active;
        this.started = copy(startDate);
        this.ended = copy(endDate);
    }

    private static Date copy(Date date) {
        return date == null ? null : new Date(date.getTime());
    }

    /** The id, for example {@code activiti$42}. */
    public String getId() {
        return instanceId;
    }

    /** What it is a run of. */
    public WorkflowDefinition getDefinition() {
        return of;
    }

    /** The description given at the start. */
    public String getDescription() {
        return about;
    }

    /** The person who started it, null where that was no person. */
    public NodeRef getInitiator() {
        return startedBy;
    }

    /** The package of items. */
    public NodeRef getWorkflowPackage() {
        return items;
    }

    /** Whether it still runs. */
    public boolean isActive() {
        return running;
    }

    /** When it started. */
    public Date getStartDate() {
        return copy(started);
    }

    /** When it ended, null while it runs. */
    public Date getEndDate() {
        return copy(ended);
    }
}
