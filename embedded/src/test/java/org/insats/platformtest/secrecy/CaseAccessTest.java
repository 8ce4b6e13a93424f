package org.insats.platformtest.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Role;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseAccessTest {

    private final Repository repository = Repository.shared();
    private User worker;

    @BeforeEach
    void caseWorker() {
        worker = repository.user("CASE_WORKER_SOC");
    }

    private void add(JsonNode opened, User user, String role) {
        require(
                worker.http()
                        .post(
                                API + "/cases/" + opened.path("caseNumber").asText() + "/members",
                                "{\"userName\":\"" + user.name() + "\",\"role\":\"" + role + "\"}"),
                201);
    }

    private static void assertHidden(User user, String path) {
        assertThat(user.http().get(path).status()).as(path).isIn(403, 404);
    }

    @Test
    @Covers("CON-110")
    void thePerformingSideSeesTheInterventionAndNotTheRestOfTheCase() {
        JsonNode opened = worker.openCase();
        User lead = repository.user("TREATMENT_LEAD_SRV");
        String caseNumber = opened.path("caseNumber").asText();
        String note = worker.create(caseNumber, "journalNote", "{\"noteText\":\"Samtal\"}")
                .path("id")
                .asText();
        String draft = worker.create(caseNumber, "assignment", "{\"needs\":\"Stöd\"}")
                .path("id")
                .asText();
        String intervention = opened.path("interventions").path(0).path("id").asText();

        add(opened, lead, "TREATMENT_LEAD");

        JsonNode overview = require(lead.http().get(API + "/cases/" + caseNumber), 200);
        assertThat(overview.path("interventions")).hasSize(1);
        assertThat(overview.path("documents")).isEmpty();
        assertThat(overview.path("history")).isEmpty();
        assertThat(lead.http().get(V1 + "/nodes/" + intervention).status()).isEqualTo(200);
        assertHidden(lead, V1 + "/nodes/" + opened.path("id").asText());
        assertHidden(lead, V1 + "/nodes/" + note);
        assertHidden(lead, API + "/documents/" + note);
        assertHidden(lead, V1 + "/nodes/" + draft);
    }

    @Test
    void whoeverIsTakenOffSeesNothingMoreNotEvenWhatTheyWrote() {
        JsonNode opened = worker.openCase();
        String caseNumber = opened.path("caseNumber").asText();
        User second = repository.user("CASE_WORKER_SOC");
        add(opened, second, "CASE_WORKER");
        String own = second.create(caseNumber, "journalNote", "{\"noteText\":\"Samtal\"}")
                .path("id")
                .asText();
        String draft = second.create(caseNumber, "assignment", "{\"needs\":\"Stöd\"}")
                .path("id")
                .asText();
        String overRest = require(
                        second.http()
                                .post(
                                        V1 + "/nodes/" + opened.path("id").asText() + "/children",
                                        "{\"name\":\"brev.txt\",\"nodeType\":\"cm:content\"}"),
                        201)
                .path("entry")
                .path("id")
                .asText();

        require(worker.http().delete(API + "/cases/" + caseNumber + "/members/" + second.name()), 200);

        List<String> everything =
                new ArrayList<>(List.of(own, draft, overRest, opened.path("id").asText()));
        everything.add(opened.path("interventions").path(0).path("id").asText());
        opened.path("persons")
                .forEach(person -> everything.add(person.path("id").asText()));
        everything.forEach(id -> assertHidden(second, V1 + "/nodes/" + id));
        assertHidden(second, API + "/cases/" + caseNumber);
        assertHidden(second, API + "/documents/" + own);
        assertThat(second.http().delete(V1 + "/nodes/" + own).status()).isIn(403, 404);
        assertThat(second.http()
                        .put(V1 + "/nodes/" + own, "{\"properties\":{\"ins:noteText\":\"x\"}}")
                        .status())
                .isIn(403, 404);
        assertThat(require(second.http().get(API + "/cases?size=500"), 200)
                        .path("items")
                        .findValuesAsText("caseNumber"))
                .doesNotContain(caseNumber);
    }

    @Test
    void rolesLookedUpBeforeDoNotHideAChangeInTheSameTransaction() {
        JsonNode opened = worker.openCase();
        String caseNumber = opened.path("caseNumber").asText();
        User second = repository.user("CASE_WORKER_SOC");
        CaseFileService cases = repository.bean("insats.caseFileService", CaseFileService.class);
        RetryingTransactionHelper transactions =
                repository.bean("retryingTransactionHelper", RetryingTransactionHelper.class);
        List<Set<Role>> seen = new ArrayList<>();

        AuthenticationUtil.runAs(
                () -> transactions.doInTransaction(
                        () -> {
                            NodeRef file = cases.byNumber(caseNumber).node();
                            seen.add(cases.roles(second.name(), file, Optional.empty()));
                            cases.addMember(caseNumber, second.name(), Role.CASE_WORKER);
                            seen.add(cases.roles(second.name(), file, Optional.empty()));
                            cases.removeMember(caseNumber, second.name());
                            seen.add(cases.roles(second.name(), file, Optional.empty()));
                            return null;
                        },
                        false,
                        true),
                worker.name());

        assertThat(seen).containsExactly(Set.of(), Set.of(Role.CASE_WORKER), Set.of());
    }

    @Test
    @Covers({"CON-71", "DOC-PER-04", "CON-GAP-09"})
    void aPersonWithProtectedIdentityIsSeenByTheCaseWorkersAndThoseNamedOnly() {
        JsonNode opened = worker.openCase();
        String caseNumber = opened.path("caseNumber").asText();
        User lead = repository.user("TREATMENT_LEAD_SRV");
        User manager = repository.user("UNIT_MANAGER_SOC");
        add(opened, lead, "TREATMENT_LEAD");
        String hidden = require(
                        worker.http()
                                .post(
                                        API + "/cases/" + caseNumber + "/persons",
                                        "{\"name\":\"Hemlig Testsson\",\"relation\":\"PARENT\",\"protectedIdentity\":true}"),
                        201)
                .path("id")
                .asText();

        assertThat(worker.http().get(V1 + "/nodes/" + hidden).status()).isEqualTo(200);
        assertHidden(lead, V1 + "/nodes/" + hidden);
        assertHidden(manager, V1 + "/nodes/" + hidden);
        assertThat(lead.http().get(API + "/cases/" + caseNumber).body()).doesNotContain("Hemlig");

        require(worker.http().put(API + "/persons/" + hidden, "{\"visibleTo\":[\"" + lead.name() + "\"]}"), 200);
        assertThat(lead.http().get(V1 + "/nodes/" + hidden).status()).isEqualTo(200);
        assertHidden(manager, V1 + "/nodes/" + hidden);
    }

    @Test
    void aProtectedCaseIsReadByNamedPeopleOnly() {
        User manager = repository.user("UNIT_MANAGER_SOC");
        JsonNode open = worker.openCase();
        JsonNode secret = worker.openCase(",\"protectedCase\":true");

        assertThat(manager.http()
                        .get(API + "/cases/" + open.path("caseNumber").asText())
                        .status())
                .isEqualTo(200);
        assertHidden(manager, API + "/cases/" + secret.path("caseNumber").asText());
        assertHidden(manager, V1 + "/nodes/" + secret.path("id").asText());
    }

    @Test
    @Covers("BR-110")
    void theResponsibleCaseWorkerIsNotTakenOff() {
        String caseNumber = worker.openCase().path("caseNumber").asText();

        assertThat(worker.http()
                        .delete(API + "/cases/" + caseNumber + "/members/" + worker.name())
                        .status())
                .isEqualTo(422);
    }

    @Test
    void onlyThoseOfTheCaseAddPeopleToIt() {
        String caseNumber = worker.openCase().path("caseNumber").asText();
        User other = repository.user("CASE_WORKER_SOC");

        assertThat(other.http()
                        .post(
                                API + "/cases/" + caseNumber + "/members",
                                "{\"userName\":\"" + other.name() + "\",\"role\":\"CASE_WORKER\"}")
                        .status())
                .isEqualTo(404);
    }
}
