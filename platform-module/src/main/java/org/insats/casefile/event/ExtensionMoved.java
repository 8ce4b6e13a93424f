package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A step was taken towards extending an intervention, or not (EXT-02..08).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the extension
 * @param date when
 */
public record ExtensionMoved(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
