package org.insats.importer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repository's web script for scans as far as the importer sees it, over HTTP. */
final class StubRepository implements AutoCloseable {

    private static final Pattern SHA256 = Pattern.compile("name=\"sha256\"\r\n\r\n([0-9a-f]{64})");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();

    /** Checksums stored, in order; one that were there twice would be a paper stored double. */
    final List<String> stored = Collections.synchronizedList(new ArrayList<>());

    /** Called after a paper is stored and before the answer. */
    volatile Consumer<HttpExchange> afterStoring = exchange -> {};

    /** Answered instead of storing, unless 0. */
    volatile int failure;

    StubRepository() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/alfresco/s/insats/v1/scans", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/alfresco");
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1);
        Matcher sha256 = SHA256.matcher(body);
        if (failure != 0 || !sha256.find()) {
            reply(exchange, failure, "{\"error\":{\"id\":\"\",\"message\":\"No space left\"}}");
            return;
        }
        boolean known = stored.contains(sha256.group(1));
        if (!known) {
            stored.add(sha256.group(1));
            afterStoring.accept(exchange);
        }
        String outcome = known ? "DUPLICATE" : body.contains("name=\"reason\"") ? "QUEUED" : "FILED";
        reply(exchange, 201, "{\"outcome\":\"" + outcome + "\",\"sha256\":\"" + sha256.group(1) + "\"}");
    }

    private static void reply(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
