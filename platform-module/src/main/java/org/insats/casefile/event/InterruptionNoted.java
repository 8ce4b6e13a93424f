package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An intervention was interrupted, or the placement worker told of it (END-02, DL-26, DL-49).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the ending
 * @param date when
 */
public record InterruptionNoted(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
