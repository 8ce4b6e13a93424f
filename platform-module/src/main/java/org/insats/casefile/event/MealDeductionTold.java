package org.insats.casefile.event;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * The family or the investigation secretary was told of the meal deduction (STA-06, DL-51).
 *
 * @param caseFile the client's case
 * @param intervention the intervention
 * @param document the record
 * @param date when
 */
public record MealDeductionTold(NodeRef caseFile, NodeRef intervention, NodeRef document, LocalDate date)
        implements InterventionEvent {}
