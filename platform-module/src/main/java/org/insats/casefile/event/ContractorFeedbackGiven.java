package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The case worker gave feedback on the contractor after the end (END-29, DL-39).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the feedback, in the contractor's file
 * @param date when
 */
public record ContractorFeedbackGiven(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
