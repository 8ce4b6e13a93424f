package org.insats.setup;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.insats.platform.LawDate;
import org.insats.platform.SettingCheck;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;

/** Whether there are routine profiles in force, whose review is not due (DL-46) and in which nothing is left to choose. */
public final class ProfileCheck implements SettingCheck {

    private final RoutineService routines;
    private final Clock clock;

    /** Reads {@code routines}. */
    public ProfileCheck(RoutineService routines, Clock clock) {
        this.routines = routines;
        this.clock = clock;
    }

    @Override
    public List<Finding> findings() {
        List<RoutineProfile> profiles = routines.profiles();
        if (profiles.isEmpty()) {
            return List.of(Finding.of(Level.PROBLEM, "PROFILES-NONE"));
        }
        LocalDate today = LawDate.today(clock);
        List<Finding> findings = new ArrayList<>();
        findings.add(Finding.of(Level.OK, "PROFILES-OK", ids(profiles, profile -> true)));
        note(findings, "PROFILES-REVIEW", ids(profiles, profile -> profile.reviewBy()
                .filter(today::isAfter)
                .isPresent()));
        note(findings, "PROFILES-CHOOSE", ids(profiles, profile -> !profile.toChoose()
                .isEmpty()));
        return findings;
    }

    private static void note(List<Finding> findings, String id, String profiles) {
        if (!profiles.isEmpty()) {
            findings.add(Finding.of(Level.NOTE, id, profiles));
        }
    }

    private static String ids(List<RoutineProfile> profiles, Predicate<RoutineProfile> wanted) {
        return profiles.stream().filter(wanted).map(RoutineProfile::id).collect(Collectors.joining(", "));
    }
}
