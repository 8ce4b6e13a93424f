package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A follow-up meeting was booked, or moved (FUP-11).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the follow-up
 * @param date the day it is booked for
 */
public record FollowUpBooked(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
