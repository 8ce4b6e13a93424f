package org.alfresco.service.cmr.security;

/** Whether something may be done. */
public enum AccessStatus {
    DENIED,
    ALLOWED,
    UNDETERMINED
}
