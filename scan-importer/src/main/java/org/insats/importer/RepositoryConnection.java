package org.insats.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Calls of the repository's web scripts for scans, as the service account. */
public final class RepositoryConnection {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String scans;
    private final String authorization;
    private final Duration patience;

    /**
     * The repository at an address.
     *
     * @param repository the repository's context, for example {@code http://localhost:8080/alfresco}
     * @param user the service account; it needs the registrar's role and nothing more
     * @param patience how long to wait for an answer
     */
    public RepositoryConnection(URI repository, String user, String password, Duration patience) {
        this.scans = repository.toString().replaceFirst("/$", "") + "/s/insats/v1/scans";
        this.authorization =
                "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
        this.patience = patience;
    }

    /** A call of {@code scans<path>}. */
    HttpRequest.Builder call(String path) {
        return HttpRequest.newBuilder(URI.create(scans + path))
                .timeout(patience)
                .header("Authorization", authorization)
                .header("Accept-Language", "sv");
    }

    <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) throws IOException {
        try {
            return client.send(request, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Interrupted while talking to the repository");
        } catch (IOException unreachable) {
            throw new IOException(
                    "The repository at " + request.uri().getHost() + " cannot be reached: "
                            + unreachable.getClass().getSimpleName(),
                    unreachable);
        }
    }

    /** The explanation in an answer that says no. */
    static String message(String body) {
        try {
            JsonNode error = JSON.readTree(body).path("error");
            return (error.path("id").asText() + " " + error.path("message").asText()).strip();
        } catch (IOException notJson) {
            return "(no explanation)";
        }
    }
}
