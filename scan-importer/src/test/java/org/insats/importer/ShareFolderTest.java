package org.insats.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShareFolderTest {

    private static final String ID = "0f8fad5b-d9cb-469f-a165-70867728950e";
    private static final byte[] FILE = "%PDF-1.4 inlämnad".getBytes(StandardCharsets.UTF_8);

    @TempDir
    Path inbox;

    private HttpServer server;
    private boolean registered;
    private boolean removed;

    @BeforeEach
    void aFileIsDropped() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alfresco/s/insats/v1/scans/inbox", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void aDroppedFileIsFetchedOnceAndLeavesWhenTheRegisterHasIt() throws IOException {
        assertThat(fetch()).isEqualTo(1);
        assertThat(inbox.resolve(ID + ".pdf")).hasBinaryContent(FILE);
        assertThat(fetch()).as("it waits in the inbox").isZero();
        assertThat(removed).isFalse();

        Files.delete(inbox.resolve(ID + ".pdf"));
        registered = true;
        assertThat(fetch()).isZero();
        assertThat(removed).isTrue();
    }

    @Test
    void whatIsLostOnTheWayIsFetchedAgain() throws IOException {
        fetch();
        Files.delete(inbox.resolve(ID + ".pdf"));

        assertThat(fetch()).isEqualTo(1);
        assertThat(removed).isFalse();
    }

    @Test
    void whatTheRepositoryRefusedIsNotFetchedAgainAndAgain() throws IOException {
        fetch();
        Path file = inbox.resolve(ID + ".pdf");
        Files.move(file, Files.createDirectories(inbox.resolve("refused")).resolve(Checksums.sha256(file) + ".pdf"));

        assertThat(fetch()).isZero();
        assertThat(removed).isFalse();
    }

    @Test
    void aRepositoryThatIsDownIsSaidToBe() {
        server.stop(0);

        assertThatThrownBy(this::fetch).isInstanceOf(IOException.class).hasMessageContaining("cannot be reached");
    }

    private int fetch() throws IOException {
        URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alfresco");
        return new ShareFolder(new RepositoryConnection(address, "scan", "hemligt", Duration.ofSeconds(5)), inbox)
                .fetch();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (path.endsWith("/taken")) {
            removed |= registered;
            reply(exchange, registered ? 200 : 409, "{}".getBytes(StandardCharsets.UTF_8));
        } else if (path.endsWith("/content")) {
            reply(exchange, 200, FILE);
        } else {
            String items = removed
                    ? ""
                    : "{\"id\":\"" + ID + "\",\"size\":20,\"mimeType\":\"application/pdf\"},"
                            + "{\"id\":\"../../etc/passwd\",\"size\":1,\"mimeType\":\"application/pdf\"}";
            reply(exchange, 200, ("{\"items\":[" + items + "]}").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void reply(HttpExchange exchange, int status, byte[] bytes) throws IOException {
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
