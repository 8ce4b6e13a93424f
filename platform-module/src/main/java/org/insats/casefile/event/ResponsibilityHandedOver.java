package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Another case worker became responsible for the case (BR-110); told for each of its interventions.
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document null: no document tells of it
 * @param date from when
 */
public record ResponsibilityHandedOver(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
