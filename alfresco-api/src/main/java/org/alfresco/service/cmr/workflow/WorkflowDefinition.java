package org.alfresco.service.cmr.workflow;

import java.io.Serializable;

/** A deployed version of a workflow. */
public class WorkflowDefinition implements Serializable {

    private static final long serialVersionUID = -4320345925926816927L;

    private final String definitionId;
    private final String definitionName;
    private final String definitionVersion;

    /** For repositories that have no more to tell; the platform's own constructor wants a start task too. */
    protected WorkflowDefinition(String id, String name, String version) {
        this.definitionId = id;
        this.definitionName = name;
        this.definitionVersion = version;
    }

    /** The id, for example {@code activiti$review:1:17}. */
    public String getId() {
        return definitionId;
    }

    /** The name, for example {@code activiti$review}. */
    public String getName() {
        return definitionName;
    }

    /** The version, counted from 1. */
    public String getVersion() {
        return definitionVersion;
    }
}
