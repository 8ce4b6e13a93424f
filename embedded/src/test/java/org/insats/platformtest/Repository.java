package org.insats.platformtest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.insats.embedded.EmbeddedRepository;
import org.insats.embedded.Http;
import org.insats.embedded.Http.Answer;
import org.springframework.util.FileSystemUtils;

/** One embedded repository with the platform module for all tests of this folder, and invented people in it. */
public final class Repository {

    /** REST v1. */
    public static final String V1 = "/alfresco/api/-default-/public/alfresco/versions/1";

    /** Our web scripts. */
    public static final String API = "/alfresco/s/insats/v1";

    private static final String PASSWORD = "hemligt";
    private static final AtomicInteger COUNT = new AtomicInteger();

    private static Repository shared;

    private final EmbeddedRepository embedded;
    private final Http admin;

    private Repository(EmbeddedRepository embedded) {
        this.embedded = embedded;
        this.admin = new Http(embedded, "admin:admin");
    }

    /** The repository, started at first use. */
    public static synchronized Repository shared() {
        if (shared == null) {
            try {
                Path data = Files.createTempDirectory("insats-platformtest");
                shared = new Repository(
                        EmbeddedRepository.builder().dataDir(data).start());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                    shared.embedded.close();
                    delete(data);
                }));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    private static void delete(Path folder) {
        try {
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The Spring context's bean. */
    public <T> T bean(String name, Class<T> type) {
        return embedded.context().getBean(name, type);
    }

    /** All beans of a type. */
    public <T> List<T> beans(Class<T> type) {
        return List.copyOf(embedded.context().getBeansOfType(type, false, false).values());
    }

    /** The administrator. */
    public Http admin() {
        return admin;
    }

    /** A new user in groups of roles, each {@code <ROLE>_<UNIT>}. */
    public User user(String... roles) {
        String name = "test" + COUNT.incrementAndGet();
        require(
                admin.post(
                        V1 + "/people",
                        "{\"id\":\"" + name + "\",\"firstName\":\"Test\",\"lastName\":\"Testsson\",\"email\":\"" + name
                                + "@example.invalid\",\"password\":\"" + PASSWORD + "\"}"),
                201);
        for (String role : roles) {
            admin.post(V1 + "/groups", "{\"id\":\"INSATS_" + role + "\",\"displayName\":\"" + role + "\"}");
            require(
                    admin.post(
                            V1 + "/groups/GROUP_INSATS_" + role + "/members",
                            "{\"id\":\"" + name + "\",\"memberType\":\"PERSON\"}"),
                    201);
        }
        return new User(name, new Http(embedded, name + ":" + PASSWORD));
    }

    /** Fails the test unless the answer has the status. */
    public static JsonNode require(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError("Expected " + status + ", got " + answer.status() + ": " + answer.body());
        }
        return answer.json();
    }

    /** Somebody who is logged in. */
    public record User(String name, Http http) {

        /** Opens an open-care case with one client and one guardian; answers the overview. */
        public JsonNode openCase() {
            return openCase("");
        }

        /** The same, with further JSON fields in the request. */
        public JsonNode openCase(String more) {
            return require(
                    http.post(
                            API + "/cases",
                            "{\"profile\":\"motala-srv\",\"unit\":\"SOC\",\"service\":\"OPEN_CARE\",\"performerUnit\":\"SRV\","
                                    + "\"client\":{\"name\":\"Barn Testsson\",\"birthDate\":\"2014-05-06\",\"protectedIdentity\":false},"
                                    + "\"persons\":[{\"name\":\"Vuxen Testsson\",\"relation\":\"GUARDIAN\",\"contactDetails\":\"Testgatan 1\"}]"
                                    + more + "}"),
                    201);
        }

        /** Creates a document; answers it. */
        public JsonNode create(String caseNumber, String kind, String fields) {
            return require(
                    http.post(
                            API + "/cases/" + caseNumber + "/documents",
                            "{\"kind\":\"" + kind + "\",\"fields\":" + fields + "}"),
                    201);
        }

        /** Decides to open an investigation of the case and opens it; answers it. */
        public JsonNode openInvestigation(String caseNumber) {
            JsonNode decision =
                    create(caseNumber, "decision", "{\"decisionType\":\"OPEN_INVESTIGATION\",\"legalBasis\":\"SOL\"}");
            require(act(decision.path("id").asText(), "decide", "{}"), 200);
            JsonNode investigation =
                    create(caseNumber, "investigation", "{\"openedDate\":\"2026-01-12\",\"reason\":\"OTHER\"}");
            return require(act(investigation.path("id").asText(), "establish", "{}"), 200);
        }

        /** Performs an action. */
        public Answer act(String id, String action, String input) {
            return http.post(API + "/documents/" + id + "/actions/" + action, input);
        }

        /** Reads a document. */
        public JsonNode document(String id) {
            return require(http.get(API + "/documents/" + id), 200);
        }
    }
}
