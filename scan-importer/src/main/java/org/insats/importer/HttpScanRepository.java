package org.insats.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** The repository's one web script for scans, {@code POST …/s/insats/v1/scans}. The file is streamed, never held in memory. */
public final class HttpScanRepository implements ScanRepository {

    private static final String BOUNDARY = "insats-scan-7d1f0c2e9a";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI scans;
    private final String authorization;

    /**
     * @param repository the repository's context, for example {@code http://localhost:8080/alfresco}
     * @param user the service account; it needs the registrar's role and nothing more
     */
    public HttpScanRepository(URI repository, String user, String password) {
        String base = repository.toString();
        this.scans =
                URI.create((base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/s/insats/v1/scans");
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Outcome file(Path file, String sha256, Reading reading) throws IOException, Refused {
        HttpRequest request = HttpRequest.newBuilder(scans)
                .timeout(Duration.ofMinutes(5))
                .header("Authorization", authorization)
                .header("Accept-Language", "sv")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body(file, sha256, reading))
                .build();
        return outcome(send(request));
    }

    private HttpResponse<String> send(HttpRequest request) throws IOException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while sending a scan");
        }
    }

    private static Outcome outcome(HttpResponse<String> response) throws IOException, Refused {
        int status = response.statusCode();
        if (status == 200 || status == 201) {
            return Outcome.valueOf(
                    JSON.readTree(response.body()).path("outcome").asText());
        }
        String message = message(response.body());
        if (status == 400 || status == 413 || status == 422) {
            throw new Refused(message);
        }
        throw new IOException("The repository answered " + status + ": " + message);
    }

    private static String message(String body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return (error.path("id").asText() + " " + error.path("message").asText()).strip();
        } catch (IOException notJson) {
            return "(no explanation)";
        }
    }

    private static BodyPublisher body(Path file, String sha256, Reading reading) throws IOException {
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(field("sha256", sha256));
        parts.add(field("pages", Integer.toString(reading.pages())));
        reading.code().ifPresent(code -> parts.add(field("code", code.text())));
        reading.reason().ifPresent(reason -> parts.add(field("reason", reason.name())));
        parts.add(BodyPublishers.ofString("--" + BOUNDARY
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + sha256
                + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"));
        parts.add(BodyPublishers.ofFile(file));
        parts.add(BodyPublishers.ofString("\r\n--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    private static BodyPublisher field(String name, String value) {
        return BodyPublishers.ofString(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }
}
