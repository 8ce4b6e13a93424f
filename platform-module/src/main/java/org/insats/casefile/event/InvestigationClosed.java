package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An investigation of the client was closed (DOC-IVG-07, DL-41).
 *
 * @param caseFile the case
 * @param intervention the intervention it concerns; null where it concerns none
 * @param document the investigation
 * @param date when
 */
public record InvestigationClosed(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
