package org.insats.closing;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the guards of the case worker's ending look at.
 *
 * @param kind value of EndingKind
 * @param reason value of EndingReason
 * @param endDate last day of the intervention
 * @param startDate its first day
 * @param grantTo last day of the grant
 * @param goalsShownMet whether a documented follow-up shows the goals reached
 * @param concernAssessed whether the assessment of concern is recorded, with its reasons
 * @param consentAssessed whether it was assessed if the child can have the intervention without the parents' consent
 * @param childOverAge whether the client has reached the age of END-10
 * @param disputed whether the two sides disagree
 * @param supervisors how many supervisors took part in the discussion
 */
record EndFacts(
        String kind,
        String reason,
        LocalDate endDate,
        Optional<LocalDate> startDate,
        Optional<LocalDate> grantTo,
        boolean goalsShownMet,
        boolean concernAssessed,
        boolean consentAssessed,
        boolean childOverAge,
        boolean disputed,
        int supervisors) {}
