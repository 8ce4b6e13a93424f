package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Consent for a subject is complete (CON-39).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document it concerns
 * @param subject value of ConsentSubject
 * @param date day of the answer that completed it
 */
public record ConsentGiven(NodeRef caseFile, NodeRef intervention, NodeRef document, String subject, LocalDate date)
        implements InterventionEvent {}
