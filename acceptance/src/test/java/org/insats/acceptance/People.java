package org.insats.acceptance;

import java.util.Map;

/** Invented staff for a test, called otherwise than anybody in a case (see {@link Traces}), in groups of the test's own unit so that tests do not see each other's tasks. */
public final class People {

    /** The password of everybody made here. */
    public static final String PASSWORD = "Prov-losen-1!";

    private static final String V1 = "/api/-default-/public/alfresco/versions/1";

    private final Api admin;

    /** Makes people through an administrator. */
    public People(Api admin) {
        this.admin = admin;
    }

    /** Makes a user (or takes the one that is there) and puts them in a role's group of a unit. */
    public String inRole(String userName, String role, String unit) {
        return inGroup(userName, "INSATS_" + role + "_" + unit);
    }

    /** Makes a user and puts them in a group, named without {@code GROUP_}. */
    public String inGroup(String userName, String group) {
        create(userName);
        join(userName, group);
        return userName;
    }

    /** Makes a user without any role. */
    public String create(String userName) {
        int status = admin.post(
                        V1 + "/people",
                        Map.of(
                                "id",
                                userName,
                                "firstName",
                                "Test",
                                "lastName",
                                "Anställd",
                                "email",
                                userName + "@example.invalid",
                                "password",
                                PASSWORD))
                .status();
        if (status != 201 && status != 409) {
            throw new AssertionError("Cannot make a user: status " + status);
        }
        return userName;
    }

    private void join(String userName, String group) {
        Api.Answer made = admin.post(V1 + "/groups", Map.of("id", group, "displayName", group));
        if (made.status() != 201 && made.status() != 409) {
            throw new AssertionError("Cannot make a group: " + made.status() + " " + made.text());
        }
        Api.Answer member =
                admin.post(V1 + "/groups/GROUP_" + group + "/members", Map.of("id", userName, "memberType", "PERSON"));
        if (member.status() != 201 && member.status() != 409) {
            throw new AssertionError("Cannot join a group: " + member.status() + " " + member.text());
        }
    }
}
