package org.insats.contractor;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.Document;
import org.insats.casefile.Person;

/**
 * The door to the register of contractors (bean {@code insats.contractorService}). The upper methods are what a user does and
 * check that the user may; the lower ones are for other rooms, inside the service person's scope.
 */
public interface ContractorService {

    /**
     * Enters a contractor in the register as the current user, who belongs to the placement group of a unit.
     *
     * @param entry {@code {profile, unit, type, name, contactDetails, place, …}} as in the HTTP API
     */
    Contractor register(JsonNode entry);

    /**
     * Changes an entry as the current user.
     *
     * @param version {@link #version} that the change started from
     * @throws org.insats.platform.RuleViolation {@code INS-STALE} (409) when it was changed since
     */
    Contractor change(String id, String version, JsonNode entry);

    /**
     * Reads an entry as the current user.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} (404) where there is none that the user may read
     */
    Contractor read(String id);

    /**
     * Contractors that the current user may read, homes under agreement with the municipality first (BR-30), a page at a
     * time.
     *
     * @param after key of the last one of the page before
     */
    List<Contractor> search(ContractorQuery query, Optional<String> after, int size);

    /** Key of an entry in {@link #search}. */
    String key(Contractor contractor);

    /** What a change of an entry starts from. */
    String version(Contractor contractor);

    // For other rooms, inside the service person's scope.

    /** The contractor with an id, if there is one. */
    Optional<Contractor> find(String id);

    /** The contractor in whose file a node lies. */
    Optional<Contractor> ofNode(NodeRef node);

    /** Name and contact details. */
    Optional<Person> person(Contractor contractor);

    /** Whether it may be matched and contracted (INV-24). */
    Approval approval(Contractor contractor);

    /** Documents of a kind in its file that are not marked erroneous, the oldest first. */
    List<Document> documents(Contractor contractor, String kind);

    /** The interventions that it was agreed on for, the oldest first (DOC-CTR-06). */
    List<NodeRef> interventions(Contractor contractor);

    /** Keeps in its file that it was agreed on for an intervention (DOC-CTR-06). */
    void noteAssignment(Contractor contractor, NodeRef intervention, String caseNumber, LocalDate agreed);

    /** Keeps in its file that it was registered as a resource (DOC-CTR-05). */
    void noteResource(Contractor contractor, LocalDate date, String userName);
}
