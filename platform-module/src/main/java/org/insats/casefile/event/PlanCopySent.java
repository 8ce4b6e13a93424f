package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A copy of an implementation plan was sent (PLN-33).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the plan
 * @param date when
 */
public record PlanCopySent(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
