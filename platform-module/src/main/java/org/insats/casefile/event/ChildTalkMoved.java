package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A talk with the child was offered, answered, found unsuitable or held (FUP-20..23).
 *
 * @param caseFile the case
 * @param intervention the intervention
 * @param document the record of the talk
 * @param date when
 */
public record ChildTalkMoved(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
