package org.insats.casefile.event;

import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A document that was the record was marked erroneous (BR-111); what followed from it may have to be computed anew.
 *
 * @param caseFile the case
 * @param intervention the intervention, or null where the document concerns none
 * @param document the document
 */
public record DocumentMarkedErroneous(NodeRef caseFile, NodeRef intervention, NodeRef document)
        implements InterventionEvent {}
