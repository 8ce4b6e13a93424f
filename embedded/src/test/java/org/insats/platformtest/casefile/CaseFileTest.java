package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.junit.jupiter.api.Test;

class CaseFileTest {

    private final Repository repository = Repository.shared();

    @Test
    void aCaseIsOpenedWithClientInterventionAndResponsibleCaseWorker() {
        User worker = repository.user("CASE_WORKER_SOC");

        JsonNode opened = worker.openCase();

        assertThat(opened.path("caseNumber").asText()).matches("\\d{4}-\\d{6}");
        assertThat(opened.path("responsibleCaseWorker").asText()).isEqualTo(worker.name());
        assertThat(opened.path("persons")).hasSize(2);
        assertThat(opened.path("interventions").path(0).path("state").asText()).isEqualTo("PLANNED");
        JsonNode again = require(
                worker.http().get(API + "/cases/" + opened.path("caseNumber").asText()), 200);
        assertThat(again.path("clientId").asText())
                .isEqualTo(opened.path("clientId").asText());
    }

    @Test
    void casesAreListedByNumberInPages() {
        User worker = repository.user("CASE_WORKER_SOC");
        String first = worker.openCase().path("caseNumber").asText();
        String second = worker.openCase().path("caseNumber").asText();

        JsonNode page = require(worker.http().get(API + "/cases?size=1"), 200);
        assertThat(page.path("items").path(0).path("caseNumber").asText()).isEqualTo(first);
        assertThat(page.path("next").asText()).isEqualTo(first);

        JsonNode rest = require(worker.http().get(API + "/cases?size=1&after=" + first), 200);
        assertThat(rest.path("items").path(0).path("caseNumber").asText()).isEqualTo(second);
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void anotherCaseWorkerLearnsNothing() {
        String caseNumber =
                repository.user("CASE_WORKER_SOC").openCase().path("caseNumber").asText();
        User other = repository.user("CASE_WORKER_SOC");

        assertThat(other.http().get(API + "/cases/" + caseNumber).status()).isEqualTo(404);
    }

    @Test
    void nobodyOpensACaseForAnotherUnit() {
        User stranger = repository.user("CASE_WORKER_OTHER");

        assertThat(stranger.http()
                        .post(
                                API + "/cases",
                                "{\"profile\":\"motala-srv\",\"unit\":\"SOC\",\"client\":{\"name\":\"Test Testsson\",\"birthDate\":\"2014-05-06\"}}")
                        .status())
                .isEqualTo(403);
    }
}
