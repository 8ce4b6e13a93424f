package org.alfresco.service.cmr.security;

import java.util.Set;

/** Groups and who is in them. */
public interface AuthorityService {

    /** Whether the current user is an administrator. */
    boolean hasAdminAuthority();

    /** All authorities of the current user, direct and inherited. */
    Set<String> getAuthorities();

    /** All authorities of a user, direct and inherited. */
    Set<String> getAuthoritiesForUser(String userName);

    /** Makes a group and returns its full name. */
    String createAuthority(AuthorityType type, String shortName);

    /** Puts a user or group into a group. */
    void addAuthority(String parentName, String childName);

    /** Takes a user or group out of a group. */
    void removeAuthority(String parentName, String childName);

    /** Deletes a group. */
    void deleteAuthority(String name);

    /** Members of a group; type null is all types, immediate only the direct ones. */
    Set<String> getContainedAuthorities(AuthorityType type, String name, boolean immediate);

    /** The full names of all groups, or all user names. */
    Set<String> getAllAuthorities(AuthorityType type);

    /** Whether the group or user is there. */
    boolean authorityExists(String name);
}
