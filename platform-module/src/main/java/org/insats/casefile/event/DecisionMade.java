package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A decision granted the intervention for a period (BR-05).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param grantFrom first day of the grant
 * @param grantTo last day of the grant, inclusive
 */
public record DecisionMade(
        NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate grantFrom, LocalDate grantTo)
        implements InterventionEvent {}
