package org.insats.routine;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One routine as data; immutable. A case keeps the profile and version it began with (BR-112).
 *
 * @param id such as {@code motala-srv}
 * @param code short code of the processes, {@code P0}..{@code P4} for the shipped ones
 * @param version version of the profile, changed with every change of it
 * @param source source code of the routine, such as {@code [001]}
 * @param titles name by language ({@code sv}, {@code en})
 * @param validity from when to when the routine itself holds
 * @param reviewBy by when the routine document is to be reviewed (DL-46)
 * @param services services it covers
 * @param settings PRF settings by id
 * @param dayCounts how days are counted
 * @param weeklyMeeting meeting where allocation is done, if the unit has set it
 * @param localDays days off that only this municipality has
 * @param deadlines rows of the deadline table
 */
public record RoutineProfile(
        String id,
        String code,
        String version,
        String source,
        Map<String, String> titles,
        Validity validity,
        Optional<LocalDate> reviewBy,
        List<Service> services,
        Map<String, Setting> settings,
        DayCounts dayCounts,
        Optional<WeeklyMeeting> weeklyMeeting,
        List<LocalDay> localDays,
        List<DeadlineSetting> deadlines) {

    private static final List<String> TO_CHOOSE = List.of("PRF-65");

    /** Copies the collections. */
    public RoutineProfile {
        titles = Map.copyOf(titles);
        services = List.copyOf(services);
        settings = Map.copyOf(settings);
        localDays = List.copyOf(localDays);
        deadlines = List.copyOf(deadlines);
    }

    /** The profile as it holds on a day: a setting that is not valid yet, or no longer, is silent (6.3). */
    public RoutineProfile on(LocalDate day) {
        if (settings.values().stream().allMatch(setting -> setting.validity().covers(day))) {
            return this;
        }
        Map<String, Setting> valid = settings.values().stream()
                .filter(setting -> setting.validity().covers(day))
                .collect(Collectors.toMap(Setting::id, setting -> setting));
        return new RoutineProfile(
                id,
                code,
                version,
                source,
                titles,
                validity,
                reviewBy,
                services,
                valid,
                dayCounts,
                weeklyMeeting,
                localDays,
                deadlines);
    }

    /** A PRF setting, if the profile has it. */
    public Optional<Setting> setting(String settingId) {
        return Optional.ofNullable(settings.get(settingId));
    }

    /** Ids of the settings that a municipality has to choose when it puts the routine to use, and has not (PRF-65). */
    public List<String> toChoose() {
        return TO_CHOOSE.stream()
                .filter(id -> setting(id).flatMap(Setting::value).isEmpty())
                .toList();
    }

    /**
     * A service by its code ({@code OC}) or its type ({@code OPEN_CARE}); the first where several codes share a type.
     *
     * @return empty when the profile does not cover it
     */
    public Optional<Service> service(String codeOrType) {
        return services.stream()
                .filter(service -> service.code().equals(codeOrType))
                .findFirst()
                .or(() -> services.stream()
                        .filter(service -> service.type().equals(codeOrType))
                        .findFirst());
    }

    /** When a unit holds its meeting (PRF-64): its own day where it has set one, else that of the profile. */
    public Optional<WeeklyMeeting> meetingOf(String unit) {
        return setting("PRF-64")
                .flatMap(setting -> setting.entry("units"))
                .filter(Map.class::isInstance)
                .map(units -> ((Map<?, ?>) units).get(unit))
                .filter(Map.class::isInstance)
                .map(own -> WeeklyMeeting.of((Map<?, ?>) own))
                .or(() -> weeklyMeeting);
    }

    /** The row of a rule (with part, as {@link DeadlineSetting#name()}) for a service on a day, if the profile has one. */
    public Optional<DeadlineSetting> deadline(String name, String serviceCode, LocalDate day) {
        return deadlines.stream()
                .filter(row -> row.name().equals(name) && row.appliesTo(serviceCode, day))
                .findFirst();
    }
}
