package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A temporary intervention goes on by an ordinary decision (TMP-06).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the temporary intervention
 * @param date when
 */
public record TemporaryConverted(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
