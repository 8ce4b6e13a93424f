package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A meeting was held (requirements 4.4).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the meeting record
 * @param date when it was held
 * @param meetingType what meeting it was, a value of DOC-ENUM-13
 */
public record MeetingHeld(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date, String meetingType)
        implements InterventionEvent {}
