package org.insats.casefile;

import java.io.Serializable;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * A kind of case document. A room adds one by a Spring bean of this type (any id starting with {@code insats.}); nothing
 * else registers it. Everything that all kinds share (numbers, names, owner, versions, stale check, fixed documents,
 * dates, JSON fields) is done by {@code casefile}; the kind says what is its own.
 */
public interface DocumentKind {

    /** Identifier in the HTTP API, the local name of the type, for example {@code order}. */
    String id();

    /** The type, a subtype of {@code ins:caseDocument}. */
    QName type();

    /** Code in the document's name, three capitals, for example {@code BST}. */
    String code();

    /** Where it lies. */
    Placement placement();

    /** The sort of file it is kept in: a client's, or for what is kept with a contractor, theirs (BR-40). */
    default QName fileType() {
        return CaseModel.TYPE_CASE_FILE;
    }

    /** Whether it stays open to who made it, though they may not read the file that it is kept in (CON-116). */
    default boolean openToAuthor() {
        return false;
    }

    /** Status of a new document. */
    default String initialStatus() {
        return "DRAFT";
    }

    /** Statuses in which people may edit its fields; in every other status it is fixed (BR-111). */
    default Set<String> editableStatuses() {
        return Set.of("DRAFT");
    }

    /** Statuses in which the performing side does not see it, though it lies in the intervention's folder (ORD-20). */
    default Set<String> socialOfficeOnly() {
        return Set.of();
    }

    /** Fields that its acts ask for. */
    List<MandatoryField> mandatory();

    /** What people may do with it. */
    List<DocumentAction> actions();

    /** Who may create and edit it. */
    default boolean mayEdit(Set<Role> roles) {
        return roles.stream().anyMatch(Role::isCaseWorker);
    }

    /** As {@link #mayEdit(Set)}, where who may depends on the routine of the case. */
    default boolean mayEdit(NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        return mayEdit(roles);
    }

    /** Who may create one, where others than those who write in it may. */
    default boolean mayCreate(NodeRef caseFile, Optional<NodeRef> intervention, Set<Role> roles) {
        return mayEdit(caseFile, intervention, roles);
    }

    /**
     * Rules between its fields, checked at every write from any door (form, REST, web script, WebDAV). Called with the
     * document as it would stand; throws a {@code RuleViolation} to refuse.
     */
    default void check(Document document) {}

    /** Fields that name other documents of the case; checked at every write that changes them. */
    default List<DocumentReference> references() {
        return List.of();
    }

    /**
     * Called after every write that was let through, from any door, inside the service person's scope: for what others must know
     * of a draft.
     */
    default void written(Document document) {}

    /** The step of the routine that a document belongs to and that its manuals are named by (PRF-66). */
    default Optional<String> step(Document document) {
        return Optional.empty();
    }

    /** Values that a document itself lists for a field, with their texts, for its form. */
    default Map<QName, List<FormGuidance.Choice>> listed(Document document, Locale language) {
        return Map.of();
    }

    /** Fields whose values are codes of the municipality's own system, each with the name of its list (PRF-67). */
    default Map<QName, String> codeFields() {
        return Map.of();
    }

    /**
     * Ids of the rules that the document as it stands departs from without being refused; texts are
     * {@code insats.warning.<id>}. Shown on a draft, and kept on it when it becomes the record. Called inside the service
     * person's scope.
     */
    default List<String> warnings(Document document) {
        return List.of();
    }

    /**
     * Its place in the queue of what the performing unit is to allocate; empty where it does not wait. Asked for at every write,
     * inside the service person's scope.
     */
    default Optional<QueuePlace> queuePlace(Document document) {
        return Optional.empty();
    }

    /**
     * Fields that only the system writes, besides those that every kind has; people's writes to them are refused.
     */
    default Set<QName> systemFields() {
        return Set.of();
    }

    /**
     * Fields to fill in on a new document where the creator left them empty, for example what is carried over from the
     * assignment. Called inside the service person's scope before the first check; the document's node may not be there yet,
     * its file and intervention are.
     */
    default Map<QName, Serializable> defaults(Document document) {
        return Map.of();
    }
}
