package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The two sides disagree on the ending (END-09).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the ending
 * @param date when
 */
public record EndingDisputed(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
