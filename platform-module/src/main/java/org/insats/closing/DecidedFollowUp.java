package org.insats.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.Document;

/**
 * A follow-up whose outcome is that the intervention ends, as far as the ending depends on it.
 *
 * @param documented whether it is documented, not only filled in
 * @param reason the reason that it gives, or an empty text
 * @param riskNow the present risk on the scale, or an empty text
 * @param riskAhead the future risk on the scale, or an empty text
 * @param concernAnswered whether the question of concern for the child is answered, with the reasons
 * @param concern the answer
 * @param newInvestigation whether a new investigation is among its outcomes
 */
record DecidedFollowUp(
        boolean documented,
        String reason,
        String riskNow,
        String riskAhead,
        boolean concernAnswered,
        boolean concern,
        boolean newInvestigation) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Reads {@code followUp}; nothing where its outcome is another. */
    static Optional<DecidedFollowUp> of(Document followUp) {
        List<String> outcomes = new ArrayList<>();
        read(followUp, "outcome").forEach(outcome -> outcomes.add(outcome.asText()));
        if (!outcomes.contains("END")) {
            return Optional.empty();
        }
        JsonNode risk = read(followUp, "riskAssessment");
        return Optional.of(new DecidedFollowUp(
                followUp.status().equals("DOCUMENTED"),
                followUp.text(name("endingReason")).orElse(""),
                risk.path("now").asText(""),
                risk.path("future").asText(""),
                followUp.properties().get(name("concern")) != null && followUp.isFilled(name("concernText")),
                followUp.isTrue(name("concern")),
                outcomes.contains("NEW_INVESTIGATION")));
    }

    private static JsonNode read(Document followUp, String field) {
        try {
            return followUp.text(name(field)).isEmpty()
                    ? MissingNode.getInstance()
                    : JSON.readTree(followUp.text(name(field)).get());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored field is not JSON", e);
        }
    }

    private static QName name(String local) {
        return QName.createQName("http://insats.org/model/followup/1.0", local);
    }
}
