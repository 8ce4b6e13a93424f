package org.insats.accesslog;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.stream.IntStream;
import org.insats.benchmark.Measure;
import org.insats.benchmark.Pairs;

/**
 * What logging adds to a document that is made, to lists and to a content read: over HTTP, by the address and login in the settings, with
 * the log on and off in turn. Whoever logs in must be an administrator.
 */
final class LogCost implements Measure {

    private static final String V1 = "/api/-default-/public/alfresco/versions/1";
    private static final String API = "/s/insats/v1";
    private static final String UNIT = "BNCH";

    private final AccessLog log;
    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    LogCost(AccessLog log) {
        this.log = log;
    }

    @Override
    public String name() {
        return "access-log-cost";
    }

    /** Settings: {@code base} and {@code login} of this repository, {@code rounds}, {@code batch} requests each a round. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        Caller caller = new Caller(
                settings.path("base").asText(), settings.path("login").asText("admin:admin"));
        int rounds = settings.path("rounds").asInt(40);
        int batch = settings.path("batch").asInt(10);
        String user = settings.path("login").asText("admin:admin").split(":", 2)[0];
        caller.tried("POST", V1 + "/groups", "{\"id\":\"INSATS_CASE_WORKER_" + UNIT + "\",\"displayName\":\"Test\"}");
        caller.tried(
                "POST",
                V1 + "/groups/GROUP_INSATS_CASE_WORKER_" + UNIT + "/members",
                "{\"id\":\"" + user + "\",\"memberType\":\"PERSON\"}");
        String caseNumber = caller.json(
                        "POST",
                        API + "/cases",
                        "{\"profile\":\"motala-srv\",\"unit\":\"" + UNIT
                                + "\",\"service\":\"OPEN_CARE\",\"performerUnit\":\"" + UNIT
                                + "\",\"client\":{\"name\":\"Test Testsson\",\"birthDate\":\"2013-05-14\"}}")
                .path("caseNumber")
                .asText();
        String notes = API + "/cases/" + caseNumber + "/documents";
        String note = "{\"kind\":\"journalNote\",\"fields\":{\"noteType\":\"OTHER\",\"noteText\":\"Invented text\"}}";
        String id = caller.json("POST", notes, note).path("id").asText();
        caller.json("POST", API + "/documents/" + id + "/actions/establish", "{}");
        pairs(answer, "content", rounds, batch, () -> caller.call("GET", V1 + "/nodes/" + id + "/content", null));
        pairs(answer, "documentRead", rounds, batch, () -> caller.call("GET", API + "/documents/" + id, null));
        pairs(answer, "caseList", rounds, batch, () -> caller.call("GET", API + "/cases?size=50", null));
        pairs(
                answer,
                "deadlineList",
                rounds,
                batch,
                () -> caller.call("GET", API + "/deadlines?unit=" + UNIT + "&size=50", null));
        pairs(answer, "documentMade", rounds, batch, () -> caller.call("POST", notes, note));
    }

    private void pairs(ObjectNode answer, String name, int rounds, int batch, Pairs.Work work) {
        Pairs pairs = new Pairs();
        try {
            IntStream.range(0, rounds / 4).forEach(round -> {
                with(true, batch, work);
                with(false, batch, work);
            });
            IntStream.range(0, rounds)
                    .forEach(round -> pairs.round(
                            () -> with(true, batch, work), () -> with(false, batch, work), round % 2 == 0, batch));
        } finally {
            log.switchTo(true);
        }
        ObjectNode figures = answer.putObject(name);
        pairs.describe(figures);
        figures.remove("rounds");
        // What the client computes says nothing of the server.
        figures.remove("cpuRatio");
    }

    private void with(boolean logging, int batch, Pairs.Work work) {
        log.switchTo(logging);
        for (int i = 0; i < batch; i++) {
            work.run();
        }
    }

    /** Somebody who calls this repository from outside. */
    private final class Caller {

        private final String base;
        private final String authorization;

        Caller(String base, String login) {
            this.base = base;
            this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(StandardCharsets.UTF_8));
        }

        JsonNode json(String method, String path, String body) {
            try {
                return json.readTree(call(method, path, body));
            } catch (IOException e) {
                throw new IllegalStateException(path, e);
            }
        }

        byte[] call(String method, String path, String body) {
            HttpResponse<byte[]> response = tried(method, path, body);
            if (response.statusCode() >= 400) {
                throw new IllegalStateException(method + " " + path + ": " + response.statusCode());
            }
            return response.body();
        }

        HttpResponse<byte[]> tried(String method, String path, String body) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                    .header("Authorization", authorization)
                    .header("Content-Type", "application/json")
                    .method(
                            method,
                            body == null
                                    ? HttpRequest.BodyPublishers.noBody()
                                    : HttpRequest.BodyPublishers.ofString(body))
                    .build();
            try {
                return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            } catch (IOException e) {
                throw new IllegalStateException(path, e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(path, e);
            }
        }
    }
}
