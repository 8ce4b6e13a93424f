package org.insats.embedded.core.security;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.insats.embedded.core.node.NodeState;
import org.insats.embedded.core.node.NodeStore;
import org.insats.embedded.core.node.NodeStore.AccessEntry;
import org.insats.embedded.core.tx.TxContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Access control: entries on the node and, as long as inheritance is on, on its primary parents; any denial denies. The owner
 * has full control, so have administrators and System. Bean {@code permissionService}.
 */
public final class PermissionServiceImpl implements PermissionService {
    private final JdbcTemplate jdbc;
    private final NodeStore store;
    private final AuthorityService authorityService;

    public PermissionServiceImpl(JdbcTemplate jdbc, NodeStore store, AuthorityService authorityService) {
        this.jdbc = jdbc;
        this.store = store;
        this.authorityService = authorityService;
    }

    @Override
    public AccessStatus hasPermission(NodeRef nodeRef, String permission) {
        String user = AuthenticationUtil.getRunAsUser();
        if (AuthenticationUtil.SYSTEM_USER_NAME.equals(user)) {
            return AccessStatus.ALLOWED;
        }
        Optional<NodeState> node = nodeRef == null ? Optional.empty() : store.find(store.live(nodeRef));
        if (node.isEmpty()) {
            return AccessStatus.ALLOWED;
        }
        if (user == null) {
            return AccessStatus.DENIED;
        }
        boolean allowed = user.equalsIgnoreCase(owner(node.get())) || isGranted(node.get(), user, permission);
        return allowed ? AccessStatus.ALLOWED : AccessStatus.DENIED;
    }

    /** cm:owner, or else the creator. */
    private String owner(NodeState node) {
        Object owner = store.properties(node).get(ContentModel.PROP_OWNER);
        return owner == null ? node.creator() : owner.toString();
    }

    private boolean isGranted(NodeState node, String user, String permission) {
        Set<String> authorities = authorityService.getAuthoritiesForUser(user);
        if (authorities.contains(ADMINISTRATOR_AUTHORITY)) {
            return true;
        }
        Set<String> missing = new HashSet<>(PermissionModel.lowest(permission));
        List<AccessEntry> entries = effective(node);
        for (AccessEntry each : entries) {
            if (concerns(each, user, authorities)) {
                Set<String> lowest = PermissionModel.lowest(each.permission());
                if (!each.allowed()
                        && PermissionModel.lowest(permission).stream().anyMatch(lowest::contains)) {
                    return false;
                }
                if (each.allowed()) {
                    missing.removeAll(lowest);
                }
            }
        }
        return missing.isEmpty();
    }

    private static boolean concerns(AccessEntry entry, String user, Set<String> authorities) {
        return authorities.contains(entry.authority()) || entry.authority().equalsIgnoreCase(user);
    }

    /** Own entries, then inherited ones. */
    private List<AccessEntry> effective(NodeState node) {
        Map<Long, List<AccessEntry>> known = TxContext.current().resource(NodeStore.ACLS, HashMap::new);
        List<AccessEntry> found = known.get(node.id());
        if (found == null) {
            found = new ArrayList<>(store.access(node));
            Optional<NodeState> parent = node.inherits()
                    ? store.primaryParent(node)
                            .flatMap(each -> store.find(each.ref().getParentRef()))
                    : Optional.empty();
            if (parent.isPresent()) {
                found.addAll(effective(parent.get()));
            }
            known.put(node.id(), found);
        }
        return found;
    }

    @Override
    public void deletePermissions(NodeRef nodeRef) {
        jdbc.update("DELETE FROM ins_ace WHERE node_id = ?", claimed(nodeRef).id());
    }

    @Override
    public void clearPermission(NodeRef nodeRef, String authority) {
        if (authority == null) {
            deletePermissions(nodeRef);
            return;
        }
        jdbc.update(
                "DELETE FROM ins_ace WHERE node_id = ? AND authority = ?",
                claimed(nodeRef).id(),
                authority);
    }

    @Override
    public void deletePermission(NodeRef nodeRef, String authority, String permission) {
        jdbc.update(
                "DELETE FROM ins_ace WHERE node_id = ? AND authority = ? AND permission = ?",
                claimed(nodeRef).id(),
                authority,
                permission);
    }

    @Override
    public void setPermission(NodeRef nodeRef, String authority, String permission, boolean allow) {
        PermissionModel.lowest(permission);
        deletePermission(nodeRef, authority, permission);
        jdbc.update(
                "INSERT INTO ins_ace (node_id, authority, permission, allowed) VALUES (?, ?, ?, ?)",
                claimed(nodeRef).id(),
                authority,
                permission,
                allow);
    }

    @Override
    public void setInheritParentPermissions(NodeRef nodeRef, boolean inheritParentPermissions) {
        store.setInherits(store.get(nodeRef), inheritParentPermissions);
    }

    @Override
    public boolean getInheritParentPermissions(NodeRef nodeRef) {
        return store.get(nodeRef).inherits();
    }

    private NodeState claimed(NodeRef nodeRef) {
        NodeState node = store.get(nodeRef);
        store.changeAccess(node);
        return node;
    }
}
