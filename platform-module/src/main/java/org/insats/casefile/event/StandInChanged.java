package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A stand-in for an absence begins or ends; told for each intervention of the case.
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document null: no document tells of it
 * @param date from when
 */
public record StandInChanged(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
