package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.security.PermissionService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who may do what: stock roles, the owner, inheritance, and where rights are checked. */
@Tag("rights")
class RightsContract extends InFolder {

    private static final String COLLABORATOR = "Collaborator";

    private String anna;
    private String bo;

    @BeforeEach
    void makePeople() {
        anna = repo.person("contract.anna");
        bo = repo.person("contract.bo");
    }

    private void grant(NodeRef node, String authority, String role) {
        repo.adminDo(() -> repo.permissions.setPermission(node, authority, role, true));
    }

    private boolean may(String user, NodeRef node, String permission) {
        return repo.as(user, () -> repo.permissions.hasPermission(node, permission)) == AccessStatus.ALLOWED;
    }

    private NodeRef madeBy(String user) {
        return repo.as(user, () -> repo.create(folder, Ct.ITEM, Map.of(Ct.TEXT, "by " + user)));
    }

    @Test
    void nobodyButAdministratorsMayWithoutAnEntry() {
        assertThat(may(anna, folder, PermissionService.READ)).isFalse();
        assertThat(may(AuthenticationUtil.getAdminUserName(), folder, PermissionService.DELETE))
                .isTrue();
        assertThat(may(AuthenticationUtil.SYSTEM_USER_NAME, folder, PermissionService.DELETE))
                .isTrue();
    }

    @Test
    void creatorKeepsFullControlWhenTakenOffTheFolder() {
        grant(folder, anna, PermissionService.CONTRIBUTOR);
        NodeRef node = madeBy(anna);
        repo.adminDo(() -> repo.permissions.clearPermission(folder, anna));
        assertThat(may(anna, folder, PermissionService.READ)).isFalse();
        assertThat(may(anna, node, PermissionService.READ)).isTrue();
        assertThat(may(anna, node, PermissionService.WRITE)).isTrue();
        assertThat(may(anna, node, PermissionService.DELETE)).isTrue();
        assertThat(may(anna, node, PermissionService.CHANGE_PERMISSIONS)).isTrue();
    }

    @Test
    void ownerPropertyTakesTheCreatorsRightsAway() {
        grant(folder, anna, PermissionService.CONTRIBUTOR);
        NodeRef node = madeBy(anna);
        repo.adminDo(() -> repo.nodes.setProperty(node, ContentModel.PROP_OWNER, bo));
        assertThat(repo.admin(() -> repo.nodes.hasAspect(node, ContentModel.ASPECT_OWNABLE)))
                .isTrue();
        assertThat(may(anna, node, PermissionService.READ)).isTrue();
        assertThat(may(anna, node, PermissionService.WRITE)).isFalse();
        assertThat(may(anna, node, PermissionService.DELETE)).isFalse();
        assertThat(may(bo, node, PermissionService.DELETE)).isTrue();
        repo.adminDo(() -> repo.permissions.clearPermission(folder, anna));
        assertThat(may(anna, node, PermissionService.READ)).isFalse();
    }

