package org.insats.platformtest.accesslog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.transaction.RetryingTransactionHelper;
import org.alfresco.service.cmr.repository.ContentService;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each door is logged once: who, when, in which role, what, from where. */
@Covers("CON-118")
class AccessLogTest {

    private final Repository repository = Repository.shared();
    private User worker;
    private User manager;
    private JsonNode opened;
    private String caseNumber;
    private String note;
    private int before;

    @BeforeEach
    void openCase() {
        worker = repository.user("CASE_WORKER_SOC");
        manager = repository.user("UNIT_MANAGER_SOC");
        opened = worker.openCase();
        caseNumber = opened.path("caseNumber").asText();
        note = worker.create(
                        caseNumber, "journalNote", "{\"noteType\":\"OTHER\",\"noteText\":\"Samtal om Barn Testsson\"}")
                .path("id")
                .asText();
        before = entries().size();
    }

    private List<JsonNode> entries() {
        List<JsonNode> found = new ArrayList<>();
        require(manager.http().get(API + "/access-log/cases/" + caseNumber + "?size=1000"), 200)
                .path("items")
                .forEach(entry -> {
                    if (!entry.path("lookKind").asText().equals("REPORT")) {
                        found.add(entry);
                    }
                });
        return found;
    }

    private List<JsonNode> sinceThen() {
        List<JsonNode> all = entries();
        return all.subList(0, all.size() - before);
    }

    private JsonNode theOne() {
        List<JsonNode> since = sinceThen();
        assertThat(since).as("%s", since).hasSize(1);
        return since.get(0);
    }

    private static String text(JsonNode entry, String field) {
        return entry.path(field).asText();
    }

    @Test
    void aReadThroughOurApiIsOneEntry() {
        worker.document(note);

        JsonNode entry = theOne();
        assertThat(text(entry, "user")).isEqualTo(worker.name());
        assertThat(text(entry, "lookKind")).isEqualTo("READ");
        assertThat(text(entry, "what")).isEqualTo("DocumentGet");
        assertThat(text(entry, "nodeId")).isEqualTo(note);
        assertThat(text(entry, "version")).isEqualTo("1.0");
        assertThat(text(entry, "role")).isEqualTo("CASE_WORKER,RESPONSIBLE_CASE_WORKER");
        assertThat(text(entry, "unit")).isEqualTo("SOC");
        assertThat(text(entry, "address")).isEqualTo("127.0.0.1");
        assertThat(text(entry, "outcome")).isEqualTo("ALLOWED");
    }

    @Test
    void anActIsOneEntry() {
        require(worker.act(note, "establish", "{}"), 200);

        assertThat(text(theOne(), "lookKind")).isEqualTo("ACT");
        assertThat(text(theOne(), "what")).isEqualTo("ActionPost establish");
    }

    @Test
    void anActThatIsRefusedIsLoggedAsSuch() {
        assertThat(worker.act(note, "noSuchAct", "{}").status()).isGreaterThanOrEqualTo(400);

        assertThat(text(theOne(), "outcome")).isEqualTo("REFUSED");
    }

    @Test
    void aSingleNodeReadThroughThePlatformIsOneEntry() {
        require(worker.http().get(V1 + "/nodes/" + note), 200);

        assertThat(text(theOne(), "lookKind")).isEqualTo("NODE");
        assertThat(text(theOne(), "nodeId")).isEqualTo(note);
        assertThat(text(theOne(), "version")).isEqualTo("1.0");
        assertThat(text(theOne(), "address")).isEqualTo("127.0.0.1");
    }

    @Test
    void aContentReadIsOneEntry() {
        require(worker.act(note, "establish", "{}"), 200);
        before = entries().size();

        assertThat(worker.http().get(V1 + "/nodes/" + note + "/content").status())
                .isEqualTo(200);

        assertThat(text(theOne(), "lookKind")).isEqualTo("CONTENT");
        assertThat(text(theOne(), "nodeId")).isEqualTo(note);
    }

