package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * It was decided that the intervention goes on (END-09, END-11).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the ending
 * @param date when
 */
public record EndingWithdrawn(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
