package org.insats.routine;

import java.util.List;
import java.util.Optional;

/** The routine profiles in force: the door of this room (bean {@code insats.routineService}). */
public interface RoutineService {

    /** A profile by id, such as {@code motala-srv}, as it is in force today. */
    Optional<RoutineProfile> profile(String id);

    /**
     * A profile in the version that a case was fixed to (BR-112), whatever has been changed since.
     *
     * @param version version as {@link RoutineProfile#version()}; empty, or no longer to be found: the one in force
     */
    Optional<RoutineProfile> profile(String id, String version);

    /** All profiles in force, in order of id. */
    List<RoutineProfile> profiles();
}
