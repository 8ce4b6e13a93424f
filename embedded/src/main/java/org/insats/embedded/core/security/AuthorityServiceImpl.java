package org.insats.embedded.core.security;

import java.io.Serializable;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.alfresco.error.AlfrescoRuntimeException;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.namespace.NamespaceService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.core.tx.TxContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Users' authorities and groups, which may be nested: bean {@code authorityService}. Group nodes hold the display names. */
public final class AuthorityServiceImpl implements AuthorityService {
    /** The group whose members are administrators. */
    public static final String ADMINISTRATORS = "GROUP_ALFRESCO_ADMINISTRATORS";

    /** The guest's user name. */
    static final String GUEST = "guest";

    private static final QName AUTHORITIES = QName.createQName(NamespaceService.SYSTEM_MODEL_1_0_URI, "authorities");

    private final JdbcTemplate jdbc;
    private final NodeService nodeService;
    private final SystemFolders folders;

    public AuthorityServiceImpl(JdbcTemplate jdbc, NodeService nodeService, SystemFolders folders) {
        this.jdbc = jdbc;
        this.nodeService = nodeService;
        this.folders = folders;
    }

    @Override
    public boolean hasAdminAuthority() {
        String user = AuthenticationUtil.getRunAsUser();
        // System may do everything and yet is no administrator.
        return user != null && !AuthenticationUtil.SYSTEM_USER_NAME.equals(user) && isAdminAuthority(user);
    }

    /** Whether the user is an administrator, or System. */
    public boolean isAdminAuthority(String authorityName) {
        return AuthenticationUtil.SYSTEM_USER_NAME.equals(authorityName)
                || getAuthoritiesForUser(authorityName).contains(PermissionService.ADMINISTRATOR_AUTHORITY);
    }

    @Override
    public Set<String> getAuthorities() {
        String user = AuthenticationUtil.getRunAsUser();
        return user == null ? Set.of() : getAuthoritiesForUser(user);
    }

    @Override
    public Set<String> getAuthoritiesForUser(String userName) {
        Map<String, Set<String>> known = TxContext.current().resource(AuthorityServiceImpl.class, HashMap::new);
        return Set.copyOf(known.computeIfAbsent(key(userName), unused -> readAuthorities(userName)));
    }

    private Set<String> readAuthorities(String userName) {
        Set<String> result = new LinkedHashSet<>(containing(userName));
        if (AuthenticationUtil.SYSTEM_USER_NAME.equals(userName)
                || userName.equalsIgnoreCase(AuthenticationUtil.getAdminUserName())
                || result.contains(ADMINISTRATORS)) {
            result.add(PermissionService.ADMINISTRATOR_AUTHORITY);
        }
        if (GUEST.equalsIgnoreCase(userName)) {
            result.add(PermissionService.GUEST_AUTHORITY);
        } else {
            result.add(PermissionService.ALL_AUTHORITIES);
        }
        return result;
    }

    /** The groups that hold an authority, directly or through others. */
    private Set<String> containing(String name) {
        Set<String> result = new LinkedHashSet<>();
        collect("SELECT group_key FROM ins_group_member WHERE member_key = ?", key(name), result);
        return result;
    }

    private void collect(String sql, String start, Set<String> result) {
        for (String each : jdbc.queryForList(sql, String.class, start)) {
            if (result.add(each)) {
                collect(sql, each, result);
            }
        }
    }

    @Override
    public String createAuthority(AuthorityType type, String shortName) {
        if (type != AuthorityType.GROUP) {
            throw new UnsupportedOperationException(
                    "Authorities of type " + type + " are not supported by the embedded repository");
        }
        String name = PermissionService.GROUP_PREFIX + shortName;
        if (authorityExists(name)) {
            throw new AlfrescoRuntimeException("The authority exists already: " + name);
        }
        Map<QName, Serializable> properties = new HashMap<>();
        properties.put(ContentModel.PROP_AUTHORITY_NAME, name);
        properties.put(ContentModel.PROP_AUTHORITY_DISPLAY_NAME, shortName);
        NodeRef node = nodeService
                .createNode(
                        folders.system(AUTHORITIES),
                        ContentModel.ASSOC_CHILDREN,
                        QName.createQName(NamespaceService.CONTENT_MODEL_1_0_URI, name),
                        ContentModel.TYPE_AUTHORITY_CONTAINER,
                        properties)
                .getChildRef();
        register(name, true, node);
        return name;
    }

