package org.insats.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRepositoryTest {

    @TempDir
    private static Path data;

    private static EmbeddedRepository repository;

    private final HttpClient client = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        repository = EmbeddedRepository.builder()
                .dataDir(data)
                .onlyModules("insats-test-support")
                .start();
    }

    @AfterAll
    static void stop() {
        repository.close();
    }

    private HttpResponse<String> get(String path, String credentials) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(repository.url() + path));
        if (credentials != null) {
            String encoded = Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
            request.header("Authorization", "Basic " + encoded);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }

    @Test
    void answersWhoIsLoggedIn() throws Exception {
        HttpResponse<String> me = get("/alfresco/api/-default-/public/alfresco/versions/1/people/-me-", "admin:admin");

        assertThat(me.statusCode()).isEqualTo(200);
        assertThat(me.body()).contains("\"id\":\"admin\"");
    }

    @Test
    void asksForCredentials() throws Exception {
        HttpResponse<String> me = get("/alfresco/api/-default-/public/alfresco/versions/1/people/-me-", null);

        assertThat(me.statusCode()).isEqualTo(401);
        assertThat(me.headers().firstValue("WWW-Authenticate")).contains("Basic realm=\"Alfresco\"");
    }

    @Test
    void refusesAWrongPassword() throws Exception {
        assertThat(get("/alfresco/s/insats/test/clock", "admin:wrong").statusCode())
                .isEqualTo(401);
    }

    @Test
    void runsWebScriptsOfModules() throws Exception {
        HttpResponse<String> clock = get("/alfresco/s/insats/test/clock", "admin:admin");

        assertThat(clock.statusCode()).isEqualTo(200);
        assertThat(clock.body()).contains("\"moved\":false");
    }

    @Test
    void answersAnUnknownAddressWith404() throws Exception {
        assertThat(get("/alfresco/s/insats/nothing", "admin:admin").statusCode())
                .isEqualTo(404);
    }
}
