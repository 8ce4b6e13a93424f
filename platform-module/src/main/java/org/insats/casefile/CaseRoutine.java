package org.insats.casefile;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.insats.routine.RoutineProfile;
import org.insats.routine.Setting;

/**
 * The routine that a case runs by, as it applies to one service. What differs between routines is asked here by setting and
 * is data of the profile; code never asks which routine it is.
 *
 * @param profile the profile; empty where it is not known, and then every setting is silent
 * @param service code of the service in the profile, for example {@code OC}; empty where the profile does not cover it
 */
public record CaseRoutine(Optional<RoutineProfile> profile, String service) {

    /** A setting by id, for example {@code PRF-31}. */
    public Optional<Setting> setting(String id) {
        return profile.flatMap(known -> known.setting(id));
    }

    /** Whether a switch is on; a setting that is silent is off. */
    public boolean isOn(String id) {
        return setting(id).map(Setting::flag).orElse(false);
    }

    /** Whether the value is this text, or a list that holds it. */
    public boolean says(String id, String text) {
        return texts(id).contains(text);
    }

    /** Whether an order is what the performing side is asked with (PRF-03). */
    public boolean isOrdered() {
        return texts("PRF-03").stream().anyMatch(form -> form.startsWith("ORDER") || form.startsWith("SHORT_ACCOUNT"));
    }

    /**
     * The texts of a setting for the service: of a map whose keys are service codes (several with commas between), the entry of
     * the service; else the list, or the single text, as it is.
     */
    public List<String> texts(String id) {
        return setting(id)
                .flatMap(Setting::value)
                .map(this::ofService)
                .map(CaseRoutine::list)
                .orElse(List.of());
    }

    /** The texts of one entry of a setting that is a map, for example {@code author} of PRF-16; by service where it differs. */
    public List<String> texts(String id, String entry) {
        return setting(id)
                .flatMap(known -> known.entry(entry))
                .map(this::ofService)
                .map(CaseRoutine::list)
                .orElse(List.of());
    }

    /** One entry of a setting that is a map, as it is for the service. */
    public Optional<Object> entryOfService(String id, String entry) {
        return entry(id, entry).map(this::ofService);
    }

    /** One entry of a setting that is a map. */
    public Optional<Object> entry(String id, String entry) {
        return setting(id).flatMap(known -> known.entry(entry));
    }

    /** Whether the side that carries out may decline: as the routine says, else unless the municipality has it otherwise (PRF-09, PRF-51). */
    public boolean mayBeDeclined() {
        return setting("PRF-09").flatMap(Setting::value).isPresent()
                || entry("PRF-51", "allowed").filter(Boolean.FALSE::equals).isEmpty();
    }

    /** Whether the routine has a deadline for the service, by rule, for example {@code DL-33}. */
    public boolean hasDeadline(String rule) {
        return profile.stream()
                .flatMap(known -> known.deadlines().stream())
                .anyMatch(row -> row.rule().equals(rule) && row.services().contains(service));
    }

    /** Whether {@code role} is one of those that a setting names; the performer goes by several names in the routines. */
    public static boolean isOneOf(List<String> names, Role role) {
        return names.stream().anyMatch(name -> switch (name) {
            case "CASE_WORKER", "INVESTIGATING_CASE_WORKER", "FOLLOW_UP_CASE_WORKER" -> role.isCaseWorker();
            case "PERFORMER", "TREATMENT_LEAD", "THERAPIST", "FAMILY_THERAPIST", "RESIDENTIAL_CARE_HOME" -> role
                            == Role.TREATMENT_LEAD
                    || role == Role.THERAPIST;
            default -> role.name().equals(name);
        });
    }

    private Object ofService(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> Arrays.asList(
                                    String.valueOf(entry.getKey()).split(","))
                            .contains(service))
                    .map(entry -> (Object) entry.getValue())
                    .findFirst()
                    .orElse(List.of());
        }
        return value;
    }

    private static List<String> list(Object value) {
        if (value instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        return value instanceof String text ? List.of(text) : List.of();
    }
}
