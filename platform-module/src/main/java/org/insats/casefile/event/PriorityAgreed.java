package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The lead social worker agreed with the performing side on the priority of a temporary intervention (TMP-03).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the temporary intervention
 * @param date when
 */
public record PriorityAgreed(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
