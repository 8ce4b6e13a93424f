package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityType;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** People, groups, and who a thread acts for. */
@Tag("people")
class PeopleContract {

    private final Repo repo = new Repo();

    @Test
    void systemHasNoPersonAndTheAdministratorHas() {
        assertThat(repo.admin(() -> repo.people.personExists(AuthenticationUtil.SYSTEM_USER_NAME)))
                .isFalse();
        assertThat((Object) repo.admin(() -> repo.people.getPersonOrNull(AuthenticationUtil.SYSTEM_USER_NAME)))
                .isNull();
        assertThat(repo.admin(() -> repo.people.personExists("admin"))).isTrue();
        assertThat(AuthenticationUtil.getAdminUserName()).isEqualTo("admin");
    }

    @Test
    void personIsMadeAndFound() {
        String anna = repo.person("contract.anna");
        NodeRef person = repo.admin(() -> repo.people.getPerson(anna));
        assertThat(repo.admin(() -> repo.nodes.getType(person))).isEqualTo(ContentModel.TYPE_PERSON);
        assertThat(repo.admin(() -> repo.nodes.getProperty(person, ContentModel.PROP_USERNAME)))
                .isEqualTo(anna);
    }

    @Test
    void personThatIsNotThereIsNone() {
        assertThat((Object) repo.admin(() -> repo.people.getPersonOrNull(Repo.unique("nobody"))))
                .isNull();
    }

    @Test
    void samePersonTwiceIsRefused() {
        String anna = repo.person("contract.anna");
        assertThatThrownBy(() -> repo.admin(() -> repo.people.createPerson(Map.of(ContentModel.PROP_USERNAME, anna))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void groupsHoldPeopleAndGroups() {
        String anna = repo.person("contract.anna");
        String inner = Repo.unique("ctInner");
        String outer = Repo.unique("ctOuter");
        repo.adminDo(() -> {
            assertThat(repo.authorities.createAuthority(AuthorityType.GROUP, inner))
                    .isEqualTo("GROUP_" + inner);
            repo.authorities.createAuthority(AuthorityType.GROUP, outer);
            repo.authorities.addAuthority("GROUP_" + outer, "GROUP_" + inner);
            repo.authorities.addAuthority("GROUP_" + inner, anna);
        });
        assertThat(repo.admin(() -> repo.authorities.authorityExists("GROUP_" + inner)))
                .isTrue();
        assertThat(repo.admin(
                        () -> repo.authorities.getContainedAuthorities(AuthorityType.USER, "GROUP_" + outer, true)))
                .isEmpty();
        assertThat(repo.admin(
                        () -> repo.authorities.getContainedAuthorities(AuthorityType.USER, "GROUP_" + outer, false)))
                .containsExactly(anna);
        assertThat(repo.admin(() -> repo.authorities.getAuthoritiesForUser(anna)))
                .contains("GROUP_" + inner, "GROUP_" + outer, "GROUP_EVERYONE");
        assertThat(repo.as(anna, () -> repo.authorities.getAuthorities()))
                .contains("GROUP_" + inner, "GROUP_" + outer, "GROUP_EVERYONE");
        repo.adminDo(() -> {
            repo.authorities.deleteAuthority("GROUP_" + inner);
            repo.authorities.deleteAuthority("GROUP_" + outer);
        });
        assertThat(repo.admin(() -> repo.authorities.authorityExists("GROUP_" + inner)))
                .isFalse();
    }

    @Test
    void administratorsAreKnown() {
        String anna = repo.person("contract.anna");
        assertThat(repo.admin(() -> repo.authorities.hasAdminAuthority())).isTrue();
        assertThat(repo.as(anna, () -> repo.authorities.hasAdminAuthority())).isFalse();
        assertThat(repo.admin(() -> repo.authorities.getAuthorities()))
                .contains("GROUP_ALFRESCO_ADMINISTRATORS", "ROLE_ADMINISTRATOR");
    }

    @Test
    void systemIsNoAdministrator() {
        assertThat(repo.admin(() -> AuthenticationUtil.runAs(
                        () -> repo.authorities.hasAdminAuthority(), AuthenticationUtil.SYSTEM_USER_NAME)))
                .isFalse();
    }

    @Test
    void runAsChangesWhoseRightsCountAndNotWhoIsAuthenticated() {
        String anna = repo.person("contract.anna");
        String users = repo.onlyAs(
                anna,
                () -> AuthenticationUtil.runAs(
                        () -> AuthenticationUtil.getFullyAuthenticatedUser() + "/" + AuthenticationUtil.getRunAsUser(),
                        "admin"));
        assertThat(users).isEqualTo(anna + "/admin");
    }

    @Test
    void nobodyMayMakePeopleButAdministrators() {
        String anna = repo.person("contract.anna");
        assertThatThrownBy(() -> repo.as(
                        anna,
                        () -> repo.people.createPerson(Map.of(ContentModel.PROP_USERNAME, Repo.unique("contract.")))))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void userMaySeePeopleAndGroupsButNotChangeThem() {
        String anna = repo.person("contract.anna");
        String bo = repo.person("contract.bo");
        String group = Repo.unique("ctGroup");
        repo.adminDo(() -> {
            repo.authorities.createAuthority(AuthorityType.GROUP, group);
            repo.authorities.addAuthority("GROUP_" + group, bo);
        });
        repo.as(anna, () -> {
            assertThat(repo.people.personExists(bo)).isTrue();
            assertThat(repo.nodes.getProperty(repo.people.getPersonOrNull(bo), ContentModel.PROP_FIRSTNAME))
                    .isEqualTo("Test");
            assertThat(repo.authorities.authorityExists("GROUP_" + group)).isTrue();
            assertThat(repo.authorities.getContainedAuthorities(AuthorityType.USER, "GROUP_" + group, true))
                    .containsExactly(bo);
            return null;
        });
        assertThatThrownBy(() -> repo.as(anna, () -> repo.authorities.getAuthoritiesForUser(bo)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.authorities.addAuthority("GROUP_" + group, anna)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.as(
                        anna, () -> repo.authorities.createAuthority(AuthorityType.GROUP, Repo.unique("ctGroup"))))
                .isInstanceOf(AccessDeniedException.class);
        repo.adminDo(() -> repo.authorities.deleteAuthority("GROUP_" + group));
    }
}
