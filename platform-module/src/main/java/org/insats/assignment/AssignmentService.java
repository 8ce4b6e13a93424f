package org.insats.assignment;

import java.time.LocalDate;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;

/** The door to assignments (bean {@code insats.assignmentService}), for other rooms, inside the service person's scope. */
public interface AssignmentService {

    /**
     * Refuses unless the assignment is communicated and consented to (BR-06, CON-01, CON-02).
     *
     * @throws org.insats.platform.RuleViolation {@code INS-CON-01} or {@code INS-CON-02}
     */
    void requireConsented(NodeRef assignment);

    /**
     * The assignment of a temporary intervention was sent by post: it becomes ISSUED and the record, with the day and the channel
     * (TMP-04, PLN-09); one that is out already stays as it is.
     */
    Document issueByPost(NodeRef assignment, LocalDate date);

    /** The assignment goes to the performing side with an order: it becomes ISSUED and the record. */
    Document issue(NodeRef assignment, LocalDate date);
}
