package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An implementation plan was established.
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date when
 */
public record PlanEstablished(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
