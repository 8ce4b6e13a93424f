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
 * @param followUp the follow-up in which the end was decided, where there is one
 * @param concernAssessed whether the assessment of concern is recorded, with its reasons
 * @param consentAssessed whether it was assessed, with date and conclusion, if the child can have the intervention without the
 *     parents' consent
 * @param childOverAge whether the client has reached the age of END-10
 * @param discussed whether the performer's judgement that it does not work was discussed with the case worker
 * @param plannedTogether whether the ending was planned with treatment lead and family
 * @param disputed whether the two sides disagreed
 * @param supervisorsOfBothSides whether the nearest supervisors of both sides took part in the discussion
 */
record EndFacts(
        String kind,
        String reason,
        LocalDate endDate,
        Optional<LocalDate> startDate,
        Optional<LocalDate> grantTo,
        boolean goalsShownMet,
        Optional<DecidedFollowUp> followUp,
        boolean concernAssessed,
        boolean consentAssessed,
        boolean childOverAge,
        boolean discussed,
        boolean plannedTogether,
        boolean disputed,
        boolean supervisorsOfBothSides) {}
