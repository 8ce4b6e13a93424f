package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A follow-up was held (DL-15).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date when
 */
public record FollowUpHeld(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
