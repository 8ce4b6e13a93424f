package org.insats.embedded.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessTest {
    private static Core core;
    private static NodeRef folder;
    private static NodeRef node;

    @BeforeAll
    static void start(@TempDir Path dir) {
        core = new Core(dir);
        for (String each : new String[] {"anna", "bo", "cia"}) {
            core.person(each);
        }
        folder = core.admin(() -> {
            NodeRef made = core.make(ContentModel.TYPE_FOLDER, Map.of());
            core.permissions.setInheritParentPermissions(made, false);
            core.permissions.setPermission(made, "anna", "Consumer", true);
            core.permissions.setPermission(made, "GROUP_outer", "Collaborator", true);
            return made;
        });
        node = core.admin(() -> core.make(folder, Core.THING, Map.of()));
        core.admin(() -> {
            AuthorityService groups = core.bean("AuthorityService", AuthorityService.class);
            groups.createAuthority(AuthorityType.GROUP, "outer");
            groups.createAuthority(AuthorityType.GROUP, "inner");
            groups.addAuthority("GROUP_outer", "GROUP_inner");
            groups.addAuthority("GROUP_inner", "bo");
            return null;
        });
    }

    @AfterAll
    static void stop() {
        core.close();
    }

    private static boolean may(String user, String permission) {
        return core.as(user, () -> core.permissions.hasPermission(node, permission) == AccessStatus.ALLOWED);
    }

    @Test
    void consumerReadsAndDoesNotWrite() {
        assertThat(may("anna", "Read")).isTrue();
        assertThat(may("anna", "Write")).isFalse();
        core.as("anna", () -> core.publicNodes.getProperties(node));
        assertThatThrownBy(() -> core.as("anna", () -> {
                    core.publicNodes.setProperty(node, Core.t("wanted"), "x");
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void memberOfANestedGroupHasItsRights() {
        assertThat(may("bo", "Write")).isTrue();
        assertThat(may("bo", "CreateChildren")).isTrue();
        assertThat(may("bo", "Delete")).isFalse();
    }

    @Test
    void strangerSeesNothing() {
        assertThatThrownBy(() -> core.as("cia", () -> core.publicNodes.getProperties(node)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(core.<Boolean>as("cia", () -> core.publicNodes.getChildAssocs(core.home()).stream()
                        .anyMatch(each -> each.getChildRef().equals(folder))))
                .isFalse();
    }

    @Test
    void creatorOwnsWhatTheyMadeUntilAnotherOwnerIsSet() {
        NodeRef own = core.as("bo", () -> core.publicNodes
                .createNode(folder, ContentModel.ASSOC_CONTAINS, Core.t("own"), Core.THING)
                .getChildRef());
        assertThat(core.<AccessStatus>as("bo", () -> core.permissions.hasPermission(own, "Delete")))
                .isEqualTo(AccessStatus.ALLOWED);
        core.admin(() -> {
            core.nodes.setProperty(own, ContentModel.PROP_OWNER, "admin");
            return null;
        });
        assertThat(core.<AccessStatus>as("bo", () -> core.permissions.hasPermission(own, "Delete")))
                .isEqualTo(AccessStatus.DENIED);
    }

    @Test
    void takingOwnershipNeedsItsOwnRight() {
        assertThatThrownBy(() -> core.as("bo", () -> {
                    core.publicNodes.setProperty(node, ContentModel.PROP_OWNER, "bo");
                    return null;
                }))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void denialBeatsAllowance() {
        NodeRef other = core.admin(() -> core.make(folder, Core.THING, Map.of()));
        core.admin(() -> {
            core.permissions.setPermission(other, "bo", "Read", false);
            return null;
        });
        assertThat(core.<AccessStatus>as("bo", () -> core.permissions.hasPermission(other, "Read")))
                .isEqualTo(AccessStatus.DENIED);
    }

    @Test
    void onlyAdministratorsMakePeople() {
        assertThatThrownBy(() -> core.as("anna", () -> core.people.createPerson(Map.of())))
                .isInstanceOf(AccessDeniedException.class);
    }
}
