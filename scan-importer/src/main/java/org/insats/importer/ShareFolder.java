package org.insats.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/**
 * Fetches what people dropped in the repository's own folder for scans into the inbox, so that it takes the same road as a
 * scanner's file. It leaves the repository's folder only when the register of scans has it.
 */
public final class ShareFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> SUFFIXES =
            Map.of("application/pdf", "pdf", "image/tiff", "tif", "image/jpeg", "jpg", "image/png", "png");

    private final RepositoryConnection repository;
    private final Path inbox;

    /** Between the repository's folder and the inbox. */
    public ShareFolder(RepositoryConnection repository, Path inbox) {
        this.repository = repository;
        this.inbox = inbox;
    }

    /**
     * Fetches what is new, and has taken out of the repository's folder what the register has.
     *
     * @return how many files were fetched
     * @throws IOException when the repository cannot be reached; what was fetched stays
     */
    public int fetch() throws IOException {
        HttpResponse<String> answer =
                repository.send(repository.call("/inbox").GET().build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("The repository answered " + answer.statusCode() + " for its folder of scans: "
                    + RepositoryConnection.message(answer.body()));
        }
        int fetched = 0;
        for (JsonNode item : JSON.readTree(answer.body()).path("items")) {
            String id = item.path("id").asText();
            Optional<String> suffix =
                    Optional.ofNullable(SUFFIXES.get(item.path("mimeType").asText()));
            if (id.matches("[0-9a-f-]{36}") && suffix.isPresent() && !isHere(id) && !wasRefused(id) && !isTaken(id)) {
                fetch(id, suffix.get());
                fetched++;
            }
        }
        return fetched;
    }

    private boolean isHere(String id) {
        return SUFFIXES.values().stream().anyMatch(suffix -> Files.exists(inbox.resolve(id + "." + suffix)));
    }

    /** What the repository will never take is not fetched again; it lies in {@code refused/} with the reason. */
    private boolean wasRefused(String id) throws IOException {
        Path fetched = fetched(id);
        if (!Files.exists(fetched)) {
            return false;
        }
        String sha256 = Files.readString(fetched);
        return SUFFIXES.values().stream()
                .anyMatch(suffix -> Files.exists(inbox.resolve("refused").resolve(sha256 + "." + suffix)));
    }

    private Path fetched(String id) {
        return inbox.resolve(".share").resolve(id);
    }

    private boolean isTaken(String id) throws IOException {
        HttpRequest request = repository
                .call("/inbox/" + id + "/taken")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        boolean taken =
                repository.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        if (taken) {
            Files.deleteIfExists(fetched(id));
        }
        return taken;
    }

    private void fetch(String id, String suffix) throws IOException {
        Path passing = inbox.resolve("." + id + ".part");
        HttpResponse<Path> content = repository.send(
                repository.call("/inbox/" + id + "/content").GET().build(),
                HttpResponse.BodyHandlers.ofFile(
                        passing,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.TRUNCATE_EXISTING));
        if (content.statusCode() != 200) {
            Files.deleteIfExists(passing);
            throw new IOException(
                    "The repository answered " + content.statusCode() + " for a file in its folder of scans");
        }
        try (FileChannel channel = FileChannel.open(passing, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
        Files.createDirectories(inbox.resolve(".share"));
        Files.writeString(fetched(id), Checksums.sha256(passing));
        Files.move(passing, inbox.resolve(id + "." + suffix), StandardCopyOption.ATOMIC_MOVE);
    }
}
