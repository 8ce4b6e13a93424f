package org.insats.casefile.event;

import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A draft that was never sent, decided or established was deleted (ORD-59).
 *
 * @param caseFile the case
 * @param document the document, which is there no more when the transaction ends
 * @param kind id of its kind
 */
public record DraftDeleted(NodeRef caseFile, NodeRef document, String kind) {}
