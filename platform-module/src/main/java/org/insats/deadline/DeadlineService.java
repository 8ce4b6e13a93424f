package org.insats.deadline;

import java.time.LocalDate;
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

    /**
     * Registers an act that no room knows of by itself, on the open deadlines that ask for it, and computes anew.
     *
     * @param actKey the act, as {@link LiveDeadline#actKey()}
     * @param done the day it was done, not the day it is registered (DLC-12)
     * @param userName who registered it
     */
    void register(NodeRef intervention, String actKey, LocalDate done, String userName);
}
