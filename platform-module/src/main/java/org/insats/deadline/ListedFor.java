package org.insats.deadline;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.insats.routine.Role;

/** The values of {@code ins:listedFor}: a user, a unit, or a group by its own name. */
final class ListedFor {

    private static final Pattern UNIT_GROUP = Pattern.compile("GROUP_INSATS_("
            + Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining("|"))
            + ")_([A-Za-z0-9]+)");

    private ListedFor() {}

    static String user(String userName) {
        return "user:" + userName;
    }

    static String unit(String code) {
        return "unit:" + code;
    }

    /** The unit of a role's group; nothing for any other group. */
    static Optional<String> unitOf(String group) {
        Matcher matcher = UNIT_GROUP.matcher(group);
        return matcher.matches() ? Optional.of(matcher.group(2)) : Optional.empty();
    }
}
