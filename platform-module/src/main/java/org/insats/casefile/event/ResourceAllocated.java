package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A resource was allocated to the intervention (STA-36, STA-45).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the resource allocation
 * @param date from when, or to when
 */
public record ResourceAllocated(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
