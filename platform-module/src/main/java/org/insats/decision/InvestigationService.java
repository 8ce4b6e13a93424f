package org.insats.decision;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;

/** The door to investigations of the client (bean {@code insats.investigationService}), inside the service person's scope. */
public interface InvestigationService {

    /** Investigations of a case that are opened and not closed, the oldest first; none that is marked erroneous. */
    List<Document> open(NodeRef caseFile);
}
