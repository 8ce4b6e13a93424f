package org.insats.setup;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insats.casefile.Role;
import org.insats.platform.SettingCheck;

/** Whether there are units whose people can open cases and manage them, and somebody for the records. */
public final class GroupCheck implements SettingCheck {

    private static final List<String> RECORDS = List.of("GROUP_INSATS_REGISTRAR", "GROUP_INSATS_ARCHIVIST");

    private final Units units;

    /** Reads {@code units}. */
    public GroupCheck(Units units) {
        this.units = units;
    }

    @Override
    public List<Finding> findings() {
        Map<String, Map<Role, Integer>> all = units.all();
        List<String> offices = all.keySet().stream()
                .filter(unit -> people(all.get(unit), Role.CASE_WORKER) > 0)
                .toList();
        List<Finding> findings = new ArrayList<>();
        findings.add(
                offices.isEmpty()
                        ? Finding.of(Level.PROBLEM, "GROUPS-NONE")
                        : Finding.of(Level.OK, "GROUPS-OK", String.join(", ", offices)));
        List<String> alone = offices.stream()
                .filter(unit -> people(all.get(unit), Role.LEAD_SOCIAL_WORKER) == 0
                        || people(all.get(unit), Role.UNIT_MANAGER) == 0)
                .toList();
        if (!alone.isEmpty()) {
            findings.add(Finding.of(Level.NOTE, "GROUPS-LEAD", String.join(", ", alone)));
        }
        RECORDS.stream()
                .filter(group -> units.members(group) == 0)
                .forEach(group -> findings.add(Finding.of(Level.NOTE, "GROUPS-RECORDS", group)));
        return findings;
    }

    private static int people(Map<Role, Integer> roles, Role role) {
        return roles.getOrDefault(role, 0);
    }
}
