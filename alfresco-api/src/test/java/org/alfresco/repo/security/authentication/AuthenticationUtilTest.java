package org.alfresco.repo.security.authentication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthenticationUtilTest {

    @AfterEach
    void forget() {
        AuthenticationUtil.clearCurrentSecurityContext();
    }

    private static String users() {
        return AuthenticationUtil.getFullyAuthenticatedUser() + "/" + AuthenticationUtil.getRunAsUser();
    }

    @Test
    void runAsSetsBothUsersWhereNobodyIsAuthenticated() {
        assertThat(AuthenticationUtil.runAs(AuthenticationUtilTest::users, "anna"))
                .isEqualTo("anna/anna");
        assertThat(users()).isEqualTo("null/null");
    }

    @Test
    void runAsKeepsTheFullyAuthenticatedUser() {
        String inside = AuthenticationUtil.runAs(
                () -> AuthenticationUtil.runAs(AuthenticationUtilTest::users, "bo") + " " + users(), "anna");
        assertThat(inside).isEqualTo("anna/bo anna/anna");
    }

    @Test
    void pushClearRunAsPopActsWhollyAsAnother() {
        String inside = AuthenticationUtil.runAs(
                () -> {
                    AuthenticationUtil.pushAuthentication();
                    try {
                        AuthenticationUtil.clearCurrentSecurityContext();
                        return AuthenticationUtil.runAs(AuthenticationUtilTest::users, "service");
                    } finally {
                        AuthenticationUtil.popAuthentication();
                        assertThat(users()).isEqualTo("anna/anna");
                    }
                },
                "anna");
        assertThat(inside).isEqualTo("service/service");
    }

    @Test
    void systemIsKnown() {
        assertThat(AuthenticationUtil.runAsSystem(AuthenticationUtil::isRunAsUserTheSystemUser))
                .isTrue();
        assertThat(AuthenticationUtil.isRunAsUserTheSystemUser()).isFalse();
    }

    @Test
    void runtimeExceptionsPassAndOthersAreWrapped() {
        assertThatThrownBy(() -> AuthenticationUtil.runAs(
                        () -> {
                            throw new IllegalStateException("as it is");
                        },
                        "anna"))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> AuthenticationUtil.runAs(
                        () -> {
                            throw new IOException("wrapped");
                        },
                        "anna"))
                .hasCauseInstanceOf(IOException.class);
        assertThat(users()).isEqualTo("null/null");
    }
}
