package org.insats.casefile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;

/**
 * A person of a case as read. {@link #toString()} says nothing about the person, so that none ends up in a log.
 *
 * @param node the node
 * @param properties all properties by name
 */
public record Person(NodeRef node, Map<QName, Serializable> properties) {

    /** Node id; how documents refer to the person. */
    public String id() {
        return node.getId();
    }

    /** Date of birth, where known. */
    public Optional<LocalDate> birthDate() {
        return LawDate.fromStored(properties.get(CaseModel.BIRTH_DATE));
    }

    /** A text that is not blank. */
    public Optional<String> text(QName property) {
        Serializable value = properties.get(property);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    @Override
    public String toString() {
        return "Person[" + id() + "]";
    }
}
