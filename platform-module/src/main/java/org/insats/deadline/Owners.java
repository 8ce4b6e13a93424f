package org.insats.deadline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.routine.Role;

/** Who a role of the routine is in one case: a person where the case names one, else the group of the right unit. */
final class Owners {

    private static final Set<Role> PERFORMERS = EnumSet.of(
            Role.UNIT_MANAGER,
            Role.LEAD_TREATMENT_SECRETARY,
            Role.TREATMENT_LEAD,
            Role.THERAPIST,
            Role.FAMILY_THERAPIST,
            Role.TREATMENT_GROUP,
            Role.IOF_SECRETARY,
            Role.PLACEMENT_WORKER,
            Role.PLACEMENT_SECTION_MANAGER,
            Role.RESOURCE_AND_PLACEMENT_GROUP);
    /** The one to whom the order was allocated. */
    private static final Set<Role> ALLOCATED =
            EnumSet.of(Role.TREATMENT_LEAD, Role.THERAPIST, Role.FAMILY_THERAPIST, Role.PLACEMENT_WORKER);
    /** Outside the municipality, or of no unit. */
    private static final Set<Role> WITHOUT_ACCOUNT =
            EnumSet.of(Role.CONTRACTOR, Role.RESIDENTIAL_CARE_HOME, Role.PROFILE_OWNER);

    private static final Set<Role> CASE_WORKERS =
            EnumSet.of(Role.CASE_WORKER, Role.INVESTIGATING_CASE_WORKER, Role.FOLLOW_UP_CASE_WORKER);
    /** Where a unit has no such group yet, somebody must still see the task. */
    private static final String LAST_RESORT = "GROUP_ALFRESCO_ADMINISTRATORS";

    private final AuthorityService authorities;

    Owners(AuthorityService authorities) {
        this.authorities = authorities;
    }

    /** The owner of a task that {@code roles} answer for: the first of them decides if it is a person. */
    Owner of(List<Role> roles, CaseFile caseFile, Intervention intervention) {
        Optional<String> person = roles.stream().findFirst().flatMap(role -> person(role, caseFile, intervention));
        if (person.isPresent()) {
            return new Owner(person, List.of());
        }
        Set<String> groups = new LinkedHashSet<>();
        roles.forEach(role -> groups.addAll(groups(role, caseFile, intervention)));
        return new Owner(Optional.empty(), groups.isEmpty() ? List.of(LAST_RESORT) : List.copyOf(groups));
    }

    /** The person or the groups of a role; nobody where there is none. */
    Owner existing(Role role, CaseFile caseFile, Intervention intervention) {
        Optional<String> person = person(role, caseFile, intervention);
        return new Owner(person, person.isPresent() ? List.of() : groups(role, caseFile, intervention));
    }

    /** Whether people of the role log in here. */
    static boolean hasAccount(Role role) {
        return !WITHOUT_ACCOUNT.contains(role);
    }

    /** Whether a task may be shared with this authority. */
    static boolean mayAnswer(String authority) {
        return authority.startsWith("GROUP_INSATS_") || authority.equals(LAST_RESORT);
    }

    /** Existing groups of a role in the case's unit, or the performing unit for a role of that side. */
    List<String> groups(Role role, CaseFile caseFile, Intervention intervention) {
        String unit = unit(List.of(role), caseFile, intervention);
        List<String> names = new ArrayList<>();
        names.add("GROUP_INSATS_" + role + "_" + unit);
        if (role == Role.UNIT_MANAGER) {
            // The two act alternately for the performer (TERM-72).
            names.add("GROUP_INSATS_" + Role.LEAD_TREATMENT_SECRETARY + "_" + unit);
        }
        if (role == Role.RESOURCE_AND_PLACEMENT_GROUP) {
            // What the group agreed on at its meeting is registered by whoever manages it (ORD-50, PRF-50).
            names.add("GROUP_INSATS_" + Role.PLACEMENT_SECTION_MANAGER + "_" + unit);
            names.add("GROUP_INSATS_" + Role.UNIT_MANAGER + "_" + unit);
        }
        if (role == Role.FAMILY_THERAPIST || role == Role.TREATMENT_GROUP) {
            names.add("GROUP_INSATS_" + Role.THERAPIST + "_" + unit);
        }
        if (role == Role.TREATMENT_GROUP) {
            // The secretary registers what the group agreed on (ORD-51).
            names.add("GROUP_INSATS_" + Role.IOF_SECRETARY + "_" + unit);
        }
        return names.stream().filter(authorities::authorityExists).toList();
    }

    /** The unit that answers: the performing one for its roles, else the case's. */
    static String unit(List<Role> roles, CaseFile caseFile, Intervention intervention) {
        boolean performers =
                roles.stream().findFirst().filter(PERFORMERS::contains).isPresent();
        return performers ? intervention.text(CaseModel.PERFORMER_UNIT).orElse(caseFile.unit()) : caseFile.unit();
    }

    private static Optional<String> person(Role role, CaseFile caseFile, Intervention intervention) {
        Optional<String> named = Optional.empty();
        if (CASE_WORKERS.contains(role)) {
            // Who left answers for nothing: it waits in the queue of the unit until somebody takes over.
            named = caseFile.isVacant() ? named : caseFile.text(CaseModel.RESPONSIBLE_CASE_WORKER);
        } else if (ALLOCATED.contains(role)) {
            named = intervention.text(CaseModel.TREATMENT_LEAD);
        }
        return named.map(userName -> caseFile.standInFor(userName).orElse(userName));
    }
}
