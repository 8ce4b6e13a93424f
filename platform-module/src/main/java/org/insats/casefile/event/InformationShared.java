package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Information of weight came to one of the sides, or was told to the other (FUP-07, DL-60).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the coordination on which it is kept
 * @param date when
 */
public record InformationShared(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