    @Test
    void aVersionThatIsReadIsLogged() {
        require(worker.act(note, "establish", "{}"), 200);
        before = entries().size();

        require(worker.http().get(V1 + "/nodes/" + note + "/versions/1.0"), 200);

        assertThat(text(theOne(), "version")).isEqualTo("1.0");
    }

    @Test
    void aListIsOneEntryACase() {
        require(worker.http().get(V1 + "/nodes/" + opened.path("id").asText() + "/children?include=properties"), 200);
        assertThat(sinceThen()).hasSize(1);

        require(worker.http().get(API + "/cases?size=500"), 200);
        assertThat(sinceThen()).hasSize(2);
        assertThat(text(sinceThen().get(0), "lookKind")).isEqualTo("LIST");
        assertThat(text(sinceThen().get(0), "what")).isEqualTo("CasesGet");
    }

    @Test
    void anExportIsLogged() {
        assertThat(worker.http()
                        .get(API + "/deadlines?case=" + caseNumber + "&format=csv")
                        .status())
                .isEqualTo(200);
        assertThat(worker.http().get(API + "/documents/" + note + "/form.pdf").status())
                .isLessThan(500);

        assertThat(sinceThen()).extracting(entry -> text(entry, "lookKind")).contains("EXPORT");
    }

    @Test
    void refusedAttemptsAreLogged() {
        User stranger = repository.user("CASE_WORKER_OTHER");
        assertThat(stranger.http().get(API + "/cases/" + caseNumber).status()).isEqualTo(404);
        assertThat(stranger.http().get(API + "/documents/" + note).status()).isEqualTo(404);
        assertThat(stranger.http().get(V1 + "/nodes/" + note).status()).isEqualTo(403);
        assertThat(stranger.http().get(V1 + "/nodes/" + note + "/content").status())
                .isEqualTo(403);

        assertThat(sinceThen()).hasSize(4).allSatisfy(entry -> {
            assertThat(text(entry, "outcome")).isEqualTo("REFUSED");
            assertThat(text(entry, "role")).isEmpty();
            assertThat(text(entry, "user")).isEqualTo(stranger.name());
        });
    }

    @Test
    void whatTheRepositoryDoesForItselfIsNoLook() {
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, note);
        NodeService nodes = repository.bean("NodeService", NodeService.class);
        ContentService contents = repository.bean("ContentService", ContentService.class);
        AuthenticationUtil.runAsSystem(() -> {
            nodes.getProperties(node);
            return contents.getReader(node, ContentModel.PROP_CONTENT);
        });

