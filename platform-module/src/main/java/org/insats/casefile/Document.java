package org.insats.casefile;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/**
 * A case document as it stood when it was read.
 *
 * @param node the node
 * @param kind its kind
 * @param caseFile the case it lies in
 * @param intervention the intervention it concerns, where there is one
 * @param properties all properties by name
 */
public record Document(
        NodeRef node,
        DocumentKind kind,
        NodeRef caseFile,
        Optional<NodeRef> intervention,
        Map<QName, Serializable> properties) {

    /** Node id, as in the HTTP API. */
    public String id() {
        return node.getId();
    }

    /** Value of {@code ins:status}. */
    public String status() {
        return text(CaseModel.STATUS).orElseGet(kind::initialStatus);
    }

    /** Number of the case. */
    public String caseNumber() {
        return text(CaseModel.CASE_NUMBER).orElse("");
    }

    /** A text that is not blank. */
    public Optional<String> text(QName property) {
        Serializable value = properties.get(property);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }

    /** A date of law. */
    public Optional<LocalDate> date(QName property) {
        return LawDate.fromStored(properties.get(property));
    }

    /** A point in time. */
    public Optional<Instant> instant(QName property) {
        return properties.get(property) instanceof Date date ? Optional.of(date.toInstant()) : Optional.empty();
    }

    /** Whether a yes/no field says yes. */
    public boolean isTrue(QName property) {
        return Boolean.TRUE.equals(properties.get(property));
    }

    /** Whether a field holds anything: a text that is not blank, a JSON list or object that is not empty, any other value. */
    public boolean isFilled(QName property) {
        Serializable value = properties.get(property);
        if (value instanceof String text) {
            String stripped = text.strip();
            return !stripped.isEmpty() && !"[]".equals(stripped) && !"{}".equals(stripped);
        }
        return value != null;
    }

    /**
     * The intervention it concerns.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-DOC-FUP-02} where none is stated
     */
    public NodeRef requireIntervention() {
        return intervention.orElseThrow(
                () -> Refusal.rule("DOC-FUP-02").onField("interventionId").violation());
    }
}
