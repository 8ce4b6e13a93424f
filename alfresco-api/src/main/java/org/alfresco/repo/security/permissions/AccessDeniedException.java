package org.alfresco.repo.security.permissions;

import org.alfresco.error.AlfrescoRuntimeException;

/** The user lacks the right. */
public class AccessDeniedException extends AlfrescoRuntimeException {

    private static final long serialVersionUID = -4451661115250681152L;

    /** With a message or message id. */
    public AccessDeniedException(String msg) {
        super(msg);
    }

    /** With a message or message id and a cause. */
    public AccessDeniedException(String msg, Throwable cause) {
        super(msg, cause);
    }
}
