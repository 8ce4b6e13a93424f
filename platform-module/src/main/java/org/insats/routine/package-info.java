/**
 * Routine profiles: one municipality's written routine as data. Which services it covers, which deadlines it sets, how long they
 * are, how strong, and where that is said; never in code. Plain Java and Jackson; {@link org.insats.routine.RoutineService} is
 * the door.
 */
package org.insats.routine;
