package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An investigation was opened while the intervention runs: a position is asked for (BR-114, DL-55).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the coordination
 * @param date when
 */
public record PositionAsked(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
