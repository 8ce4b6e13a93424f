package org.insats.routine;

import java.util.List;
import java.util.Optional;

/** The routine profiles in force: the door of this room (bean {@code insats.routineService}). */
public interface RoutineService {

    /** A profile by id, such as {@code motala-srv}. */
    Optional<RoutineProfile> profile(String id);

    /** All profiles, in order of id. */
    List<RoutineProfile> profiles();
}
