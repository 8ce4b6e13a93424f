package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The placement worker was in contact with the contractor of an intervention (DL-58).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the entry of the contact log, in the contractor's file
 * @param date when
 */
public record ContractorContacted(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
