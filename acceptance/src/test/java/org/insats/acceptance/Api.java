package org.insats.acceptance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** HTTP calls of one user. Paths start at the repository's context, for example {@code /s/insats/v1/cases}. */
public final class Api {

    static final ObjectMapper JSON = new ObjectMapper();
    private static final String BOUNDARY = "----insats-acceptance";
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    private final URI base;
    private final String userName;
    private final String authorization;
    private final String language;

    static Api of(URI base, String userName, String password) {
        return new Api(base, userName, basic(userName, password), "sv");
    }

    private Api(URI base, String userName, String authorization, String language) {
        this.base = base;
        this.userName = userName;
        this.authorization = authorization;
        this.language = language;
    }

    /** The same user, reading another language. */
    public Api in(String otherLanguage) {
        return new Api(base, userName, authorization, otherLanguage);
    }

    /** The same user, logged in: by a ticket, so that no call has to check the password anew. */
    Api withTicket(String password) {
        String ticket = post(
                        "/api/-default-/public/authentication/versions/1/tickets",
                        Map.of("userId", userName, "password", password))
                .expect(201)
                .at("/entry/id")
                .asText();
        String header = "Basic " + Base64.getEncoder().encodeToString(ticket.getBytes(StandardCharsets.UTF_8));
        return new Api(base, userName, header, language);
    }

    /** Who makes the calls. */
    public String userName() {
        return userName;
    }

    /** The answer to one call. */
    public record Answer(int status, byte[] bytes, HttpResponse<byte[]> response) {

        /** The body as JSON; a missing node where it is empty or something else. */
        public JsonNode json() {
            try {
                JsonNode node = JSON.readTree(bytes);
                return node == null ? MissingNode.getInstance() : node;
            } catch (IOException notJson) {
                return MissingNode.getInstance();
            }
        }

        /** The body as text. */
        public String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }

        /**
         * The body, when the status is the one that the caller counts on.
         *
         * @throws AssertionError on any other status, with the body
         */
        public JsonNode expect(int expectedStatus) {
            if (status != expectedStatus) {
                throw new AssertionError("Status " + status + " instead of " + expectedStatus + " from "
                        + response.request().method() + " " + response.uri() + ": " + text());
            }
            return json();
        }

        /** The id of the refusal, for example {@code INS-BR-05}. */
        public String errorId() {
            return json().at("/error/id").asText();
        }
    }

    public Answer get(String path) {
        return send("GET", path, null, null);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null, null);
    }

    public Answer post(String path, Object body) {
        return send("POST", path, json(body), "application/json");
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, json(body), "application/json");
    }

    /** Sends bytes as they are. */
    public Answer put(String path, byte[] body, String mimeType) {
        return send("PUT", path, body, mimeType);
    }

    /** Sends text as it is, also where it is no valid JSON. */
    public Answer postRaw(String path, String body, String mimeType) {
        return send("POST", path, body.getBytes(StandardCharsets.UTF_8), mimeType);
    }

    /** Uploads one file with its fields as {@code multipart/form-data}. */
    public Answer upload(String path, String fileField, String fileName, byte[] content, Map<String, String> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                        + "\r\n"));
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + fileField + "\"; filename=\""
                        + fileName + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        text(body, "\r\n--" + BOUNDARY + "--\r\n");
        return send("POST", path, body.toByteArray(), "multipart/form-data; boundary=" + BOUNDARY);
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    private Answer send(String method, String path, byte[] body, String mimeType) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(120))
                .header("Authorization", authorization)
                .header("Accept-Language", language);
        if (mimeType != null) {
            request.header("Content-Type", mimeType);
        }
        request.method(
                method,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body));
        try {
            HttpResponse<byte[]> response = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            Traces.check(response);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static byte[] json(Object body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String basic(String userName, String password) {
        return "Basic "
                + Base64.getEncoder().encodeToString((userName + ":" + password).getBytes(StandardCharsets.UTF_8));
    }
}
