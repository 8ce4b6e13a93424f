package org.insats.embedded.core.security;

import org.alfresco.error.AlfrescoRuntimeException;

/** There is no person of that user name. */
public final class NoSuchPersonException extends AlfrescoRuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchPersonException(String userName) {
        super("User does not exist and could not be created: " + userName);
    }
}
