package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * An agreement with the contractor was drawn up, or an enrolment notice written (STA-03, STA-13).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the agreement or notice
 * @param date when
 */
public record AgreementDrawnUp(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