        assertThat(sinceThen()).isEmpty();
    }

    @Test
    void aPersonWhoReadsWithoutARequestIsLoggedToo() {
        NodeRef node = new NodeRef(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE, note);
        NodeService nodes = repository.bean("NodeService", NodeService.class);
        RetryingTransactionHelper transactions =
                repository.bean("retryingTransactionHelper", RetryingTransactionHelper.class);
        AuthenticationUtil.runAs(
                () -> transactions.doInTransaction(
                        () -> {
                            nodes.getProperties(node);
                            return nodes.getProperties(node);
                        },
                        true),
                worker.name());

        assertThat(text(theOne(), "lookKind")).isEqualTo("NODE");
        assertThat(text(theOne(), "address")).isEmpty();
    }

    @Test
    void theLogHoldsNoNamesAndNoTexts() {
        require(worker.http().get(API + "/cases/" + caseNumber), 200);
        require(worker.http().get(V1 + "/nodes/" + opened.path("clientId").asText()), 200);

        assertThat(entries().toString()).doesNotContain("Testsson", "Samtal", "Testgatan");
    }

    @Test
    void theLogIsReadByTheManagerOfTheUnitAndByNobodyElse() {
        User other = repository.user("UNIT_MANAGER_OTHER");
        String path = API + "/access-log/cases/" + caseNumber;
        for (User each : List.of(worker, other)) {
            assertThat(each.http().get(path).status()).isEqualTo(403);
        }
        assertThat(worker.http().get(API + "/access-log/users/" + worker.name()).status())
                .isEqualTo(403);
        require(repository.admin().get(path), 200);
        require(repository.user("ARCHIVIST_SOC").http().get(path), 403);

        List<JsonNode> reports = new ArrayList<>();
        require(manager.http().get(path), 200).path("items").forEach(reports::add);
        assertThat(reports)
                .filteredOn(entry -> text(entry, "lookKind").equals("REPORT"))
                .extracting(entry -> text(entry, "user"))
                .contains(manager.name(), "admin", worker.name(), other.name());
    }

    @Test
    void whatAPersonLookedAtIsFoundInPagesAndAsAFile() {
        for (int i = 0; i < 5; i++) {
            worker.document(note);
        }
        String path = API + "/access-log/users/" + worker.name();
        List<String> times = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = require(manager.http().get(path + "?size=2" + after), 200);
            page.path("items").forEach(entry -> times.add(text(entry, "at")));
            after = page.path("next").isNull()
                    ? ""
                    : "&after=" + page.path("next").asText();
        } while (!after.isEmpty());

        assertThat(times).hasSize(before + 5);
        assertThat(manager.http().get(path + "?format=csv").body().lines()).hasSize(before + 6);
        assertThat(require(manager.http().get(path + "?from=2100-01-01"), 200).path("items"))
                .isEmpty();
    }

    @Test
    void looksWithoutARoleInTheCaseAreFound() {
        User stranger = repository.user("CASE_WORKER_OTHER");
        assertThat(stranger.http().get(API + "/documents/" + note).status()).isEqualTo(404);

        JsonNode found = require(manager.http().get(API + "/access-log/without-role?size=1000"), 200);

        assertThat(found.path("items"))
                .anySatisfy(entry -> assertThat(text(entry, "user")).isEqualTo(stranger.name()))
                .noneSatisfy(entry -> assertThat(text(entry, "user")).isEqualTo(worker.name()));
    }

    @Test
    void aSampleIsDrawnBySeedAndSignedOffOnce() {
        for (int i = 0; i < 10; i++) {
            worker.document(note);
        }
        String draw = "{\"unit\":\"SOC\",\"size\":5,\"seed\":\"42\",\"to\":\"2000-01-01\"}";
        assertThat(worker.http().post(API + "/access-log/samples", draw).status())
                .isEqualTo(403);
        assertThat(require(manager.http().post(API + "/access-log/samples", draw), 201)
                        .path("entries"))
                .isEmpty();

        String all = "{\"unit\":\"SOC\",\"size\":5,\"seed\":\"42\"}";
        JsonNode sample = require(manager.http().post(API + "/access-log/samples", all), 201);
        assertThat(sample.path("entries")).hasSize(5);
        assertThat(sample.path("drawnBy").asText()).isEqualTo(manager.name());
        assertThat(sample.path("population").asInt()).isGreaterThan(5);

        String path = API + "/access-log/samples/" + sample.path("id").asText();
        assertThat(require(manager.http().get(path), 200).path("entries")).isEqualTo(sample.path("entries"));
        assertThat(repository.user("UNIT_MANAGER_OTHER").http().get(path).status())
                .isEqualTo(404);
        assertThat(manager.http().post(path + "/sign", "{\"remark\":\" \"}").status())
                .isEqualTo(422);
        JsonNode signed = require(manager.http().post(path + "/sign", "{\"remark\":\"Inget att anmärka.\"}"), 200);
        assertThat(signed.path("signedBy").asText()).isEqualTo(manager.name());
        assertThat(signed.path("remark").asText()).isEqualTo("Inget att anmärka.");
        assertThat(manager.http().post(path + "/sign", "{\"remark\":\"Igen\"}").status())
                .isEqualTo(409);
    }

    @Test
    void theLogIsCheckedByAnAdministrator() {
        assertThat(manager.http().post(API + "/access-log/verify", "{}").status())
                .isEqualTo(403);

        JsonNode result = require(repository.admin().post(API + "/access-log/verify", "{}"), 200);

        assertThat(result.path("sound").asBoolean()).as("%s", result).isTrue();
        assertThat(result.path("entries").asInt()).isGreaterThan(1);
    }
}
