package org.insats.followup;

import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;

/** The door to follow-ups (bean {@code insats.followUpService}), inside the service person's scope. */
public interface FollowUpService {

    /** All follow-ups of an intervention that are not marked erroneous. */
    List<Document> of(NodeRef intervention);

    /** The latest documented follow-up of an intervention that shows its goals reached (END-03, BR-92). */
    Optional<Document> showingGoalsMet(NodeRef intervention);

    /** The follow-up that is planned or booked and not yet held, if there is one. */
    Optional<Document> next(NodeRef intervention);

    /** What the latest documented follow-up found of needs, where its case worker had to choose a level (REV-07). */
    Optional<NeedsFound> needsFound(NodeRef intervention);

    /** Whether the intervention has a follow-up besides {@code followUpId} that was not cancelled. */
    boolean hasAnother(NodeRef intervention, String followUpId);
}
