package org.insats.routine;

/**
 * How a profile counts days (PRF-63); all in working days.
 *
 * @param rollPolicy what becomes of a due date nobody works on
 * @param promptly length of "promptly" ("skyndsamt")
 * @param atOnce length of "at once" ("omgående")
 * @param reminder how long before the work-by date a reminder goes out; periods of at most so many working days remind at the trigger
 * @param escalation how long after the first overdue day it is escalated
 */
public record DayCounts(RollPolicy rollPolicy, Span promptly, Span atOnce, int reminder, int escalation) {}
