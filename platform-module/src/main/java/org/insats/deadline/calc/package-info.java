/**
 * Deadline arithmetic: from a routine profile and the dated facts of one intervention to its deadlines on a given day. Pure: no
 * clock, no storage, no platform.
 *
 * <p>Use: {@code new DeadlineCalculator(holidays).compute(profile, service, facts, today)} gives a
 * {@link org.insats.deadline.calc.DeadlinePlan}: each rule's own {@link org.insats.deadline.calc.ComputedDeadline} (DL-01..62), open
 * and closed, and the warnings. Recomputing is calling again with the facts as they now are; nothing is carried from call to call.
 */
package org.insats.deadline.calc;
