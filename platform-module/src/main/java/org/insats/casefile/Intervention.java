package org.insats.casefile;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.platform.LawDate;

/**
 * An intervention as it stood when it was read.
 *
 * @param node the folder
 * @param caseFile the case it lies in
 * @param properties all properties by name
 */
public record Intervention(NodeRef node, NodeRef caseFile, Map<QName, Serializable> properties) {

    /** Its state. */
    public InterventionState state() {
        return text(CaseModel.INTERVENTION_STATE)
                .map(InterventionState::valueOf)
                .orElse(InterventionState.PLANNED);
    }

    /** Number of the case. */
    public String caseNumber() {
        return text(CaseModel.CASE_NUMBER).orElse("");
    }

    /** The service, a value of {@code ServiceType}. */
    public String service() {
        return text(CaseModel.SERVICE).orElse("");
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
}
