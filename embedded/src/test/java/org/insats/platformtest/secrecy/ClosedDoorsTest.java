package org.insats.platformtest.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.Supplier;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.transaction.TransactionService;
import org.insats.embedded.Http;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClosedDoorsTest {

    private final Repository repository = Repository.shared();
    private User worker;
    private JsonNode opened;
    private String note;

    @BeforeEach
    void openCase() {
        worker = repository.user("CASE_WORKER_SOC");
        opened = worker.openCase();
        note = worker.create(opened.path("caseNumber").asText(), "journalNote", "{\"noteText\":\"Samtal\"}")
                .path("id")
                .asText();
    }

    private List<Http> userAndAdministrator() {
        return List.of(worker.http(), repository.admin());
    }

    private static void assertRefused(Answer answer, String id) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(422);
        assertThat(answer.body()).contains(id);
    }

    @Test
    void versionsAreNeitherDeletedNorRevertedTo() {
        String version = V1 + "/nodes/" + note + "/versions/1.0";
        require(worker.http().put(V1 + "/nodes/" + note, "{\"properties\":{\"ins:noteText\":\"Nytt samtal\"}}"), 200);

        assertThat(worker.http().delete(version).status()).isIn(403, 422);
        assertRefused(repository.admin().delete(version), "INS-VERSION-KEPT");
        for (Http http : userAndAdministrator()) {
            assertRefused(http.post(version + "/revert", "{\"majorVersion\":false}"), "INS-VERSION-KEPT");
        }
        assertThat(worker.http().get(version).status()).isEqualTo(200);
    }

    @Test
    void versioningIsNotTakenOff() {
        NodeService nodes = repository.bean("NodeService", NodeService.class);

        assertThatThrownBy(() -> asSystem(() -> nodes.removeAspect(node(note), ContentModel.ASPECT_VERSIONABLE)))
                .hasMessageContaining("INS-VERSIONS");
    }

    @Test
    void nothingOfACaseIsMovedOrCopiedOut() {
        assertRefused(
                repository.admin().post(V1 + "/nodes/" + note + "/move", "{\"targetParentId\":\"-root-\"}"),
                "INS-MOVE");
        NodeService nodes = repository.bean("NodeService", NodeService.class);
        NodeRef root = asSystem(() -> nodes.getRootNode(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE));
        assertThatThrownBy(() -> asSystem(() ->
                        nodes.moveNode(node(note), root, ContentModel.ASSOC_CHILDREN, ContentModel.ASSOC_CHILDREN)))
                .hasMessageContaining("INS-MOVE");
    }

    @Test
    void aFileDroppedIntoACaseBecomesAnIncomingDocumentWithAnImpersonalName() {
        JsonNode dropped = require(
                worker.http()
                        .post(
                                V1 + "/nodes/" + opened.path("id").asText() + "/children",
                                "{\"name\":\"Brev om Barn Testsson.docx\",\"nodeType\":\"cm:content\",\"properties\":{\"cm:title\":\"Barn Testsson\"}}"),
                201);

        JsonNode document = worker.document(dropped.path("entry").path("id").asText());

        NodeService nodes = repository.bean("NodeService", NodeService.class);
        String id = document.path("id").asText();
        assertThat(asSystem(() -> nodes.getPrimaryParent(node(id)).getQName().getLocalName()))
                .as("the path does not go on saying what the file was called")
                .isEqualTo(id);
        assertThat(document.path("kind").asText()).isEqualTo("incomingDocument");
        assertThat(document.path("name").asText())
                .isEqualTo(opened.path("caseNumber").asText() + "-INK-01.docx");
        assertThat(document.path("fields").path("originalName").asText()).isEqualTo("Brev om Barn Testsson.docx");
        assertThat(document.path("versions")).hasSize(1);
        JsonNode node =
                require(worker.http().get(V1 + "/nodes/" + document.path("id").asText()), 200);
        assertThat(node.path("entry").path("properties").has("cm:title")).isFalse();
    }

    @Test
    void aForeignFolderIsRefused() {
        assertRefused(
                worker.http()
                        .post(
                                V1 + "/nodes/" + opened.path("id").asText() + "/children",
                                "{\"name\":\"Min mapp\",\"nodeType\":\"cm:folder\"}"),
                "INS-FOLDER");
    }

    @Test
    void whatTheServicesKeepIsNotWrittenOverRest() {
        assertRefused(
                worker.http()
                        .put(
                                V1 + "/nodes/" + opened.path("id").asText(),
                                "{\"properties\":{\"ins:responsibleCaseWorker\":\"admin\"}}"),
                "INS-SERVICE");
        assertRefused(
                worker.http()
                        .post(
                                V1 + "/nodes/" + opened.path("id").asText() + "/children",
                                "{\"name\":\"x\",\"nodeType\":\"ins:intervention\"}"),
                "INS-SERVICE");
        assertRefused(
                repository
                        .admin()
                        .post(V1 + "/nodes/-root-/children", "{\"name\":\"x\",\"nodeType\":\"ins:journalNote\"}"),
                "INS-PLACE");
    }

    private static NodeRef node(String id) {
        return new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, id);
    }

    private void asSystem(Runnable work) {
        asSystem(() -> {
            work.run();
            return null;
        });
    }

    private <T> T asSystem(Supplier<T> work) {
        return AuthenticationUtil.runAsSystem(() -> repository
                .bean("TransactionService", TransactionService.class)
                .getRetryingTransactionHelper()
                .doInTransaction(work::get, false, true));
    }
}
