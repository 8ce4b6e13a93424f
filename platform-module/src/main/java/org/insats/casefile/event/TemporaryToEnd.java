package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The investigation of a temporary intervention was closed: it ends or is converted (TMP-06, DL-41).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the temporary intervention
 * @param date when
 */
public record TemporaryToEnd(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
