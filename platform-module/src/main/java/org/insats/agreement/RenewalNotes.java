package org.insats.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.Map;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.JsonFields;

/** Keeps with a continued grant that the agreement was renewed for it (DL-25, EXT-03). */
public final class RenewalNotes {

    private final Interventions interventions;
    private final JsonFields json;

    /** Writes through the door of interventions. */
    public RenewalNotes(Interventions interventions, JsonFields json) {
        this.interventions = interventions;
        this.json = json;
    }

    /** Notes {@code drawnUp} with the continued grant that an agreement valid from {@code from} belongs to, if any. */
    void note(Intervention intervention, LocalDate from, LocalDate drawnUp) {
        intervention.text(CaseModel.GRANT_PERIODS).ifPresent(text -> {
            JsonNode periods = json.parse(CaseModel.GRANT_PERIODS, text);
            for (int i = 1; i < periods.size(); i++) {
                if (holds(periods.get(i), from)) {
                    ((ObjectNode) periods.get(i)).put("agreementOn", drawnUp.toString());
                }
            }
            interventions.write(intervention.node(), Map.of(CaseModel.GRANT_PERIODS, periods.toString()));
        });
    }

    private static boolean holds(JsonNode period, LocalDate day) {
        return !LocalDate.parse(period.path("from").asText()).isAfter(day)
                && !LocalDate.parse(period.path("to").asText()).isBefore(day);
    }
}
