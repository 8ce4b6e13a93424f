package org.insats.platformtest.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DecisionTest {

    private final Repository repository = Repository.shared();
    private User worker;
    private String caseNumber;

    @BeforeEach
    void openCase() {
        worker = repository.user("CASE_WORKER_SOC");
        caseNumber = worker.openCase().path("caseNumber").asText();
    }

    private JsonNode draft(String grant) {
        return worker.create(
                caseNumber, "decision", "{\"decisionType\":\"GRANT\",\"legalBasis\":\"SOL\"" + grant + "}");
    }

    @Test
    @Covers({"BR-05", "ORD-83"})
    void aGrantWithoutAnEndIsNotDecided() {
        JsonNode decision = draft(",\"grantFrom\":\"2026-12-01\"");

        Answer refused = worker.act(decision.path("id").asText(), "decide", "{}");

        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().path("error").path("id").asText()).isEqualTo("INS-BR-05");
        assertThat(refused.json().path("error").path("field").asText()).isEqualTo("grantTo");
        assertThat(worker.document(decision.path("id").asText()).path("status").asText())
                .isEqualTo("DRAFT");
    }

    @Test
    @Covers({"BR-05", "DOC-DEC-06"})
    void anEndBeforeTheStartIsRefusedAtEveryDoor() {
        JsonNode decision = draft(",\"grantFrom\":\"2026-12-01\"");
        String id = decision.path("id").asText();

        Answer ours = worker.http()
                .put(
                        API + "/documents/" + id,
                        "{\"version\":\"" + decision.path("version").asText()
                                + "\",\"fields\":{\"grantTo\":\"2026-11-30\"}}");
        Answer rest = worker.http()
                .put(V1 + "/nodes/" + id, "{\"properties\":{\"insdec:grantTo\":\"2026-11-30T00:00:00.000+0000\"}}");

        assertThat(ours.json().path("error").path("id").asText()).isEqualTo("INS-BR-05");
        assertThat(rest.status()).isEqualTo(422);
        assertThat(rest.body()).contains("INS-BR-05");
    }

    @Test
    @Covers({"ORD-83", "DOC-DEC-01", "DOC-DEC-02", "DOC-DEC-05", "DOC-DEC-07", "BR-111", "ROLE-19"})
    void decidingGrantsTheInterventionAndFixesTheDocument() {
        JsonNode decision = draft(",\"grantFrom\":\"2026-12-01\",\"grantTo\":\"2027-05-31\"");

        JsonNode decided = require(worker.act(decision.path("id").asText(), "decide", "{}"), 200);

        assertThat(decided.path("record").path("event").asText()).isEqualTo("DECIDED");
        assertThat(decided.path("record").path("version").asText())
                .isEqualTo(decided.path("version").asText());
        assertThat(decided.path("fields").path("decisionMaker").asText()).isEqualTo(worker.name());
        assertThat(decided.path("fields").path("interventionType").asText()).isEqualTo("OPEN_CARE");
        JsonNode intervention = require(worker.http().get(API + "/cases/" + caseNumber), 200)
                .path("interventions")
                .path(0);
        assertThat(intervention.path("state").asText()).isEqualTo("GRANTED");
        assertThat(intervention.path("grantFrom").asText()).isEqualTo("2026-12-01");
        assertThat(intervention.path("grantTo").asText()).isEqualTo("2027-05-31");
    }

    @Test
    @Covers({"DOC-DBA-03", "DOC-DBA-10"})
    void aDecisionBasisNeedsItsPartsAndParticipationCanBePassedOverWithAReason() {
        worker.openInvestigation(caseNumber);
        JsonNode basis = worker.create(
                caseNumber,
                "decisionBasis",
                "{\"basisKind\":\"NEW_INTERVENTION\",\"centralNeeds\":\"Stöd\",\"receptiveness\":\"God\",\"goals\":[{\"text\":\"Lugn\"}]}");
        String id = basis.path("id").asText();
        Answer refused = worker.act(id, "establish", "{}");
        assertThat(refused.json().path("error").path("field").asText()).isEqualTo("analysisAndAssessment");

        require(
                worker.http()
                        .put(
                                API + "/documents/" + id,
                                "{\"version\":\"" + basis.path("version").asText()
                                        + "\",\"fields\":{\"analysisAndAssessment\":\"Bedömning\"}}"),
                200);
        assertThat(worker.act(id, "establish", "{}")
                        .json()
                        .path("error")
                        .path("field")
                        .asText())
                .isEqualTo("participation");
        String version = worker.document(id).path("version").asText();
        require(
                worker.http()
                        .put(
                                API + "/documents/" + id,
                                "{\"version\":\"" + version
                                        + "\",\"fields\":{\"overrides\":[{\"field\":\"participation\",\"reason\":\"Barnet är ett år\"}]}}"),
                200);
        assertThat(worker.act(id, "establish", "{}").status()).isEqualTo(200);
    }
}
