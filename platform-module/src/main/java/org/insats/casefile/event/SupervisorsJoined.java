package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The nearest supervisors of both sides have joined the discussion of a disputed ending, whose outcome is not settled yet (END-09).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the ending
 * @param date when
 */
public record SupervisorsJoined(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
