package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A resource allocation was closed by its to-date (END-25).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the resource allocation
 * @param date from when, or to when
 */
public record ResourceClosed(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
