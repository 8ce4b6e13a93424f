package org.insats.platformtest.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Access to a case without a part in it: for a written reason, marked in the log, told of at once, ended. */
@Covers("CON-118")
class ExceptionalAccessTest {

    private static final String REASON = "{\"reason\":\"Jourärende, ansvarig handläggare nås inte\"}";

    private final Repository repository = Repository.shared();
    private User worker;
    private User manager;
    private User stranger;

    @BeforeEach
    void people() {
        worker = repository.user("CASE_WORKER_SOC");
        manager = repository.user("UNIT_MANAGER_SOC");
        stranger = repository.user("CASE_WORKER_OTHER");
    }

    private static String ask(String caseNumber) {
        return API + "/cases/" + caseNumber + "/exceptional-access";
    }

    private List<JsonNode> log(String caseNumber) {
        List<JsonNode> entries = new ArrayList<>();
        require(manager.http().get(API + "/access-log/cases/" + caseNumber + "?size=1000"), 200)
                .path("items")
                .forEach(entries::add);
        return entries;
    }

    @Test
    void whoGivesAReasonReadsTheCaseAndEveryLookIsMarked() {
        String caseNumber = worker.openCase().path("caseNumber").asText();
        assertThat(stranger.http().get(API + "/cases/" + caseNumber).status()).isEqualTo(404);
        assertThat(stranger.http().post(ask(caseNumber), "{\"reason\":\" \"}").status())
                .isEqualTo(422);

        JsonNode grant = require(stranger.http().post(ask(caseNumber), REASON), 201);
        JsonNode overview = require(stranger.http().get(API + "/cases/" + caseNumber), 200);
        require(stranger.http().get(V1 + "/nodes/" + overview.path("id").asText()), 200);

        String id = grant.path("id").asText();
        List<JsonNode> entries = log(caseNumber);
        assertThat(entries)
                .filteredOn(entry -> entry.path("exceptionalAccess").asText().equals(id))
                .extracting(entry -> entry.path("lookKind").asText())
                .contains("EXCEPTION", "READ", "NODE");
        assertThat(entries)
                .filteredOn(entry -> entry.path("user").asText().equals(worker.name()))
                .allMatch(entry -> entry.path("exceptionalAccess").asText().isEmpty());
        assertThat(entries.toString()).doesNotContain("Jour");
    }

    @Test
    void theManagersOfTheUnitAreToldAtOnce() {
        String caseNumber = worker.openCase().path("caseNumber").asText();

        require(stranger.http().post(ask(caseNumber), REASON), 201);

        WorkflowService workflows = repository.bean("WorkflowService", WorkflowService.class);
        assertThat(AuthenticationUtil.runAs(() -> workflows.getPooledTasks(manager.name()), manager.name()))
                .extracting(task -> task.getProperties().toString())
                .anySatisfy(task -> assertThat(task).contains(caseNumber).doesNotContain("Jour", stranger.name()));
        assertThat(require(manager.http().get(API + "/access-log/exceptions"), 200)
                        .path("items"))
                .anySatisfy(each -> {
                    assertThat(each.path("caseNumber").asText()).isEqualTo(caseNumber);
                    assertThat(each.path("user").asText()).isEqualTo(stranger.name());
                    assertThat(each.path("reason").asText()).startsWith("Jour");
                });
        assertThat(stranger.http().get(API + "/access-log/exceptions").status()).isEqualTo(403);
    }

    @Test
    void itGivesNothingToWriteAndIsEndedByWhoAnswersForTheUnit() {
        String caseNumber = worker.openCase().path("caseNumber").asText();
        String id = require(stranger.http().post(ask(caseNumber), REASON), 201)
                .path("id")
                .asText();
        assertThat(stranger.http()
                        .post(
                                API + "/cases/" + caseNumber + "/documents",
                                "{\"kind\":\"journalNote\",\"fields\":{\"noteText\":\"Nej\"}}")
                        .status())
                .isIn(403, 404);
        String end = API + "/exceptional-access/" + id + "/end";
        assertThat(repository.user("UNIT_MANAGER_OTHER").http().post(end, "{}").status())
                .isEqualTo(404);

        require(manager.http().post(end, "{}"), 200);

        assertThat(stranger.http().get(API + "/cases/" + caseNumber).status()).isEqualTo(404);
    }

    @Test
    void protectedCasesAreNotAdmittedToExist() {
        String caseNumber =
                worker.openCase(",\"protectedCase\":true").path("caseNumber").asText();

        assertThat(stranger.http().post(ask(caseNumber), REASON).status()).isEqualTo(404);
        assertThat(stranger.http().post(ask("2020-999999"), REASON).status()).isEqualTo(404);
    }

    @Test
    void whoHasARoleInTheCaseNeedsNoException() {
        String caseNumber = worker.openCase().path("caseNumber").asText();

        assertThat(worker.http().post(ask(caseNumber), REASON).status()).isEqualTo(409);
        assertThat(repository.user().http().post(ask(caseNumber), REASON).status())
                .isEqualTo(403);
    }
}
