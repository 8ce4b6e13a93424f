package org.insats.deadline;

import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;

/** The door to live deadlines (bean {@code insats.deadlineService}). */
public interface DeadlineService {

    /**
     * Brings the deadlines of an intervention in line with its facts as they now are: new ones, new dates with the old in
     * the history, met, cancelled and superseded ones (DLC-11..14). Ends the workflows of acts that are settled.
     */
    void recompute(NodeRef intervention);

    /** All deadlines of an intervention, open and closed, in order of due date. */
    List<LiveDeadline> of(NodeRef intervention);
}
