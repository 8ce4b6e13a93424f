package org.insats.resource;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;

/** The door to resource allocations (bean {@code insats.resourceService}), inside the service person's scope. */
public interface ResourceService {

    /** All allocations of an intervention that are not marked erroneous, the oldest first. */
    List<Document> of(NodeRef intervention);

    /** Those that are allocated and not closed; they keep the intervention from being closed (BR-90). */
    List<Document> open(NodeRef intervention);

    /** The last day of the allocations that are closed, if any is. */
    Optional<LocalDate> lastEnd(NodeRef intervention);

    /**
     * Allocates a resource to an intervention that runs, with what is known of it: the contractor or else the performing unit,
     * until the end of the grant (STA-36, STA-45).
     *
     * @throws org.insats.platform.RuleViolation where the allocation would be refused as an act
     */
    Document allocate(NodeRef intervention, LocalDate from, String userName);

    /** Gives every open allocation a new preliminary to-date (EXT-06, DL-45). */
    void prolong(NodeRef intervention, LocalDate preliminaryTo);
}
