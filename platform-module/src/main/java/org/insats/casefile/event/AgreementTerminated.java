package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The agreement with the contractor was terminated (DL-49).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the agreement, in the contractor's file
 * @param date when
 */
public record AgreementTerminated(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
