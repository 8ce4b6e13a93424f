package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A complaint on the contractor of an intervention came in, was passed on, judged or handled (DL-27, DL-53).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the complaint, in the contractor's file
 * @param date when
 */
public record ComplaintMoved(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
