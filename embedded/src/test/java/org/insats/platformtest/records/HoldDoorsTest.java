package org.insats.platformtest.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.insats.embedded.Http;
import org.insats.embedded.Http.Answer;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.secrecy.DisposalScope;
import org.junit.jupiter.api.Test;

/** A held file resists every door, whoever knocks: over HTTP, and disposal itself. */
class HoldDoorsTest {

    private final Repository repository = Repository.shared();
    private final User worker = repository.user("CASE_WORKER_SOC");
    private final User archivist = repository.user("ARCHIVIST");
    private final User other = repository.user("ARCHIVIST");
    private final JsonNode opened = worker.openCase();
    private final String caseNumber = opened.path("caseNumber").asText();
    private final String draft = worker.create(caseNumber, "journalNote", "{\"noteText\":\"Samtal\"}")
            .path("id")
            .asText();

    private String hold() {
        return require(
                        archivist
                                .http()
                                .post(
                                        API + "/records/holds",
                                        "{\"caseNumber\":\"" + caseNumber + "\",\"reason\":\"Tillsyn\"}"),
                        201)
                .path("id")
                .asText();
    }

    private static void refused(Answer answer) {
        assertThat(answer.status()).as(answer.body()).isIn(403, 404, 409, 422);
    }

    /** Moving is refused; the embedded repository does not know the address at all. */
    private static void keepsItsPlace(Http http, String node) {
        assertThat(http.post(V1 + "/nodes/" + node + "/move", "{\"targetParentId\":\"-root-\"}")
                        .status())
                .isIn(403, 404, 409, 422, 501);
    }

    @Test
    @Covers("RET-81")
    void nothingOfAHeldFileIsDeletedMovedOrLetGoByAnybody() {
        hold();
        String folder = opened.path("id").asText();
        JsonNode overview = require(worker.http().get(API + "/cases/" + caseNumber), 200);
        String intervention = overview.path("interventions").path(0).path("id").asText();
        String person = overview.path("persons").path(0).path("id").asText();
        assertThat(List.of(folder, intervention, person)).doesNotContain("");

        assertThat(worker.http().delete(API + "/documents/" + draft).body()).contains("INS-HELD");
        for (Http http : List.of(worker.http(), archivist.http(), repository.admin())) {
            for (String node : List.of(folder, intervention, draft, person)) {
                refused(http.delete(V1 + "/nodes/" + node));
                assertThat(http.delete(V1 + "/nodes/" + node + "?permanent=true")
                                .status())
                        .isIn(403, 404, 409, 422, 501);
                keepsItsPlace(http, node);
            }
            refused(http.delete(V1 + "/nodes/" + draft + "/versions/1.0"));
            refused(http.put(V1 + "/nodes/" + folder, "{\"properties\":{\"ins:heldBy\":\"nobody\"}}"));
            refused(http.put(
                    V1 + "/nodes/" + folder, "{\"aspectNames\":[\"cm:auditable\",\"ins:inCase\",\"cm:ownable\"]}"));
        }
        assertThat(require(archivist.http().get(API + "/cases/" + caseNumber + "/retention"), 200)
                        .path("outcome")
                        .asText())
                .isEqualTo("HELD");
        assertThat(worker.http().get(API + "/documents/" + draft).status()).isEqualTo(200);
    }

    @Test
    @Covers("RET-81")
    void disposalItselfIsRefusedWhileTheHoldLiesOnTheFile() {
        hold();
        NodeRef folder = new NodeRef(
                StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, opened.path("id").asText());

        assertThat(Story.refusalOf(() -> repository
                        .bean("retryingTransactionHelper", RetryingTransactionHelper.class)
                        .doInTransaction(
                                () -> {
                                    repository
                                            .bean("insats.disposalScope", DisposalScope.class)
                                            .run("G-000000", () -> repository
                                                    .bean("insats.servicePerson", ServicePerson.class)
                                                    .elevated(() -> {
                                                        NodeService nodes =
                                                                repository.bean("nodeService", NodeService.class);
                                                        nodes.addAspect(folder, ContentModel.ASPECT_TEMPORARY, null);
                                                        nodes.deleteNode(folder);
                                                    }));
                                    return null;
                                },
                                false,
                                true)))
                .isEqualTo("INS-HELD");
        assertThat(worker.http().get(API + "/cases/" + caseNumber).status()).isEqualTo(200);
    }

    @Test
    @Covers("RET-81")
    void holdsAreListedAndLiftedOverHttpByTwo() {
        String hold = hold();
        String address = API + "/records/holds/" + hold;
        assertThat(listed()).contains(hold);
        assertThat(worker.http().get(API + "/records/holds").status()).isEqualTo(403);

        require(archivist.http().post(address + "/lift", "{\"reason\":\"Klart\"}"), 200);
        assertThat(archivist.http().post(address + "/confirm", "{}").body()).contains("INS-TWO-PEOPLE");
        JsonNode lifted = require(other.http().post(address + "/confirm", "{}"), 200);

        assertThat(lifted.path("liftAskedBy").asText()).isEqualTo(archivist.name());
        assertThat(lifted.path("liftedBy").asText()).isEqualTo(other.name());
        assertThat(listed()).doesNotContain(hold);
        assertThat(worker.http().delete(API + "/documents/" + draft).status()).isEqualTo(200);
    }

    private List<String> listed() {
        JsonNode page = require(archivist.http().get(API + "/records/holds?size=200"), 200);
        return page.path("items").findValuesAsText("id");
    }

    @Test
    @Covers("RET-84")
    void whatARecordsOfficerKeepsIsMadeAndDeletedByNobodyElse() {
        String hold = hold();
        for (Http http : List.of(worker.http(), archivist.http(), repository.admin())) {
            refused(http.delete(V1 + "/nodes/" + hold));
            refused(http.put(V1 + "/nodes/" + hold, "{\"properties\":{\"insrec:holdState\":\"LIFTED\"}}"));
        }
        assertThat(Stream.of("insrec:hold", "insrec:disposal", "insrec:disposalItem"))
                .allSatisfy(type -> refused(repository
                        .admin()
                        .post(V1 + "/nodes/-root-/children", "{\"name\":\"x\",\"nodeType\":\"" + type + "\"}")));
    }

    @Test
    @Covers({"RET-60", "RET-82"})
    void thePreviewAnswersOverHttp() {
        String facts =
                "{\"municipality\":\"1280\",\"laws\":[\"SOL\"],\"birthDate\":\"2010-04-%s\",\"opened\":\"2026-01-12\","
                        + "\"closed\":\"2026-05-29\",\"entries\":[{\"date\":\"2026-05-29\"}],\"on\":\"2031-05-29\"}";
        JsonNode verdict = require(worker.http().post(API + "/retention/preview", facts.formatted("12")), 200);
        assertThat(verdict.path("outcome").asText()).isEqualTo("CANDIDATE");
        assertThat(verdict.path("duty").asText()).isEqualTo("2031-05-29");
        assertThat(require(worker.http().post(API + "/retention/preview", facts.formatted("65")), 200)
                        .path("outcome")
                        .asText())
                .isEqualTo("PRESERVED");
        assertThat(worker.http()
                        .post(API + "/retention/preview", "{\"opened\":\"igår\"}")
                        .status())
                .isEqualTo(400);
        assertThat(worker.http().put(API + "/retention/rules", "{}").status()).isEqualTo(403);
        assertThat(archivist.http().put(API + "/retention/rules", "{}").status())
                .isEqualTo(422);
    }
}
