package org.insats.match;

import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;

/** The door to matches (bean {@code insats.matchService}), for other rooms, inside the service person's scope. */
public interface MatchService {

    /** The match of an intervention that everybody has agreed on; empty before that, and after it fell. */
    Optional<Document> agreed(NodeRef intervention);

    /** The consent records behind a match, as the JSON text of a field that lists them. */
    String consents(Document match);

    /** Id, in the register, of the contractor that is agreed on; empty where the routine has no register. */
    Optional<String> registerEntry(NodeRef intervention);

    /**
     * Person id of the agreed contractor, once the placement worker has registered them as a resource (BR-38); empty before
     * that.
     */
    Optional<String> registeredContractor(NodeRef intervention);
}
