package org.insats.unitmeeting;

import java.time.LocalDate;
import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A meeting of a unit at which orders are allocated; of no case.
 *
 * @param node the node; its content is the minutes once they are written
 * @param unit code of the performing unit
 * @param date its day
 * @param isMinuted whether the minutes are written, and nothing changes any more
 * @param chair who opened it
 * @param present user names of those who were there
 * @param allocations what was allocated at it
 * @param notes what else is minuted; no names of clients
 */
public record UnitMeeting(
        NodeRef node,
        String unit,
        LocalDate date,
        boolean isMinuted,
        String chair,
        List<String> present,
        List<Allocation> allocations,
        String notes) {

    /** Copies. */
    public UnitMeeting {
        present = List.copyOf(present);
        allocations = List.copyOf(allocations);
    }

    /** Id in the HTTP API. */
    public String id() {
        return node.getId();
    }

    /**
     * Something that was allocated at the meeting.
     *
     * @param documentId the order, notice or referral
     * @param caseNumber its case
     * @param kind id of its kind
     * @param userName to whom
     */
    public record Allocation(String documentId, String caseNumber, String kind, String userName) {}
}
