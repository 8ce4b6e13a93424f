package org.insats.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** One user's calls to a repository. Paths start at its context, for example {@code /s/insats/v1/cases}. */
final class Api {

    /** Insats's own calls. */
    static final String V1 = "/s/insats/v1";

    /** The platform's calls for people and groups. */
    static final String PUBLIC = "/api/-default-/public/alfresco/versions/1";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final URI base;
    private final String userName;
    private final String password;

    Api(URI base, String userName, String password) {
        this.base = base;
        this.userName = userName;
        this.password = password;
    }

    String userName() {
        return userName;
    }

    /** An answer, with the call that it answers for messages. */
    record Answer(int status, byte[] bytes, String call) {

        /**
         * The JSON of a successful answer.
         *
         * @throws IllegalStateException for any other status; the answer's own text tells why
         */
        JsonNode json() {
            if (status / 100 != 2) {
                throw new IllegalStateException(call + " answered " + status + ": " + text());
            }
            return parsed();
        }

        JsonNode parsed() {
            try {
                return bytes.length == 0 ? MissingNode.getInstance() : JSON.readTree(bytes);
            } catch (IOException e) {
                return MissingNode.getInstance();
            }
        }

        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    JsonNode get(String path) {
        return send("GET", path, BodyPublishers.noBody()).json();
    }

    byte[] bytes(String path) {
        Answer answer = send("GET", path, BodyPublishers.noBody());
        if (answer.status() != 200) {
            answer.json();
        }
        return answer.bytes();
    }

    JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, json(body)).json();
    }

    JsonNode put(String path, Map<String, ?> body) {
        return send("PUT", path, json(body)).json();
    }

    /** A POST whose refusal with 409, "is there already", is as good as success. */
    void ensure(String path, Map<String, ?> body) {
        Answer answer = send("POST", path, json(body));
        if (answer.status() != 409) {
            answer.json();
        }
    }

    private static BodyPublisher json(Map<String, ?> body) {
        try {
            return BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer send(String method, String path, BodyPublisher body) {
        String credentials =
                Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(LIMIT)
                .header("Authorization", "Basic " + credentials)
                .header("Accept-Language", "sv")
                .header("Content-Type", "application/json")
                .method(method, body)
                .build();
        try {
            HttpResponse<byte[]> response = CLIENT.send(request, BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), response.body(), method + " " + path + " (" + userName + ")");
        } catch (IOException e) {
            throw new UncheckedIOException("The repository does not answer at " + base, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
