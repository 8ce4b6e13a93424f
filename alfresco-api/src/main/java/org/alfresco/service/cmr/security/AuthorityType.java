package org.alfresco.service.cmr.security;

/** The kinds of authorities. */
public enum AuthorityType {
    ADMIN,
    EVERYONE,
    OWNER,
    GUEST,
    GROUP,
    ROLE,
    USER
}
