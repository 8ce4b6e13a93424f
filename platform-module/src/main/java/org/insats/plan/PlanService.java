package org.insats.plan;

import java.time.LocalDate;
import org.insats.casefile.Document;

/** The door to implementation plans (bean {@code insats.planService}), inside the service person's scope. */
public interface PlanService {

    /**
     * The signed copy of a plan came back: the plan is SIGNED and the task that waits for it ends (PLN-27, DOC-IMP-15).
     * Once signed, a second copy changes nothing.
     *
     * @param planId node id of the plan
     * @param date when it came back
     * @throws org.insats.platform.RuleViolation {@code INS-STATE} (409) where the plan is neither established nor out for
     *     signature
     */
    Document signedCopyReceived(String planId, LocalDate date);

    /**
     * Whether a document is a plan whose goals the home words and whose list of signatures is not complete, so that a signed copy
     * alone does not make it hold (PLN-27, BR-56).
     */
    boolean lacksSignatures(Document document);
}
