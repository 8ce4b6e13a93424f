package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A position was taken on whether the intervention goes on (TMP-20..23).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the coordination
 * @param date when
 */
public record PositionTaken(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
