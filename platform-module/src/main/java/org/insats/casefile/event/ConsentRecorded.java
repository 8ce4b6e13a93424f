package org.insats.casefile.event;

import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A person's answer was recorded, through whichever door (CON-26).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the consent record
 * @param concerns the document that the answer is about
 * @param subject value of ConsentSubject
 * @param answer {@code GIVEN}, {@code REFUSED} or {@code WITHDRAWN}
 */
public record ConsentRecorded(
        NodeRef caseFile, NodeRef intervention, NodeRef document, NodeRef concerns, String subject, String answer)
        implements InterventionEvent {}
