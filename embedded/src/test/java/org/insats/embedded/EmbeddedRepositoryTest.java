package org.insats.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Date;
import java.util.Map;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.namespace.QName;
import org.insats.embedded.Http.Answer;
import org.insats.embedded.core.security.AuthorityServiceImpl;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRepositoryTest {

    private static final String API = "/alfresco/api/-default-/public/alfresco/versions/1";
    private static final String TICKETS = "/alfresco/api/-default-/public/authentication/versions/1/tickets";
    private static final String BPM = "http://www.alfresco.org/model/bpm/1.0";
    private static final String EMT = "http://insats.org/model/embeddedtest/1.0";
    private static final String WORKFLOW = "/alfresco/api/-default-/public/workflow/versions/1";

    @TempDir
    private static Path data;

    private static EmbeddedRepository repository;
    private static Http admin;
    private static Http nobody;
    private static Http user;

    @BeforeAll
    static void start() {
        repository = EmbeddedRepository.builder()
                .dataDir(data)
                .onlyModules("insats-test-support", "insats-embedded-test")
                .start();
        admin = new Http(repository, "admin:admin");
        nobody = new Http(repository, null);
        admin.post(
                API + "/people",
                "{\"id\":\"testt\",\"firstName\":\"Test\",\"lastName\":\"Testsson\",\"email\":\"testt@example.invalid\",\"password\":\"hemligt\"}");
        admin.post(API + "/groups", "{\"id\":\"EMT_WORKERS\"}");
        admin.post(API + "/groups/GROUP_EMT_WORKERS/members", "{\"id\":\"testt\",\"memberType\":\"PERSON\"}");
        user = new Http(repository, "testt:hemligt");
    }

    @AfterAll
    static void stop() {
        repository.close();
    }

    @Test
    void aTakenPortIsRefusedWithAdvice() {
        var second = EmbeddedRepository.builder()
                .dataDir(data.resolve("second"))
                .onlyModules("insats-embedded-test")
                .port(repository.port());

        assertThatThrownBy(second::start).hasMessageContaining("--port");
    }

    @Nested
    class LogIn {

        @Test
        void answersWhoIsLoggedIn() {
            Answer me = user.get(API + "/people/-me-");

            assertThat(me.status()).isEqualTo(200);
            assertThat(me.entry().path("id").asText()).isEqualTo("testt");
            assertThat(me.entry().path("displayName").asText()).isEqualTo("Test Testsson");
        }

        @Test
        void asksForCredentials() {
            Answer answer = nobody.get(API + "/people/-me-");

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).isEqualTo("Basic realm=\"Alfresco\"");
            assertThat(answer.json().path("error").path("statusCode").asInt()).isEqualTo(401);
        }

        @Test
        void aTicketStandsForThePassword() {
            String ticket = nobody.post(TICKETS, "{\"userId\":\"testt\",\"password\":\"hemligt\"}")
                    .entry()
                    .path("id")
                    .asText();

            assertThat(ticket).startsWith("TICKET_");
            Http byTicket = new Http(repository, "ROLE_TICKET:" + ticket);
            assertThat(byTicket.get(API + "/people/-me-").status()).isEqualTo(200);
            assertThat(new Http(repository, ticket).get(TICKETS + "/-me-").status())
                    .isEqualTo(200);
            assertThat(nobody.get(API + "/people/-me-?alf_ticket=" + ticket).status())
                    .isEqualTo(200);
            assertThat(byTicket.delete(TICKETS + "/-me-").status()).isEqualTo(204);
            assertThat(byTicket.get(API + "/people/-me-").status()).isEqualTo(401);
        }

        @Test
        void aWrongPasswordGivesNoTicket() {
            assertThat(nobody.post(TICKETS, "{\"userId\":\"testt\",\"password\":\"fel\"}")
                            .status())
                    .isEqualTo(403);
        }

        @Test
        void tenWrongPasswordsShutTheNameOut() {
            Http wrong = new Http(repository, "guessed:wrong");
            for (int i = 0; i < 12; i++) {
                assertThat(wrong.get(API + "/people/-me-").status()).isEqualTo(401);
            }
        }

        @Test
        void onlyAdministratorsCreatePeople() {
            Answer answer = user.post(API + "/people", "{\"id\":\"x\",\"firstName\":\"X\",\"password\":\"x\"}");

            assertThat(answer.status()).isEqualTo(403);
        }
    }

    @Nested
    class WebScripts {

        private static final String ECHO = "/alfresco/s/insats/embeddedtest/";

        @Test
        void runAsTheUserWithTheParametersAndTheBody() {
            Answer answer = user.post(ECHO + "plain/echo?note=a%20b", "{\"å\":1}");

            assertThat(answer.status()).isEqualTo(202);
            assertThat(answer.body()).isEqualTo("testt:a b:{\"å\":1}");
        }

        @Test
        void readForms() {
            Answer answer =
                    user.upload(ECHO + "plain/echo", "a.pdf", "x".getBytes(StandardCharsets.UTF_8), "sha256=0f");

            assertThat(answer.body()).isEqualTo("testt:null:sha256=0f;filedata=a.pdf;");
        }

        @Test
        void answerTheirOwnExceptionsWithStatusAndJson() {
            Answer answer = user.post(ECHO + "conflict/echo", "{}");

            assertThat(answer.status()).isEqualTo(409);
            assertThat(answer.json().path("status").path("code").asInt()).isEqualTo(409);
            assertThat(answer.json().path("message").asText()).isEqualTo("Somebody \"else\" was faster");
        }

        @Test
        void answerAnyOtherExceptionWith500AsSurfDoes() {
            assertThat(user.post(ECHO + "rule/echo", "{}").status()).isEqualTo(500);
        }

        @Test
        void areRetriedWithTheBodyReadAgain() {
            Answer answer = user.post(ECHO + "retry/echo", "{}");

            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("testt:null:{}");
        }

        @Test
        void areFoundByAddressAndMethod() {
            assertThat(user.post("/alfresco/s/insats/nothing", "{}").status()).isEqualTo(404);
            assertThat(user.get(ECHO + "plain/echo").status()).isEqualTo(405);
            assertThat(user.post("/alfresco/service/insats/embeddedtest/plain/echo", "{}")
                            .status())
                    .isEqualTo(202);
        }

        @Test
        void forAdministratorsRefuseOthers() {
            assertThat(admin.get("/alfresco/s/insats/test/clock").status()).isEqualTo(200);
            assertThat(user.get("/alfresco/s/insats/test/clock").status()).isEqualTo(401);
            assertThat(nobody.get("/alfresco/s/insats/test/clock").status()).isEqualTo(401);
        }

        @Test
        void theMovedClockIsTheOneThatInsatsGoesBy() {
            Answer moved = admin.post("/alfresco/s/insats/test/clock", "{\"date\":\"2031-05-05\"}");

            assertThat(moved.json().path("date").asText()).isEqualTo("2031-05-05");
            java.time.Clock clock = repository.context().getBean("insats.clock", java.time.Clock.class);
            assertThat(clock.instant().toString()).startsWith("2031-05-05T06:");
            assertThat(admin.post("/alfresco/s/insats/test/clock/reset", "{}")
                            .json()
                            .path("moved")
                            .asBoolean())
                    .isFalse();
        }
    }

    @Nested
    class Nodes {

        private String folder() {
            return admin.post(
                            API + "/nodes/-root-/children?autoRename=true",
                            "{\"name\":\"Test\",\"nodeType\":\"cm:folder\",\"properties\":{\"cm:title\":\"Prov\"}}")
                    .entry()
                    .path("id")
                    .asText();
        }

        @Test
        void areCreatedUploadedVersionedListedAndDownloaded() {
            String folder = folder();
            Answer uploaded = admin.upload(
                    API + "/nodes/" + folder + "/children", "a.txt", "ett".getBytes(StandardCharsets.UTF_8));
            assertThat(uploaded.status()).isEqualTo(201);
            String id = uploaded.entry().path("id").asText();
            assertThat(uploaded.entry()
                            .path("properties")
                            .path("cm:versionLabel")
                            .asText())
                    .isEqualTo("1.0");

            Answer second = admin.send(
                    "PUT",
                    API + "/nodes/" + id + "/content?majorVersion=true&comment=Ny",
                    "text/plain",
                    java.net.http.HttpRequest.BodyPublishers.ofString("två"));
            assertThat(second.entry().path("properties").path("cm:versionLabel").asText())
                    .isEqualTo("2.0");

            JsonNode versions =
                    admin.get(API + "/nodes/" + id + "/versions").json().path("list");
            assertThat(versions.path("pagination").path("count").asInt()).isEqualTo(2);
            assertThat(versions.path("entries").get(0).path("entry").path("id").asText())
                    .isEqualTo("2.0");
            assertThat(versions.path("entries")
                            .get(0)
                            .path("entry")
                            .path("versionComment")
                            .asText())
                    .isEqualTo("Ny");

            Answer download = admin.get(API + "/nodes/" + id + "/content");
            assertThat(download.body()).isEqualTo("två");
            assertThat(download.header("Content-Disposition")).startsWith("attachment; filename=\"a.txt\"");
            assertThat(admin.get(API + "/nodes/" + id + "/versions/1.0/content").body())
                    .isEqualTo("ett");

            JsonNode children =
                    admin.get(API + "/nodes/" + folder + "/children").json().path("list");
            assertThat(children.path("entries")
                            .get(0)
                            .path("entry")
                            .path("name")
                            .asText())
                    .isEqualTo("a.txt");
            assertThat(children.path("pagination").path("totalItems").asInt()).isEqualTo(1);
        }

        @Test
        void areChangedMovedAndDeleted() {
            String folder = folder();
            String other = folder();
            String id = admin.upload(API + "/nodes/" + folder + "/children", "b.txt", new byte[] {1})
                    .entry()
                    .path("id")
                    .asText();

            Answer changed = admin.put(API + "/nodes/" + id, "{\"properties\":{\"cm:title\":\"Titel\"}}");
            assertThat(changed.entry().path("properties").path("cm:title").asText())
                    .isEqualTo("Titel");
            Answer moved = admin.post(API + "/nodes/" + id + "/move", "{\"targetParentId\":\"" + other + "\"}");
            assertThat(moved.entry().path("parentId").asText()).isEqualTo(other);
            assertThat(admin.delete(API + "/nodes/" + id).status()).isEqualTo(204);
            assertThat(admin.get(API + "/nodes/" + id).status()).isEqualTo(404);
        }

        @Test
        void areRefusedWithTheStatusThatAcsGives() {
            String folder = folder();
            admin.upload(API + "/nodes/" + folder + "/children", "c.txt", new byte[] {1});
            String children = API + "/nodes/" + folder + "/children";

            assertThat(admin.upload(children, "c.txt", new byte[] {2}).status()).isEqualTo(409);
            assertThat(admin.post(children, "{\"name\":\"d\",\"nodeType\":\"emt:unknown\"}")
                            .status())
                    .isEqualTo(400);
            assertThat(admin.post(children, "{\"nodeType\":\"cm:content\"}").status())
                    .isEqualTo(400);
            assertThat(admin.post(children, "not json").status()).isEqualTo(400);
            assertThat(admin.post(children, "{\"name\":\"../x\",\"nodeType\":\"cm:content\"}")
                            .status())
                    .isEqualTo(422);
            assertThat(user.post(children, "{\"name\":\"e\",\"nodeType\":\"cm:content\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(admin.get(API + "/nodes/no-such-node").status()).isEqualTo(404);
            assertThat(admin.delete(API + "/nodes/-root-").status()).isEqualTo(403);
            assertThat(admin.get(API + "/sites").status()).isEqualTo(501);
        }

        @Test
        void refuseWhatIsNotSupported() {
            String node = API + "/nodes/-root-";

            assertThat(admin.get(node + "?include=path").status()).isEqualTo(501);
            assertThat(admin.get(node + "/children?where=(isFile=true)").status())
                    .isEqualTo(501);
            assertThat(admin.put(node, "{\"permissions\":{\"isInheritanceEnabled\":false}}")
                            .status())
                    .isEqualTo(501);
        }
    }

    @Nested
    class Workflows {

        private String start() {
            WorkflowService workflows = repository.context().getBean("WorkflowService", WorkflowService.class);
            NodeRef workers = repository
                    .context()
                    .getBean(AuthorityServiceImpl.class)
                    .node("GROUP_EMT_WORKERS")
                    .orElseThrow();
            Map<QName, Serializable> values = Map.of(
                    QName.createQName(BPM, "groupAssignee"),
                    workers,
                    QName.createQName(EMT, "dueDate"),
                    Date.from(Instant.parse("2026-12-24T12:00:00Z")),
                    QName.createQName(EMT, "caseNumber"),
                    "2026-000001");
            AuthenticationUtil.clearCurrentSecurityContext();
            return AuthenticationUtil.runAs(
                    () -> {
                        String definition =
                                workflows.getDefinitionByName("activiti$emtAct").getId();
                        String id = workflows
                                .startWorkflow(definition, values)
                                .getInstance()
                                .getId();
                        return id.substring(id.indexOf('$') + 1);
                    },
                    "testt");
        }

        private JsonNode task(String processId) {
            return user.get(WORKFLOW + "/processes/" + processId + "/tasks")
                    .json()
                    .path("list")
                    .path("entries")
                    .get(0)
                    .path("entry");
        }

        @Test
        void areStartedClaimedAndCompleted() {
            String process = start();
            JsonNode task = task(process);
            String path = WORKFLOW + "/tasks/" + task.path("id").asText();
            assertThat(task.path("state").asText()).isEqualTo("unclaimed");
            assertThat(task.path("dueAt").asText()).isEqualTo("2026-12-24T12:00:00.000+0000");
            assertThat(task.path("formResourceKey").asText()).isEqualTo("emt:actTask");
            assertThat(task.path("priority").asInt()).isEqualTo(2);

            assertThat(user.put(path + "?select=state", "{\"state\":\"claimed\"}")
                            .entry()
                            .path("assignee")
                            .asText())
                    .isEqualTo("testt");
            Answer done = user.put(
                    path + "?select=state,variables",
                    "{\"state\":\"completed\",\"variables\":[{\"name\":\"emt_result\",\"value\":\"gjort\",\"scope\":\"local\"}]}");

            assertThat(done.entry().path("state").asText()).isEqualTo("completed");
            assertThat(user.get(WORKFLOW + "/processes/" + process)
                            .entry()
                            .path("completed")
                            .asBoolean())
                    .isTrue();
            assertThat(user.put(path + "?select=state", "{\"state\":\"claimed\"}")
                            .status())
                    .isEqualTo(405);
        }

        @Test
        void areListedForTheirCandidates() {
            String process = start();

            JsonNode mine = user.get(WORKFLOW + "/tasks?where=(candidateUser='testt')")
                    .json()
                    .path("list")
                    .path("entries");

            assertThat(mine.findValuesAsText("processId")).contains(process);
            assertThat(user.delete(WORKFLOW + "/processes/" + process).status()).isEqualTo(204);
        }

        @Test
        void areClosedToStrangers() {
            admin.post(
                    API + "/people",
                    "{\"id\":\"annan\",\"firstName\":\"Annan\",\"email\":\"annan@example.invalid\",\"password\":\"hemligt\"}");
            Http stranger = new Http(repository, "annan:hemligt");
            String process = start();
            String task = task(process).path("id").asText();

            assertThat(stranger.get(WORKFLOW + "/tasks/" + task).status()).isEqualTo(403);
            assertThat(stranger.put(WORKFLOW + "/tasks/" + task + "?select=state", "{\"state\":\"claimed\"}")
                            .status())
                    .isEqualTo(403);
            assertThat(stranger.get(WORKFLOW + "/processes/" + process).status())
                    .isEqualTo(403);
            assertThat(stranger.get(WORKFLOW + "/tasks/99999999").status()).isEqualTo(404);
        }
    }
}
