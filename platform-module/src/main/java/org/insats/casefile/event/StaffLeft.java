package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * Somebody on the case no longer has their role in its unit; what they answered for waits in the queue of the unit. Told for each
 * intervention of the case.
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document null: no document tells of it
 * @param date from when
 */
public record StaffLeft(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
