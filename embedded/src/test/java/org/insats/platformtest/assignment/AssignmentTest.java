package org.insats.platformtest.assignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AssignmentTest {

    private static final String FIELDS = "{\"needs\":\"Stöd i vardagen\",\"followUpForms\":\"Möte var sjätte månad\","
            + "\"goals\":[{\"text\":\"Lugnare mornar\",\"level\":\"GOAL\",\"triangleSides\":[\"CHILD_DEVELOPMENT\",\"PARENTING_CAPACITY\"]}]}";

    private final Repository repository = Repository.shared();
    private User worker;
    private String caseNumber;
    private String client;
    private String guardian;

    @BeforeEach
    void openCase() {
        worker = repository.user("CASE_WORKER_SOC");
        JsonNode opened = worker.openCase();
        caseNumber = opened.path("caseNumber").asText();
        client = opened.path("clientId").asText();
        opened.path("persons").forEach(person -> {
            if (person.path("relation").asText().equals("GUARDIAN")) {
                guardian = person.path("id").asText();
            }
        });
    }

    private Answer consent(String id, String person, String answer) {
        return worker.act(
                id,
                "consent",
                "{\"personId\":\"" + person + "\",\"capacity\":\"GUARDIAN\",\"answer\":\"" + answer
                        + "\",\"form\":\"ORAL\"}");
    }

    private String communicated() {
        String id = worker.create(caseNumber, "assignment", FIELDS).path("id").asText();
        require(worker.act(id, "communicate", "{}"), 200);
        return id;
    }

    @Test
    @Covers({"DOC-ASG-02", "DOC-ASG-07"})
    void anAssignmentIsAboutTheClientAndIsNotCommunicatedWithoutNeedsAndGoals() {
        JsonNode assignment = worker.create(caseNumber, "assignment", "{}");

        assertThat(assignment.path("fields").path("child").asText()).isEqualTo(client);
        Answer refused = worker.act(assignment.path("id").asText(), "communicate", "{}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().path("error").path("field").asText()).isEqualTo("needs");
        assertThat(refused.json().path("error").path("message").asText())
                .contains("Behov")
                .contains("Mål");
    }

    @Test
    @Covers({"CON-01", "DOC-ASG-17", "DOC-GOA-03", "BR-52"})
    void communicatingDatesItAndGivesTheGoalsTheirIdentity() {
        String id = communicated();

        JsonNode assignment = worker.document(id);
        assertThat(assignment.path("status").asText()).isEqualTo("COMMUNICATED");
        assertThat(assignment.path("fields").path("communicatedWithFamily").asText())
                .isNotBlank();
        assertThat(assignment
                        .path("fields")
                        .path("goals")
                        .path(0)
                        .path("goalId")
                        .asText())
                .hasSize(36);
        JsonNode goal = require(worker.http().get(API + "/cases/" + caseNumber), 200)
                .path("interventions")
                .path(0)
                .path("goals")
                .path(0);
        assertThat(goal.path("text").asText()).isEqualTo("Lugnare mornar");
        assertThat(goal.path("triangleSides")).hasSize(2);
    }

    @Test
    void itIsNotCommunicatedOnADayToCome() {
        String id = worker.create(caseNumber, "assignment", FIELDS).path("id").asText();

        assertThat(worker.act(id, "communicate", "{\"date\":\"2999-01-01\"}").status())
                .isEqualTo(422);
    }

    @Test
    @Covers({"CON-02", "CON-39", "DOC-ASG-18", "CON-GAP-04", "ROLE-26"})
    void itIsConsentedToWhenEveryGuardianHasGivenConsent() {
        String other = require(
                        worker.http()
                                .post(
                                        API + "/cases/" + caseNumber + "/persons",
                                        "{\"name\":\"Annan Testsson\",\"relation\":\"GUARDIAN\"}"),
                        201)
                .path("id")
                .asText();
        String id = communicated();

        JsonNode half = require(consent(id, guardian, "GIVEN"), 200);
        assertThat(half.path("status").asText()).isEqualTo("COMMUNICATED");
        JsonNode whole = require(consent(id, other, "GIVEN"), 200);
        assertThat(whole.path("status").asText()).isEqualTo("CONSENTED");
        assertThat(whole.path("fields").path("consent")).hasSize(2);
    }

    @Test
    @Covers("CON-26")
    void aWithdrawnConsentIsARecordOfItsOwnAndTheEarlierStays() {
        String id = communicated();
        require(consent(id, guardian, "GIVEN"), 200);
        JsonNode withdrawn = require(consent(id, guardian, "WITHDRAWN"), 200);

        assertThat(withdrawn.path("status").asText()).isEqualTo("COMMUNICATED");
        assertThat(withdrawn.path("fields").path("consent")).hasSize(2);
        String first = withdrawn.path("fields").path("consent").path(0).asText();
        assertThat(worker.document(first).path("fields").path("answer").asText())
                .isEqualTo("GIVEN");
        assertThat(worker.document(first).path("record").path("version").asText())
                .isNotBlank();
    }

    @Test
    @Covers("CON-30")
    void consentComesFromAPersonOfTheCase() {
        String id = communicated();
        String elsewhere = worker.openCase().path("clientId").asText();

        assertThat(consent(id, elsewhere, "GIVEN").status()).isEqualTo(422);
        assertThat(consent(id, guardian, "MAYBE").status()).isEqualTo(422);
        assertThat(worker.document(id).path("fields").has("consent")).isFalse();
    }

    @Test
    @Covers({"BR-50", "DOC-GOA-R4"})
    void goalsAreCarriedFromTheDecisionBasisUnchanged() {
        worker.openInvestigation(caseNumber);
        JsonNode basis = worker.create(
                caseNumber,
                "decisionBasis",
                "{\"basisKind\":\"NEW_INTERVENTION\",\"analysisAndAssessment\":\"Bedömning\",\"centralNeeds\":\"Stöd\","
                        + "\"receptiveness\":\"God\",\"participation\":\"Samtal med barnet\",\"goals\":[{\"text\":\"Lugnare kvällar\"}]}");
        require(worker.act(basis.path("id").asText(), "establish", "{}"), 200);

        JsonNode assignment = worker.create(caseNumber, "assignment", "{\"needs\":\"Stöd\"}");
        JsonNode carried = assignment.path("fields").path("goals").path(0);
        assertThat(carried.path("text").asText()).isEqualTo("Lugnare kvällar");

        Answer reworded = worker.http()
                .put(
                        API + "/documents/" + assignment.path("id").asText(),
                        "{\"version\":\"" + assignment.path("version").asText()
                                + "\",\"fields\":{\"goals\":[{\"goalId\":\""
                                + carried.path("goalId").asText() + "\",\"text\":\"Lugna kvällar\"}]}}");
        assertThat(reworded.status()).isEqualTo(422);
        assertThat(reworded.json().path("error").path("id").asText()).isEqualTo("INS-BR-50");
    }
}
