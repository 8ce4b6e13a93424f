package org.insats.embedded.workflow;

import org.alfresco.error.AlfrescoRuntimeException;

/** What the workflow service refuses with; the public API has no type of its own for it that the add-on may catch. */
public final class WorkflowException extends AlfrescoRuntimeException {

    private static final long serialVersionUID = 1L;

    WorkflowException(String message) {
        super(message);
    }

    WorkflowException(String message, Throwable cause) {
        super(message, cause);
    }
}
