package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Something was noted on an order or notice that deadlines depend on: urgency, direct contact, first contact, a changed need, its
 * form (DL-03, DL-04, DL-05, DL-48).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the document
 * @param date when it happened
 */
public record OrderNoted(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
