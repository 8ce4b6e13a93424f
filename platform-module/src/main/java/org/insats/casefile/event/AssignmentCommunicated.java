package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The assignment was communicated with the family (CON-01).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date when
 */
public record AssignmentCommunicated(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
