package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The contractor that was investigated for an intervention was not approved, or the investigation was given up; the search
 * goes on (INV-23).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the investigation, in the contractor's file
 * @param contractor id of the contractor in the register
 * @param date when
 */
public record ContractorTurnedDown(
        NodeRef caseFile, NodeRef intervention, NodeRef document, String contractor, LocalDate date)
        implements InterventionEvent {}
