package org.insats.order;

import java.time.LocalDate;
import java.util.Optional;
import org.insats.casefile.CaseFile;
import org.insats.casefile.Intervention;
import org.insats.routine.DeadlineSetting;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;

/** The last age that a service covers, from the case's routine profile (DL-40, BR-21). */
public final class AgeLimit {

    private static final String RULE = "DL-40";

    private final RoutineService routines;

    /** Reads profiles from {@code routines}. */
    public AgeLimit(RoutineService routines) {
        this.routines = routines;
    }

    /** The last age in whole years; empty where the profile has no limit for the service on {@code day}. */
    public Optional<Integer> of(CaseFile caseFile, Intervention intervention, LocalDate day) {
        return routines.profile(caseFile.profile(), caseFile.profileVersion())
                .flatMap(profile -> profile.service(intervention.service())
                        .map(Service::code)
                        .flatMap(code -> profile.deadline(RULE, code, day)))
                .flatMap(DeadlineSetting::ageThrough);
    }
}
