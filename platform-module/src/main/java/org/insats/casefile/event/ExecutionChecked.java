package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The execution check was made (ORD-48).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date when
 */
public record ExecutionChecked(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
