package org.insats.setup;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.AuthorityType;
import org.insats.casefile.Role;
import org.insats.platform.ServicePerson;

/** The units that there are groups for, and how many people have each role in them (bean {@code insats.units}). */
public final class Units {

    private static final Pattern GROUP = Pattern.compile("GROUP_INSATS_("
            + Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining("|"))
            + ")_([A-Za-z0-9]+)");

    private final AuthorityService authorities;
    private final ServicePerson servicePerson;

    /** Reads {@code authorities}. */
    public Units(AuthorityService authorities, ServicePerson servicePerson) {
        this.authorities = authorities;
        this.servicePerson = servicePerson;
    }

    /** Numbers of people by role, by code of the unit; a role is there where it has a group. */
    public Map<String, Map<Role, Integer>> all() {
        return servicePerson.elevated(() -> {
            Map<String, Map<Role, Integer>> units = new TreeMap<>();
            for (String group : authorities.getAllAuthorities(AuthorityType.GROUP)) {
                Matcher matcher = GROUP.matcher(group);
                if (matcher.matches()) {
                    units.computeIfAbsent(matcher.group(2), unit -> new TreeMap<>())
                            .put(Role.valueOf(matcher.group(1)), members(group));
                }
            }
            return units;
        });
    }

    /** How many people are in a group, directly or through groups in it. */
    int members(String group) {
        return servicePerson.elevated(() -> authorities.authorityExists(group)
                ? authorities
                        .getContainedAuthorities(AuthorityType.USER, group, false)
                        .size()
                : 0);
    }
}
