package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The nearest supervisors of both sides joined the discussion of a disputed ending (BR-97).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the ending
 * @param date when
 */
public record DisputeSettled(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
