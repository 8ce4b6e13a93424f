package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A contact with the family was put down, though its journal note is not established yet (DL-59).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the note
 * @param date day of the contact
 */
public record FamilyContactWritten(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
