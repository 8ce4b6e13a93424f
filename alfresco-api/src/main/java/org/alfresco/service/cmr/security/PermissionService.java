package org.alfresco.service.cmr.security;

import org.alfresco.service.cmr.repository.NodeRef;

/** Rights on nodes. */
public interface PermissionService {

    String ROLE_PREFIX = "ROLE_";
    String GROUP_PREFIX = "GROUP_";
    String ALL_AUTHORITIES = "GROUP_EVERYONE";
    String OWNER_AUTHORITY = "ROLE_OWNER";
    String ADMINISTRATOR_AUTHORITY = "ROLE_ADMINISTRATOR";
    String GUEST_AUTHORITY = "ROLE_GUEST";

    String ALL_PERMISSIONS = "All";
    String FULL_CONTROL = "FullControl";
    String READ = "Read";
    String WRITE = "Write";
    String DELETE = "Delete";
    String ADD_CHILDREN = "AddChildren";
    String READ_PROPERTIES = "ReadProperties";
    String READ_CHILDREN = "ReadChildren";
    String WRITE_PROPERTIES = "WriteProperties";
    String DELETE_NODE = "DeleteNode";
    String CREATE_CHILDREN = "CreateChildren";
    String READ_PERMISSIONS = "ReadPermissions";
    String CHANGE_PERMISSIONS = "ChangePermissions";
    String READ_CONTENT = "ReadContent";
    String WRITE_CONTENT = "WriteContent";
    String TAKE_OWNERSHIP = "TakeOwnership";
    String SET_OWNER = "SetOwner";
    String COORDINATOR = "Coordinator";
    String CONTRIBUTOR = "Contributor";
    String EDITOR = "Editor";
    String CONSUMER = "Consumer";

    /** Whether the current run-as user has the permission on the node. */
    AccessStatus hasPermission(NodeRef nodeRef, String permission);

    /** Removes all entries set on the node itself. */
    void deletePermissions(NodeRef nodeRef);

    /** Removes all entries of an authority set on the node itself. */
    void clearPermission(NodeRef nodeRef, String authority);

    /** Removes one entry set on the node itself. */
    void deletePermission(NodeRef nodeRef, String authority, String permission);

    /** Sets an entry on the node. */
    void setPermission(NodeRef nodeRef, String authority, String permission, boolean allow);

    /** Sets whether the node has its parent's entries too. */
    void setInheritParentPermissions(NodeRef nodeRef, boolean inheritParentPermissions);

    /** Whether the node has its parent's entries too. */
    boolean getInheritParentPermissions(NodeRef nodeRef);
}
