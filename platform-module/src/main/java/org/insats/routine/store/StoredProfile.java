package org.insats.routine.store;

import org.insats.routine.RoutineProfile;

/**
 * A usable routine profile with the text it was read from.
 *
 * @param profile the profile
 * @param text its JSON
 */
public record StoredProfile(RoutineProfile profile, String text) {}