    @Test
    void consumerReadsOnly() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.CONSUMER);
        assertThat(may(anna, node, PermissionService.READ)).isTrue();
        assertThat(may(anna, node, PermissionService.READ_PERMISSIONS)).isFalse();
        assertThat(may(anna, node, PermissionService.WRITE)).isFalse();
        assertThat(may(anna, folder, PermissionService.CREATE_CHILDREN)).isFalse();
    }

    @Test
    void contributorAddsButDoesNotWriteWhatOthersMade() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.CONTRIBUTOR);
        assertThat(may(anna, folder, PermissionService.CREATE_CHILDREN)).isTrue();
        assertThat(may(anna, node, PermissionService.READ)).isTrue();
        assertThat(may(anna, node, PermissionService.WRITE)).isFalse();
    }

    @Test
    void editorWritesButNeitherAddsNorDeletes() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.EDITOR);
        assertThat(may(anna, node, PermissionService.WRITE)).isTrue();
        assertThat(may(anna, folder, PermissionService.CREATE_CHILDREN)).isFalse();
        assertThat(may(anna, node, PermissionService.DELETE)).isFalse();
    }

    @Test
    void collaboratorAddsAndWritesButDoesNotDeleteNorGrant() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, COLLABORATOR);
        assertThat(may(anna, node, PermissionService.WRITE)).isTrue();
        assertThat(may(anna, folder, PermissionService.CREATE_CHILDREN)).isTrue();
        assertThat(may(anna, node, PermissionService.DELETE)).isFalse();
        assertThat(may(anna, node, PermissionService.DELETE_NODE)).isFalse();
        assertThat(may(anna, node, PermissionService.CHANGE_PERMISSIONS)).isFalse();
        assertThat(may(anna, node, PermissionService.TAKE_OWNERSHIP)).isFalse();
    }

    @Test
    void coordinatorDoesAll() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.COORDINATOR);
        assertThat(may(anna, node, PermissionService.DELETE)).isTrue();
        assertThat(may(anna, node, PermissionService.CHANGE_PERMISSIONS)).isTrue();
    }

    @Test
    void readWithoutTheRightIsRefusedByThePublicBeanOnly() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "secret"));
        assertThatThrownBy(() -> repo.as(anna, () -> repo.nodes.getProperty(node, Ct.TEXT)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.as(anna, () -> repo.nodes.getProperties(node)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.as(anna, () -> repo.nodes.getChildAssocs(folder)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(repo.as(anna, () -> repo.rawNodes.getProperty(node, Ct.TEXT)))
                .isEqualTo("secret");
    }

    @Test
    void writeWithoutTheRightIsRefused() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.CONSUMER);
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.nodes.setProperty(node, Ct.TEXT, "x")))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.as(anna, () -> repo.create(folder, Ct.ITEM, Map.of())))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.nodes.addAspect(node, Ct.MARKED, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.asDo(
                        anna, () -> repo.permissions.setPermission(node, anna, PermissionService.EDITOR, true)))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void deletingNeedsTheRightToDelete() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, COLLABORATOR);
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.nodes.deleteNode(node)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(repo.admin(() -> repo.nodes.exists(node))).isTrue();
    }

    @Test
    void movingOutNeedsTheRightToDelete() {
        NodeRef node = make(Ct.ITEM, Map.of());
        NodeRef elsewhere = repo.privateFolder();
        grant(folder, anna, COLLABORATOR);
        grant(elsewhere, anna, COLLABORATOR);
        assertThatThrownBy(() -> repo.asDo(
                        anna, () -> repo.nodes.moveNode(node, elsewhere, ContentModel.ASSOC_CONTAINS, Ct.cm("moved"))))
                .isInstanceOf(AccessDeniedException.class);
        repo.delete(elsewhere);
    }

    @Test
    void childrenThatMayNotBeReadAreLeftOff() {
        NodeRef open = make(Ct.ITEM, Map.of());
        NodeRef closed = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.CONSUMER);
        repo.adminDo(() -> repo.permissions.setInheritParentPermissions(closed, false));
        assertThat(repo.as(anna, () -> repo.nodes.getChildAssocs(folder)))
                .extracting(ChildAssociationRef::getChildRef)
                .containsExactly(open);
        assertThat(repo.admin(() -> repo.nodes.getChildAssocs(folder))).hasSize(2);
    }

    @Test
    void directEntryReadsBelowAParentThatMayNotBeRead() {
        NodeRef node = make(Ct.ITEM, Map.of(Ct.TEXT, "mine"));
        grant(node, anna, PermissionService.CONSUMER);
        assertThat(repo.as(anna, () -> repo.nodes.getProperty(node, Ct.TEXT))).isEqualTo("mine");
        assertThat(may(anna, folder, PermissionService.READ)).isFalse();
    }

    @Test
    void inheritanceIsOnAtFirstAndCutsAllButDirectEntries() {
        NodeRef node = make(Ct.ITEM, Map.of());
        grant(folder, anna, PermissionService.CONSUMER);
        grant(node, bo, PermissionService.CONSUMER);
        assertThat(repo.admin(() -> repo.permissions.getInheritParentPermissions(node)))
                .isTrue();
        assertThat(may(anna, node, PermissionService.READ)).isTrue();
        repo.adminDo(() -> repo.permissions.setInheritParentPermissions(node, false));
        assertThat(may(anna, node, PermissionService.READ)).isFalse();
        assertThat(may(bo, node, PermissionService.READ)).isTrue();
    }

    @Test
    void entriesActThroughGroupsWithinGroups() {
        String inner = Repo.unique("ctInner");
        String outer = Repo.unique("ctOuter");
        repo.adminDo(() -> {
            repo.authorities.createAuthority(AuthorityType.GROUP, inner);
            repo.authorities.createAuthority(AuthorityType.GROUP, outer);
            repo.authorities.addAuthority("GROUP_" + outer, "GROUP_" + inner);
            repo.authorities.addAuthority("GROUP_" + inner, anna);
        });
        grant(folder, "GROUP_" + outer, PermissionService.CONSUMER);
        assertThat(may(anna, folder, PermissionService.READ)).isTrue();
        repo.adminDo(() -> repo.authorities.removeAuthority("GROUP_" + inner, anna));
        assertThat(may(anna, folder, PermissionService.READ)).isFalse();
        repo.adminDo(() -> {
            repo.authorities.deleteAuthority("GROUP_" + inner);
            repo.authorities.deleteAuthority("GROUP_" + outer);
        });
    }

    @Test
    void everyoneIsAGroupOfAll() {
        grant(folder, PermissionService.ALL_AUTHORITIES, PermissionService.CONSUMER);
        assertThat(may(anna, folder, PermissionService.READ)).isTrue();
    }

    @Test
    void entryGoesOneByOneOrAllOfAnAuthority() {
        grant(folder, anna, PermissionService.CONSUMER);
        grant(folder, anna, PermissionService.EDITOR);
        repo.adminDo(() -> repo.permissions.deletePermission(folder, anna, PermissionService.EDITOR));
        assertThat(may(anna, folder, PermissionService.READ)).isTrue();
        assertThat(may(anna, folder, PermissionService.WRITE)).isFalse();
        repo.adminDo(() -> repo.permissions.deletePermissions(folder));
        assertThat(may(anna, folder, PermissionService.READ)).isFalse();
    }

    @Test
    void runAsBringsTheOtherUsersRightsAndTheirNameAsModifier() {
        NodeRef node = make(Ct.ITEM, Map.of());
        repo.asDo(
                anna,
                () -> AuthenticationUtil.runAs(
                        () -> {
                            repo.nodes.setProperty(node, Ct.TEXT, "for another");
                            return null;
                        },
                        AuthenticationUtil.getAdminUserName()));
        assertThat(read(node, Ct.TEXT)).isEqualTo("for another");
        assertThat(read(node, ContentModel.PROP_MODIFIER)).isEqualTo(anna);
    }

    @Test
    void contentIsGuardedAsTheNodeIs() {
        NodeRef document = make(Ct.DOCUMENT, Map.of());
        repo.adminDo(() -> repo.contents
                .getWriter(document, ContentModel.PROP_CONTENT, true)
                .putContent("secret"));
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.contents.getReader(document, ContentModel.PROP_CONTENT)))
                .isInstanceOf(AccessDeniedException.class);
        grant(document, anna, PermissionService.CONSUMER);
        assertThat(repo.as(anna, () -> repo.contents
                        .getReader(document, ContentModel.PROP_CONTENT)
                        .getContentString()))
                .isEqualTo("secret");
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.contents
                        .getWriter(document, ContentModel.PROP_CONTENT, true)
                        .putContent("x")))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void readerMayDeleteAnOlderVersionButNotTheOneTheNodeStandsAt() {
        NodeRef document = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DOCUMENT, Map.of());
            repo.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, null);
            return made;
        });
        repo.adminDo(() -> repo.versions.createVersion(document, null));
        assertThatThrownBy(() -> repo.as(anna, () -> repo.versions.getCurrentVersion(document)))
                .isInstanceOf(AccessDeniedException.class);
        grant(document, anna, PermissionService.CONSUMER);
        assertThatThrownBy(() -> deleteVersion(document, "1.1")).isInstanceOf(AccessDeniedException.class);
        deleteVersion(document, "1.0");
        assertThat(repo.admin(() -> repo.versions
                        .getVersionHistory(document)
                        .getAllVersions()
                        .size()))
                .isEqualTo(1);
    }

    private void deleteVersion(NodeRef document, String label) {
        repo.asDo(
                anna,
                () -> repo.versions.deleteVersion(
                        document, repo.versions.getVersionHistory(document).getVersion(label)));
    }

    @Test
    void readerNeitherCutsNorRevertsVersions() {
        NodeRef document = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DOCUMENT, Map.of());
            repo.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, null);
            return made;
        });
        grant(document, anna, PermissionService.CONSUMER);
        assertThatThrownBy(() -> repo.as(anna, () -> repo.versions.createVersion(document, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.asDo(
                        anna, () -> repo.versions.revert(document, repo.versions.getCurrentVersion(document))))
                .isInstanceOf(AccessDeniedException.class);
    }

    @Test
    void frozenNodeIsAsReadableAsTheLiveOne() {
        NodeRef document = repo.admin(() -> {
            NodeRef made = repo.create(folder, Ct.DOCUMENT, Map.of(Ct.STATE, "frozen"));
            repo.nodes.addAspect(made, ContentModel.ASPECT_VERSIONABLE, null);
            return made;
        });
        NodeRef frozen =
                repo.admin(() -> repo.versions.getCurrentVersion(document).getFrozenStateNodeRef());
        assertThatThrownBy(() -> repo.as(anna, () -> repo.nodes.getProperty(frozen, Ct.STATE)))
                .isInstanceOf(AccessDeniedException.class);
        grant(document, anna, PermissionService.CONSUMER);
        assertThat(repo.as(anna, () -> repo.nodes.getProperty(frozen, Ct.STATE)))
                .isEqualTo("frozen");
    }
}
