package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An order took the place of a notice, and keeps its allocation and match (ORD-62).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the order
 * @param notice the notice
 * @param date when
 */
public record NoticeSuperseded(NodeRef caseFile, NodeRef intervention, NodeRef document, NodeRef notice, LocalDate date)
        implements InterventionEvent {}
