package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The need of a temporary intervention was discussed with the lead social worker (TMP-02).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the temporary intervention
 * @param date when
 */
public record TemporaryNeedDiscussed(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
