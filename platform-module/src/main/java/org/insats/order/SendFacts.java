package org.insats.order;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the guards of a send look at (ORD-42).
 *
 * @param temporary whether it is an order for a temporary intervention, whose ordinary checks do not block (TMP-05)
 * @param assignmentExists whether an assignment goes with the order
 * @param communicated whether the assignment was communicated with the family (CON-01)
 * @param consented whether consent to its content is complete (CON-02)
 * @param consentBlocks whether the order waits for that consent, or only warns (PRF-61)
 * @param decisionExists whether a decision grants the intervention
 * @param grantFrom first day of the grant
 * @param grantTo last day of the grant, inclusive
 * @param birthDate the client's date of birth
 * @param ageThrough the last age, in whole years, that the service covers; empty where the profile has no limit
 */
record SendFacts(
        boolean temporary,
        boolean assignmentExists,
        boolean communicated,
        boolean consented,
        boolean consentBlocks,
        boolean decisionExists,
        Optional<LocalDate> grantFrom,
        Optional<LocalDate> grantTo,
        Optional<LocalDate> birthDate,
        Optional<Integer> ageThrough) {}