    /** Notes which node an authority is. */
    void register(String name, boolean group, NodeRef node) {
        jdbc.update(
                "INSERT INTO ins_authority (name_key, name, is_group, node_uuid) VALUES (?, ?, ?, ?)",
                key(name),
                name,
                group,
                node.getId());
    }

    @Override
    public void addAuthority(String parentName, String childName) {
        require(parentName);
        require(childName);
        if (parentName.equals(childName) || containing(parentName).contains(childName)) {
            throw new AlfrescoRuntimeException("A group may not hold itself: " + parentName);
        }
        Integer there = jdbc.queryForObject(
                "SELECT COUNT(*) FROM ins_group_member WHERE group_key = ? AND member_key = ?",
                Integer.class,
                key(parentName),
                key(childName));
        if (there == 0) {
            jdbc.update(
                    "INSERT INTO ins_group_member (group_key, member_key) VALUES (?, ?)",
                    key(parentName),
                    key(childName));
        }
        changed();
    }

    @Override
    public void removeAuthority(String parentName, String childName) {
        require(parentName);
        jdbc.update(
                "DELETE FROM ins_group_member WHERE group_key = ? AND member_key = ?", key(parentName), key(childName));
        changed();
    }

    @Override
    public void deleteAuthority(String name) {
        NodeRef node = node(name).orElseThrow(() -> unknown(name));
        unregister(name);
        nodeService.deleteNode(node);
    }

    /** Forgets an authority and its memberships. */
    void unregister(String name) {
        jdbc.update("DELETE FROM ins_group_member WHERE group_key = ? OR member_key = ?", key(name), key(name));
        jdbc.update("DELETE FROM ins_authority WHERE name_key = ?", key(name));
        changed();
    }

    private static void changed() {
        TxContext.current().forget(AuthorityServiceImpl.class);
    }

    @Override
    public Set<String> getContainedAuthorities(AuthorityType type, String name, boolean immediate) {
        require(name);
        String sql = "SELECT member_key FROM ins_group_member WHERE group_key = ?";
        Set<String> keys = new LinkedHashSet<>();
        if (immediate) {
            keys.addAll(jdbc.queryForList(sql, String.class, key(name)));
        } else {
            collect(sql, key(name), keys);
        }
        Set<String> result = new TreeSet<>();
        for (String each : keys) {
            boolean group = each.startsWith(PermissionService.GROUP_PREFIX);
            if (type == null || group == (type == AuthorityType.GROUP)) {
                result.add(group ? each : realName(each));
            }
        }
        return result;
    }

    @Override
    public Set<String> getAllAuthorities(AuthorityType type) {
        String sql = "SELECT name FROM ins_authority WHERE is_group = ?";
        return new TreeSet<>(jdbc.queryForList(sql, String.class, type == AuthorityType.GROUP));
    }

    private String realName(String key) {
        return jdbc.queryForObject("SELECT name FROM ins_authority WHERE name_key = ?", String.class, key);
    }

    @Override
    public boolean authorityExists(String name) {
        return node(name).isPresent();
    }

    /** The node of a user or group. */
    public Optional<NodeRef> node(String authorityName) {
        return jdbc
                .queryForList(
                        "SELECT node_uuid FROM ins_authority WHERE name_key = ?", String.class, key(authorityName))
                .stream()
                .findFirst()
                .map(each -> new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, each));
    }

    /** The user or group that a node is. */
    public Optional<String> name(NodeRef node) {
        return jdbc
                .queryForList("SELECT name FROM ins_authority WHERE node_uuid = ?", String.class, node.getId())
                .stream()
                .findFirst();
    }

    private void require(String name) {
        if (!authorityExists(name)) {
            throw unknown(name);
        }
    }

    private static AlfrescoRuntimeException unknown(String name) {
        return new AlfrescoRuntimeException("An authority was not found for " + name);
    }

    /** User names are the same in any case, group names are not. */
    static String key(String name) {
        return name.startsWith(PermissionService.GROUP_PREFIX) ? name : name.toLowerCase(Locale.ROOT);
    }
}
