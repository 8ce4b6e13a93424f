package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The client is placed while the intervention runs (TMP-30, DL-56).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the coordination
 * @param date when
 */
public record PlacementDecided(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
