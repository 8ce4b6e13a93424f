package org.insats.casefile;

import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * A document to create.
 *
 * @param kind id of the kind
 * @param caseFile the case
 * @param intervention the intervention it concerns; must be stated where the kind lies in the intervention's folder
 * @param fields what to fill in
 */
public record NewDocument(
        String kind, NodeRef caseFile, Optional<NodeRef> intervention, Map<QName, Serializable> fields) {}
