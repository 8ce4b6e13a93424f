package org.insats.platformtest.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.version.VersionService;
import org.insats.embedded.Http;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftDeletionTest {

    private final Repository repository = Repository.shared();
    private User worker;
    private String caseNumber;
    private JsonNode opened;
    private String note;

    @BeforeEach
    void aDraft() {
        worker = repository.user("CASE_WORKER_SOC");
        opened = worker.openCase();
        caseNumber = opened.path("caseNumber").asText();
        note = worker.create(caseNumber, "journalNote", "{\"noteText\":\"Samtal\",\"noteType\":\"OTHER\"}")
                .path("id")
                .asText();
    }

    private Answer delete(User who) {
        return who.http().delete(API + "/documents/" + note);
    }

    private static void assertRefused(Answer answer, int status, String id) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.json().at("/error/id").asText()).isEqualTo(id);
    }

    @Test
    @Covers("ORD-59")
    void draftGoesWithItsVersionsPastTheWasteBasketAndItsNumberIsNotGivenAgain() {
        require(worker.http().put(V1 + "/nodes/" + note, "{\"properties\":{\"ins:noteText\":\"Nytt samtal\"}}"), 200);

        require(delete(worker), 200);

        assertRefused(worker.http().get(API + "/documents/" + note), 404, "INS-NOT-FOUND");
        assertThat(asSystem(() -> exists(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE)))
                .isFalse();
        assertThat(asSystem(() -> exists(StoreRef.STORE_REF_ARCHIVE_SPACESSTORE)))
                .isFalse();
        assertThat(asSystem(() -> repository
                        .bean("versionService", VersionService.class)
                        .getVersionHistory(node(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE))))
                .isNull();
        assertThat(worker.create(caseNumber, "journalNote", "{}").path("name").asText())
                .isEqualTo(caseNumber + "-JRN-02.pdf");
        assertThat(require(worker.http().get(API + "/cases/" + caseNumber), 200)
                        .path("history")
                        .findValuesAsText("event"))
                .contains("DraftDeleted");
    }

    @Test
    void draftIsNotDeletedFromAnotherVersionThanTheOneSeen() {
        require(worker.http().put(V1 + "/nodes/" + note, "{\"properties\":{\"ins:noteText\":\"Nytt samtal\"}}"), 200);

        assertRefused(worker.http().delete(API + "/documents/" + note + "?version=1.0"), 409, "INS-STALE");
    }

    @Test
    @Covers("BR-111")
    void whatIsEstablishedStaysWhoeverAsks() {
        require(worker.act(note, "establish", "{}"), 200);

        assertRefused(delete(worker), 409, "INS-DRAFT-ONLY");
        assertThat(worker.http().delete(V1 + "/nodes/" + note).status()).isIn(403, 422);
        Answer byAdministrator = repository.admin().delete(V1 + "/nodes/" + note);
        assertThat(byAdministrator.status()).as(byAdministrator.body()).isEqualTo(422);
        assertThat(byAdministrator.body()).contains("INS-KEPT:");
        assertThat(worker.document(note).path("status").asText()).isEqualTo("ESTABLISHED");
    }

    @Test
    void nothingOfACaseIsDeletedAtOtherDoors() {
        String person = opened.path("clientId").asText();
        String intervention = opened.at("/interventions/0/id").asText();
        Http admin = repository.admin();
        for (String id : List.of(note, person, intervention, opened.path("id").asText())) {
            Answer answer = admin.delete(V1 + "/nodes/" + id);
            assertThat(answer.status()).as(answer.body()).isEqualTo(422);
            assertThat(answer.body()).contains("INS-DELETE-IN-CASE:");
        }
        assertThat(worker.document(note).path("status").asText()).isEqualTo("DRAFT");
    }

    @Test
    void draftIsDeletedByNobodyOutsideTheCase() {
        User stranger = repository.user("CASE_WORKER_SOC");
        User coordinator = repository.user("ADMINISTRATIVE_COORDINATOR_SOC");

        assertThat(delete(stranger).status()).isEqualTo(404);
        assertRefused(delete(coordinator), 403, "INS-DRAFT-OTHERS");
        assertThat(worker.document(note).path("status").asText()).isEqualTo("DRAFT");
    }

    private NodeRef node(StoreRef store) {
        return new NodeRef(store, note);
    }

    private boolean exists(StoreRef store) {
        return repository.bean("nodeService", NodeService.class).exists(node(store));
    }

    private <T> T asSystem(AuthenticationUtil.RunAsWork<T> work) {
        return AuthenticationUtil.runAsSystem(work);
    }
}
