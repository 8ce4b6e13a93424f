package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Whoever looks at a case by whichever door stands in the access log, once. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Covers("CON-118")
class AccessLogTest {

    private static final String V1 = "/s/insats/v1";
    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";
    private static final String CMIS = "/api/-default-/public/cmis/versions/1.1/browser/root";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private Staff staff;
    private Api worker;
    private Api manager;
    private Api stranger;
    private CaseDesk desk;
    private String note;
    private int before;

    @BeforeAll
    void aCaseWithANote() {
        clock.setTo("2026-03-02");
        staff = Staff.of(target, "log");
        worker = staff.caseWorker();
        People people = new People(target.admin());
        manager =
                target.as(people.inRole(staff.unit().toLowerCase(Locale.ROOT) + ".chef", "UNIT_MANAGER", staff.unit()));
        stranger = Staff.of(target, "frl").caseWorker();
        desk = CaseDesk.open(worker, CaseDesk.intake(staff.unit(), staff.performerUnit()));
        note = desk.create(worker, "journalNote", Map.of("noteType", "OTHER", "noteText", "Samtal"));
        CaseDesk.act(worker, note, "establish", Map.of());
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    @BeforeEach
    void count() {
        before = entries().size();
    }

    private List<JsonNode> entries() {
        List<JsonNode> found = new ArrayList<>();
        manager.get(V1 + "/access-log/cases/" + desk.caseNumber() + "?size=1000")
                .expect(200)
                .path("items")
                .forEach(entry -> {
                    if (!entry.path("lookKind").asText().equals("REPORT")) {
                        found.add(entry);
                    }
                });
        return found;
    }

    private List<JsonNode> since() {
        List<JsonNode> all = entries();
        return all.subList(0, all.size() - before);
    }

    private void assertOnce(String kind, Api who) {
        List<JsonNode> since = since();
        assertThat(since).as("%s", since).singleElement().satisfies(entry -> {
            assertThat(entry.path("lookKind").asText()).isEqualTo(kind);
            assertThat(entry.path("user").asText()).isEqualTo(who.userName());
            assertThat(entry.path("address").asText()).isNotEmpty();
            assertThat(entry.path("unit").asText()).isEqualTo(staff.unit());
        });
    }

    @Test
    void aDocumentReadThroughOurApi() {
        worker.get(V1 + "/documents/" + note).expect(200);

        assertOnce("READ", worker);
        assertThat(since().get(0).path("role").asText()).contains("RESPONSIBLE_CASE_WORKER");
    }

    @Test
    void aNodeReadThroughThePlatformsRestApi() {
        worker.get(PUBLIC + "/nodes/" + note).expect(200);

        assertOnce("NODE", worker);
        assertThat(since().get(0).path("nodeId").asText()).isEqualTo(note);
    }

    @Test
    void aContentReadThroughThePlatformsRestApi() {
        assertThat(worker.get(PUBLIC + "/nodes/" + note + "/content").status()).isEqualTo(200);

        assertOnce("CONTENT", worker);
    }

    @Test
    void aListOfNodesIsOneEntryACase() {
        worker.get(PUBLIC + "/nodes/" + desk.overview(worker).path("id").asText() + "/children?include=properties")
                .expect(200);

        assertThat(since())
                .filteredOn(entry -> !entry.path("what").asText().equals("CaseGet"))
                .hasSize(1);
    }

    @Test
    void aListOfOursIsOneEntryACase() {
        worker.get(V1 + "/cases?size=100").expect(200);

        assertOnce("LIST", worker);
    }

    @Test
    void whatIsRefused() {
        assertThat(stranger.get(V1 + "/documents/" + note).status()).isEqualTo(404);
        assertThat(stranger.get(PUBLIC + "/nodes/" + note).status()).isEqualTo(403);
        assertThat(stranger.get(PUBLIC + "/nodes/" + note + "/content").status())
                .isEqualTo(403);

        assertThat(since()).hasSize(3).allSatisfy(entry -> {
            assertThat(entry.path("outcome").asText()).isEqualTo("REFUSED");
            assertThat(entry.path("role").asText()).isEmpty();
        });
        assertThat(manager.get(V1 + "/access-log/without-role?size=1000")
                        .expect(200)
                        .path("items"))
                .anySatisfy(entry -> assertThat(entry.path("user").asText()).isEqualTo(stranger.userName()));
    }

    @Test
    void aReadOverWebDav() {
        assumeFalse(target.isEmbedded(), "The embedded repository has no WebDAV");
        String name = CaseDesk.read(worker, note).path("name").asText();
        String path =
                "/webdav/Insats/Cases/" + desk.caseNumber().substring(0, 4) + "/" + desk.caseNumber() + "/" + name;
        before = entries().size();

        assertThat(worker.get(path).status()).isEqualTo(200);

        assertThat(since())
                .isNotEmpty()
                .allMatch(entry -> entry.path("user").asText().equals(worker.userName()));
        assertThat(since()).anyMatch(entry -> entry.path("lookKind").asText().equals("CONTENT"));
    }

    @Test
    void aReadOverCmis() {
        assumeFalse(target.isEmbedded(), "The embedded repository has no CMIS");

        worker.get(CMIS + "?objectId=" + note + "&cmisselector=object").expect(200);
        assertThat(since())
                .isNotEmpty()
                .allMatch(entry -> entry.path("nodeId").asText().equals(note)
                        || entry.path("lookKind").asText().equals("LIST"));

        assertThat(worker.get(CMIS + "?objectId=" + note + "&cmisselector=content")
                        .status())
                .isEqualTo(200);
        assertThat(since()).anyMatch(entry -> entry.path("lookKind").asText().equals("CONTENT"));
    }

    @Test
    void theLogIsSound() {
        JsonNode result =
                target.admin().post(V1 + "/access-log/verify", Map.of()).expect(200);

        assertThat(result.path("sound").asBoolean()).as("%s", result).isTrue();
    }

    @Test
    void exceptionalAccessEndsByItself() {
        assertThat(stranger.get(V1 + "/cases/" + desk.caseNumber()).status()).isEqualTo(404);
        stranger.post(V1 + "/cases/" + desk.caseNumber() + "/exceptional-access", Map.of("reason", "Jourärende"))
                .expect(201);
        stranger.get(V1 + "/cases/" + desk.caseNumber()).expect(200);
        assertThat(since().get(0).path("exceptionalAccess").asText()).isNotEmpty();

        clock.morningOf("2026-03-03");

        assertThat(stranger.get(V1 + "/cases/" + desk.caseNumber()).status()).isEqualTo(404);
    }
}
