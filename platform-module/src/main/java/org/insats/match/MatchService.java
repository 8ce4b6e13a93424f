package org.insats.match;

import java.time.LocalDate;
import java.util.List;
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

    /** Ids, in the register, of all contractors that were ever proposed for an intervention. */
    List<String> registerEntries(NodeRef intervention);

    /** Keeps with the match that the agreement was drawn up, or what is written in its place. */
    void noteAgreement(NodeRef intervention, LocalDate date);

    /**
     * Person id of the agreed contractor, once the placement worker has registered them as a resource (BR-38); empty before
     * that.
     */
    Optional<String> registeredContractor(NodeRef intervention);
}
