package org.insats.decision;

import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;

/** The door to investigations of the client (bean {@code insats.investigationService}), inside the service person's scope. */
public interface InvestigationService {

    /** Investigations of a case that are opened and not closed, the oldest first; none that is marked erroneous. */
    List<Document> open(NodeRef caseFile);

    /** The latest investigation of a case, whatever its state; none that is marked erroneous. */
    Optional<Document> latest(NodeRef caseFile);

    /**
     * The latest decision of a case to open an investigation that no other investigation than {@code investigation} rests on
     * (DOC-IVG-02).
     */
    Optional<Document> freeOpeningDecision(Document investigation);
}
