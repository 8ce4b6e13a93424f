package org.insats.casefile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;

/**
 * A case file as it stood when it was read.
 *
 * @param node the folder
 * @param caseNumber its number, for example {@code 2026-000123}
 * @param properties all properties by name
 */
public record CaseFile(NodeRef node, String caseNumber, Map<QName, Serializable> properties) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Id of its routine profile, for example {@code motala-srv}. */
    public String profile() {
        return text(CaseModel.PROFILE).orElse("");
    }

    /** Version of the profile that the case is fixed to; empty until its first record (BR-112). */
    public String profileVersion() {
        return text(CaseModel.PROFILE_VERSION).orElse("");
    }

    /** Short code of the social office unit, for example {@code SOC}. */
    public String unit() {
        return text(CaseModel.UNIT).orElse("");
    }

    /** User name of the responsible case worker. */
    public String responsibleCaseWorker() {
        return text(CaseModel.RESPONSIBLE_CASE_WORKER).orElse("");
    }

    /** Whether the one who was responsible has left the unit, and nobody has taken over. */
    public boolean isVacant() {
        return properties.get(CaseModel.RESPONSIBLE_LEFT) != null;
    }

    /** Who fills the absence of somebody today. */
    public Optional<String> standInFor(String userName) {
        return text(CaseModel.STAND_INS)
                .map(CaseFile::parse)
                .map(standIns -> standIns.path(userName).asText())
                .filter(name -> !name.isEmpty());
    }

    private static JsonNode parse(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Stand-ins are no JSON", e);
        }
    }

    /** Whether only named people may read it. */
    public boolean isProtected() {
        return Boolean.TRUE.equals(properties.get(CaseModel.PROTECTED_CASE));
    }

    /** A text that is not blank. */
    public Optional<String> text(QName property) {
        Serializable value = properties.get(property);
        return value == null || value.toString().isBlank() ? Optional.empty() : Optional.of(value.toString());
    }
}
