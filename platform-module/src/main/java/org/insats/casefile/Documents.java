package org.insats.casefile;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * The door to case documents of every kind (bean {@code insats.documents}). The upper methods are what a user does and check
 * that the user may; the lower ones are for the rooms' actions, which run in the service person's scope already.
 */
public interface Documents {

    /**
     * Reads a document as the current user.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-NOT-FOUND} (404) where there is none that the user may read
     */
    Document get(NodeRef node);

    /** As {@link #get(NodeRef)}, by node id. */
    Document get(String id);

    /** The documents of a case that the current user may read, in the order they were made. */
    List<Document> inCase(NodeRef caseFile);

    /**
     * Creates a document as the current user.
     *
     * @param fields by field name as in the HTTP API; unknown names and wrong values are refused
     */
    Document create(String caseNumber, String kind, String interventionId, JsonNode fields);

    /**
     * As {@link #create}, in a file that is not found by case number, for example a contractor's. The caller has checked that
     * the user may know of the file; a kind that stays open to its author may be made by who cannot read the file.
     */
    Document createIn(NodeRef file, String kind, JsonNode fields);

    /**
     * Changes fields as the current user.
     *
     * @param version label of the version the change started from
     * @throws org.insats.platform.RuleViolation {@code INS-STALE} (409) when another version has come since,
     *     {@code INS-BR-111} when the document is fixed
     */
    Document update(String id, String version, JsonNode fields);

    /** Performs an action as the current user; the input may hold the {@code version} it started from. */
    Document act(String id, String action, JsonNode input);

    /** Whether the current user may delete it as a draft. */
    boolean isDeletable(Document document);

    /** The actions the current user may perform now. */
    List<DocumentAction> allowedActions(Document document);

    /**
     * Deletes a draft as the current user, with its versions and past the waste basket (ORD-59).
     *
     * @param version label of the version that the user saw; not checked where empty
     * @throws org.insats.platform.RuleViolation {@code INS-DRAFT-ONLY} (409) when it was ever sent, decided or established,
     *     {@code INS-DRAFT-OTHERS} (403) unless the user made it or is a case worker of the case
     */
    void deleteDraft(String id, Optional<String> version);

    /** Ids of the rules warned of: now, on a draft; when it became the record, on anything else. */
    List<String> warnings(Document document);

    /** Label of the current version, for example {@code 1.2}. */
    String versionLabel(Document document);

    // For the rooms, inside the service person's scope.

    /** Creates a document that the system makes, for example the withdrawal that goes with an order. */
    Document make(NewDocument newDocument);

    /** Writes properties of a document; cuts a version. */
    Document write(Document document, Map<QName, Serializable> changes);

    /**
     * Writes what the system moves on a document that may be fixed, without cutting a version: state after sending, dates
     * of receipt and allocation.
     */
    Document writeQuietly(Document document, Map<QName, Serializable> changes);

    /** Refuses unless every field that {@code act} asks for is filled ({@code INS-<document rule>}, with the field). */
    void requireComplete(Document document, String act);

    /** Names of the fields that {@code act} recommends and that are empty. */
    List<String> recommendedButEmpty(Document document, String act);

    /**
     * Makes the document the record: checks {@link #requireComplete}, writes {@code changes}, status, time and person, and
     * puts the PDF/A snapshot of all fields in as content, in this transaction (BR-111).
     *
     * @param act name of the action, for the mandatory fields
     */
    Document record(Document document, String act, RecordEvent event, String status, Map<QName, Serializable> changes);
}
