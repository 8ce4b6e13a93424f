package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * Whoever knows or guesses an id of a case they have no part in gets nothing by it, at any of the platform's doors or ours:
 * a case worker of another unit, and somebody without any role.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GuessedIdsTest {

    private static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";
    private static final String WORKFLOW = "/api/-default-/public/workflow/versions/1";
    private static final String CMIS = "/api/-default-/public/cmis/versions/1.1/browser";
    private static final String SECRET = "Hemligsson";

    private static final List<String> THINGS = List.of(
            "ins:caseFile",
            "ins:intervention",
            "ins:person",
            "ins:deadline",
            "ins:goal",
            "insctr:contractorFile",
            "insscn:queuedScan",
            "insrep:tally");

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private Staff staff;
    private CaseDesk desk;
    private String order;
    private String note;
    private String caseFile;
    private String task;
    private String process;
    private List<String> nodes;
    private List<Api> strangers;

    @BeforeAll
    void aRunningCaseOfAnotherUnit() {
        clock.setTo("2026-02-02");
        staff = Staff.of(target, "gis");
        OpenCareCases.WithOrder opened = OpenCareCases.withDraftOrders(staff, 1).get(0);
        desk = opened.desk();
        order = opened.order();
        CaseDesk.act(staff.caseWorker(), order, "send", Map.of());
        note = desk.create(staff.caseWorker(), "journalNote", Map.of("noteType", "OTHER", "noteText", SECRET));
        CaseDesk.change(staff.caseWorker(), note, Map.of("noteText", SECRET + " igen"));
        clock.morningOf("2026-02-14");
        task = desk.task(staff.coordinator(), "DL-06").path("id").asText().replace("activiti$", "");
        process = target.admin()
                .get(WORKFLOW + "/tasks/" + task)
                .expect(200)
                .at("/entry/processId")
                .asText();
        JsonNode overview = desk.overview(staff.caseWorker());
        caseFile = overview.path("id").asText();
        nodes = new ArrayList<>(List.of(caseFile, desk.interventionId(), order, note));
        overview.path("persons").forEach(person -> nodes.add(person.path("id").asText()));
        overview.at("/interventions/0/goals")
                .forEach(goal -> nodes.add(goal.path("goalId").asText()));
        overview.at("/interventions/0/deadlines")
                .forEach(each -> nodes.add(each.path("id").asText()));
        strangers = List.of(
                Staff.of(target, "fre").caseWorker(),
                target.as(new People(target.admin()).create("utan.roll" + System.currentTimeMillis())));
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    private static void assertShut(Api.Answer answer) {
        // 501: the embedded repository does not know this door at all.
        if (answer.status() != 501) {
            assertThat(answer.status())
                    .as(answer.response().request().method() + " "
                            + answer.response().uri())
                    .isBetween(400, 499);
        }
        assertNothingTold(answer);
    }

    private static void assertNothingTold(Api.Answer answer) {
        assertThat(answer.text())
                .doesNotContain(SECRET)
                .doesNotContain(Traces.MARK)
                .doesNotContain("Vera");
    }

    @Test
    void noNodeOfTheCaseIsReadOverThePlatformsRestApi() {
        assertThat(nodes).hasSizeGreaterThan(7);
        for (Api stranger : strangers) {
            for (String node : nodes) {
                for (String door : List.of(
                        "",
                        "/content",
                        "/children",
                        "/versions",
                        "/versions/1.0",
                        "/versions/1.0/content",
                        "/parents",
                        "?include=permissions,path,aspectNames,properties")) {
                    assertShut(stranger.get(PUBLIC + "/nodes/" + node + door));
                }
            }
        }
    }

    @Test
    void noNodeOfTheCaseIsChangedOverThePlatformsRestApi() {
        for (Api stranger : strangers) {
            for (String node : nodes) {
                assertShut(stranger.put(PUBLIC + "/nodes/" + node, Map.of("properties", Map.of("cm:title", "x"))));
                assertShut(stranger.put(PUBLIC + "/nodes/" + node + "/content", new byte[] {65}, "text/plain"));
                assertShut(stranger.delete(PUBLIC + "/nodes/" + node));
                assertShut(stranger.delete(PUBLIC + "/nodes/" + node + "/versions/1.0"));
                assertShut(stranger.post(
                        PUBLIC + "/nodes/" + node + "/children", Map.of("name", "x.txt", "nodeType", "cm:content")));
            }
        }
    }

    @Test
    void noPathLeadsIn() {
        String year = desk.caseNumber().substring(0, 4);
        for (Api stranger : strangers) {
            for (String path : List.of(
                    "Insats/Cases/" + year + "/" + desk.caseNumber(),
                    "Insats/../Insats/Cases/" + year + "/" + desk.caseNumber(),
                    "Insats/Cases/" + year + "/" + desk.caseNumber() + "/" + desk.caseNumber() + "-I01")) {
                String relative = URLEncoder.encode(path, StandardCharsets.UTF_8);
                assertShut(stranger.get(PUBLIC + "/nodes/-root-?relativePath=" + relative));
                assertShut(stranger.get(PUBLIC + "/nodes/-root-/children?relativePath=" + relative));
                assertShut(stranger.post(
                        PUBLIC + "/nodes/-root-/children",
                        Map.of("name", "x.txt", "nodeType", "cm:content", "relativePath", path)));
            }
        }
    }

    /** Things of ours exist only where our services made them: a type alone makes nobody a case. */
    @Test
    void nobodyMakesThingsOfOursOverThePlatformsRestApi() {
        for (Api who :
                Stream.concat(strangers.stream(), Stream.of(staff.caseWorker())).toList()) {
            for (String parent : List.of("-my-", "-shared-", caseFile, desk.interventionId())) {
                for (String type : THINGS) {
                    Api.Answer made = who.post(
                            PUBLIC + "/nodes/" + parent + "/children",
                            Map.of("name", UUID.randomUUID().toString(), "nodeType", type));
                    assertThat(made.status())
                            .as(type + " in " + parent + " by " + who.userName() + ": " + made.text())
                            .isBetween(400, 499);
                }
            }
        }
        assertThat(desk.overview(staff.caseWorker()).path("interventions")).hasSize(1);
    }

    @Test
    void nobodyMakesADocumentOfACaseOutsideOne() {
        for (Api who :
                Stream.concat(strangers.stream(), Stream.of(staff.caseWorker())).toList()) {
            for (String parent : List.of("-my-", "-shared-")) {
                Api.Answer made = who.post(
                        PUBLIC + "/nodes/" + parent + "/children",
                        Map.of("name", UUID.randomUUID().toString(), "nodeType", "insdec:decision"));
                assertThat(made.status()).as(made.text()).isBetween(400, 499);
            }
        }
    }

    @Test
    void noTaskOrWorkflowIsReadChangedOrRemovedByAStranger() {
        for (Api stranger : strangers) {
            assertShut(stranger.get(WORKFLOW + "/tasks/" + task));
            assertShut(stranger.put(WORKFLOW + "/tasks/" + task + "?select=state", Map.of("state", "claimed")));
            assertShut(stranger.put(WORKFLOW + "/tasks/" + task + "?select=state", Map.of("state", "completed")));
            assertShut(stranger.get(WORKFLOW + "/processes/" + process));
            assertShut(stranger.get(WORKFLOW + "/processes/" + process + "/tasks"));
            assertShut(stranger.delete(WORKFLOW + "/processes/" + process));
            assertShut(stranger.get(CaseDesk.V1 + "/tasks/activiti$" + task));
            assertShut(stranger.post(CaseDesk.V1 + "/tasks/activiti$" + task + "/complete", Map.of()));
        }
    }

    @Test
    void notEvenThoseWhoseTaskItIsRemoveTheWorkflow() {
        for (Api who : List.of(staff.coordinator(), target.admin())) {
            Api.Answer refused = who.delete(WORKFLOW + "/processes/" + process);
            assertThat(refused.status()).as(refused.text()).isBetween(400, 499);
        }
        assertThat(desk.task(staff.coordinator(), "DL-06").path("id").asText()).endsWith(task);
    }

    @Test
    void aTaskIsNotGivenToAStranger() {
        assumeFalse(target.isEmbedded(), "The embedded repository changes nothing of a task but its state");
        Api.Answer refused = target.admin()
                .put(
                        WORKFLOW + "/tasks/" + task + "?select=assignee",
                        Map.of("assignee", strangers.get(0).userName()));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("INS-TASK-STRANGER:");
        assertShut(strangers.get(0).get(WORKFLOW + "/tasks/" + task));
    }

    @Test
    void ourOwnApiSaysNothingOfWhatOneMayNotKnow() {
        String person = desk.people(staff.caseWorker(), "GUARDIAN").get(0);
        for (Api stranger : strangers) {
            for (String path : List.of(
                    "/cases/" + desk.caseNumber(),
                    "/cases/" + desk.caseNumber() + "/members",
                    "/cases/" + desk.caseNumber() + "/staff",
                    "/documents/" + note,
                    "/documents/" + order,
                    "/documents/" + order + "/form.pdf",
                    "/deadlines?case=" + desk.caseNumber(),
                    "/lists/allocation?unit=" + staff.unit(),
                    "/lists/allocation?unit=" + staff.performerUnit(),
                    "/lists/expiring-grants?unit=" + staff.unit(),
                    "/lists/waiting-for-match?unit=" + staff.performerUnit(),
                    "/reports/compliance?unit=" + staff.unit() + "&from=2026-01&to=2026-12",
                    "/reports/order-to-start?unit=" + staff.unit() + "&from=2026-01&to=2026-12",
                    "/meetings/agenda?unit=" + staff.performerUnit() + "&date=2026-02-16")) {
                Api.Answer answer = stranger.get(CaseDesk.V1 + path);
                assertNothingTold(answer);
                if (answer.status() == 200) {
                    assertThat(answer.json().path("items")).as(path).isEmpty();
                } else {
                    assertThat(answer.status()).as(path + ": " + answer.text()).isBetween(400, 499);
                }
            }
            assertShut(stranger.put(CaseDesk.V1 + "/documents/" + note, Map.of("version", "1.1", "fields", Map.of())));
            assertShut(stranger.delete(CaseDesk.V1 + "/documents/" + note + "?version=1.1"));
            assertShut(stranger.post(CaseDesk.V1 + "/documents/" + note + "/actions/establish", Map.of()));
            assertShut(stranger.put(CaseDesk.V1 + "/persons/" + person, Map.of("name", "x")));
            assertShut(stranger.post(
                    CaseDesk.V1 + "/cases/" + desk.caseNumber() + "/members",
                    Map.of("userName", stranger.userName(), "role", "CASE_WORKER")));
            assertShut(stranger.post(
                    CaseDesk.V1 + "/cases/" + desk.caseNumber() + "/documents",
                    Map.of("kind", "journalNote", "fields", Map.of())));
        }
    }

    /** What is there and what is not are answered alike, so that nobody finds out by asking. */
    @Test
    void whatIsSecretAndWhatIsNotThereAreAnsweredAlike() {
        String nobodys = UUID.randomUUID().toString();
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("/documents/" + note, "/documents/" + nobodys);
        asked.put("/cases/" + desk.caseNumber(), "/cases/2026-999999");
        asked.put("/tasks/activiti$" + task, "/tasks/activiti$999999999");
        for (Api stranger : strangers) {
            asked.forEach((there, notThere) -> {
                Api.Answer first = stranger.get(CaseDesk.V1 + there);
                Api.Answer second = stranger.get(CaseDesk.V1 + notThere);
                assertThat(first.status()).as(there).isEqualTo(second.status());
                assertThat(first.json().at("/error/id")).isEqualTo(second.json().at("/error/id"));
            });
        }
    }

    @Test
    void nothingIsAnsweredWithoutALogin() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        for (String path : List.of(
                CaseDesk.V1 + "/cases",
                CaseDesk.V1 + "/case-options",
                CaseDesk.V1 + "/documents/" + note,
                CaseDesk.V1 + "/model/order",
                CaseDesk.V1 + "/profiles",
                PUBLIC + "/nodes/" + note,
                PUBLIC + "/nodes/" + note + "/content",
                WORKFLOW + "/tasks/" + task)) {
            HttpResponse<String> answer = client.send(
                    HttpRequest.newBuilder(URI.create(target.base() + path)).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(path).isEqualTo(401);
        }
    }

    /** Text that somebody uploads never comes back as a page that a browser would run. */
    @Test
    void contentIsServedAsAnAttachment() {
        Api.Answer dropped = staff.caseWorker()
                .upload(
                        PUBLIC + "/nodes/" + caseFile + "/children",
                        "filedata",
                        "brev.html",
                        "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8),
                        Map.of("name", "brev.html"));
        dropped.expect(201);

        Api.Answer content = staff.caseWorker()
                .get(PUBLIC + "/nodes/" + dropped.json().at("/entry/id").asText() + "/content?attachment=false");

        content.expect(200);
        assertThat(content.response()
                        .headers()
                        .firstValue("Content-Disposition")
                        .orElse(""))
                .startsWith("attachment");
    }

    @Test
    void cmisOpensNothing() {
        assumeFalse(target.isEmbedded(), "The embedded repository has no CMIS");
        for (Api stranger : strangers) {
            for (String node : nodes) {
                assertShut(stranger.get(CMIS + "/root?objectId=" + node));
                assertShut(stranger.get(CMIS + "/root?objectId=" + node + "&cmisselector=children"));
                assertShut(stranger.get(CMIS + "/root?objectId=" + node + "&cmisselector=content"));
            }
            for (String type : List.of("ins:caseDocument", "ins:person", "ins:deadline", "ins:caseFile")) {
                Api.Answer found = stranger.get(CMIS + "?cmisselector=query&q="
                        + URLEncoder.encode("SELECT * FROM " + type, StandardCharsets.UTF_8));
                assertNothingTold(found);
                assertThat(found.text()).doesNotContain(desk.caseNumber());
            }
        }
        JsonNode before = desk.overview(staff.caseWorker()).path("documents");
        for (Api who : Stream.concat(strangers.stream(), Stream.of(staff.caseWorker(), target.admin()))
                .toList()) {
            assertThat(cmis(who, note, "delete", "&allVersions=true").status()).isBetween(400, 499);
            // Answered with what could not be deleted, as CMIS has it: everything.
            cmis(who, caseFile, "deleteTree", "&allVersions=true&continueOnFailure=true");
            assertThat(desk.overview(staff.caseWorker()).path("documents")).hasSameSizeAs(before);
            assertThat(cmis(who, note, "checkOut", "").status()).isBetween(400, 499);
        }
        assertThat(CaseDesk.status(staff.caseWorker(), note)).isEqualTo("DRAFT");
    }

    private static Api.Answer cmis(Api who, String node, String action, String more) {
        return who.postRaw(
                CMIS + "/root?objectId=" + node, "cmisaction=" + action + more, "application/x-www-form-urlencoded");
    }

    @Test
    void webDavOpensNothing() {
        assumeFalse(target.isEmbedded(), "The embedded repository has no WebDAV");
        String folder = "/webdav/Insats/Cases/" + desk.caseNumber().substring(0, 4) + "/" + desk.caseNumber();
        String file = folder + "/"
                + CaseDesk.read(staff.caseWorker(), note).path("name").asText();
        for (Api stranger : strangers) {
            assertShut(stranger.get(folder));
            assertShut(stranger.get(file));
            assertShut(stranger.put(folder + "/x.txt", new byte[] {65}, "text/plain"));
            assertShut(stranger.delete(file));
        }
        for (Api who : List.of(staff.caseWorker(), target.admin())) {
            assertThat(who.delete(file).status()).isBetween(400, 499);
            // WebDAV answers what a rule refuses of a folder with 500, and the folder stays.
            assertThat(who.delete(folder).status()).isGreaterThanOrEqualTo(400);
        }
        assertThat(CaseDesk.status(staff.caseWorker(), note)).isEqualTo("DRAFT");
    }
}
