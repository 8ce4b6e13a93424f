package org.insats.routine;

/**
 * A usable routine profile with the text it was read from.
 *
 * @param profile the profile
 * @param text its JSON
 */
public record StoredProfile(RoutineProfile profile, String text) {}
