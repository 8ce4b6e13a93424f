package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * It was chosen what comes of a decision whose order was declined (ORD-74).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the declined order or referral
 * @param date when
 */
public record ChoiceMade(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
