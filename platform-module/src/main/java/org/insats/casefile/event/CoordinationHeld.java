package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The joint planning and coordination meeting was held (TMP-31).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the coordination
 * @param date when
 */
public record CoordinationHeld(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
