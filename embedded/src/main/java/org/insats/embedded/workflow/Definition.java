package org.insats.embedded.workflow;

import org.alfresco.service.cmr.workflow.WorkflowDefinition;

/** A workflow definition with the title that the REST API shows. */
public final class Definition extends WorkflowDefinition {

    private static final long serialVersionUID = 1L;

    private final String title;
    private final String startFormKey;

    Definition(String id, String name, String version, String title, String startFormKey) {
        super(id, name, version);
        this.title = title;
        this.startFormKey = startFormKey;
    }

    /** The title in the current locale. */
    public String getTitle() {
        return title;
    }

    /** The type of the start form, or null. */
    public String getStartFormKey() {
        return startFormKey;
    }
}
