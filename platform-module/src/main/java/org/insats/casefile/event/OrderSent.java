package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An order was sent (ORD-42).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date when
 */
public record OrderSent(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
