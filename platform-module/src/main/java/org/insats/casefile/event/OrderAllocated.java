package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An order was allocated.
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param userName to whom
 * @param date when
 */
public record OrderAllocated(NodeRef caseFile, NodeRef intervention, NodeRef document, String userName, LocalDate date)
        implements InterventionEvent {}
