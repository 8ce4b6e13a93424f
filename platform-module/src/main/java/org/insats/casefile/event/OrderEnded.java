package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An order was withdrawn or declined (ORD-58, ORD-59).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param how {@code WITHDRAWN} or {@code DECLINED}
 * @param date when
 */
public record OrderEnded(NodeRef caseFile, NodeRef intervention, NodeRef document, String how, LocalDate date)
        implements InterventionEvent {}
