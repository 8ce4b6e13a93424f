package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The start-up meeting was held: the intervention is executed (BR-64).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date the execution date
 */
public record InterventionStarted(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
