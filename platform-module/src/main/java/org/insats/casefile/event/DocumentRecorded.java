package org.insats.casefile.event;

import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A document became the record: sent, decided, established or signed.
 *
 * @param caseFile the case
 * @param document the document
 * @param kind id of its kind
 * @param event value of RecordEvent
 */
public record DocumentRecorded(NodeRef caseFile, NodeRef document, String kind, String event) {}
