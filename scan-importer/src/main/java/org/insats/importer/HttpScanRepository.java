package org.insats.importer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.importer.read.BoxReader;
import org.insats.importer.read.Field;
import org.insats.importer.read.ReadingJson;
import org.insats.importer.read.ScannedPaper;

/** The repository's one web script for scans, {@code POST …/s/insats/v1/scans}. The file is streamed, never held in memory. */
public final class HttpScanRepository implements ScanRepository {

    private static final String BOUNDARY = "insats-scan-7d1f0c2e9a";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<Integer> NEVER = Set.of(400, 413, 422);
    private static final double SURE = 0.8;
    private static final double PLAUSIBLE = 0.5;
    /** The bytes changed on the way or under our hands: not the paper's fault. */
    private static final String CHANGED = "INS-SCAN-CHECKSUM";

    private final RepositoryConnection repository;

    /** Over a connection. */
    public HttpScanRepository(RepositoryConnection repository) {
        this.repository = repository;
    }

    @Override
    public Receipt file(Delivery delivery) throws IOException, Refused {
        HttpRequest request = repository
                .call("")
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(body(delivery))
                .build();
        Receipt receipt = receipt(repository.send(request, HttpResponse.BodyHandlers.ofString()));
        if (!receipt.sha256().equals(delivery.sha256())) {
            throw new IOException("The repository did not confirm the checksum of what it stored");
        }
        return receipt;
    }

    private static Receipt receipt(HttpResponse<String> response) throws IOException, Refused {
        int status = response.statusCode();
        if (status == 200 || status == 201) {
            JsonNode body = JSON.readTree(response.body());
            return new Receipt(
                    Outcome.valueOf(body.path("outcome").asText()),
                    body.path("sha256").asText(),
                    body.path("reason").asText(""));
        }
        String message = RepositoryConnection.message(response.body());
        if (NEVER.contains(status) && !message.startsWith(CHANGED)) {
            throw new Refused(message);
        }
        throw new IOException("The repository answered " + status + ": " + message);
    }

    private static BodyPublisher body(Delivery delivery) throws IOException {
        ScannedPaper paper = delivery.paper();
        List<BodyPublisher> parts = new ArrayList<>();
        parts.add(field("sha256", delivery.sha256()));
        parts.add(field("batch", delivery.batchSha256()));
        parts.add(field("pages", Integer.toString(paper.pages().size())));
        parts.add(
                field("batchPages", paper.pages().stream().map(String::valueOf).collect(Collectors.joining(","))));
        paper.code().ifPresent(code -> parts.add(field("code", code)));
        paper.reason().ifPresent(reason -> parts.add(field("reason", reason.name())));
        parts.add(field("fingerprint", paper.fingerprint()));
        parts.add(field("fields", ReadingJson.fields(paper.fields()).toString()));
        guess(paper.fields()).ifPresent(guess -> parts.add(field("guess", guess)));
        paper.fields().stream()
                .filter(field -> field.name().equals(BoxReader.DAY) && field.confidence() >= SURE)
                .findFirst()
                .ifPresent(field -> parts.add(field("paperDay", field.value())));
        parts.addAll(file("file", delivery.sha256(), delivery.file()));
        if (delivery.preview().isPresent()) {
            parts.addAll(file("preview", "preview", delivery.preview().get()));
        }
        if (delivery.searchable().isPresent()) {
            parts.addAll(file("searchable", "searchable", delivery.searchable().get()));
        }
        parts.add(BodyPublishers.ofString("--" + BOUNDARY + "--\r\n"));
        return BodyPublishers.concat(parts.toArray(BodyPublisher[]::new));
    }

    /** What is printed on it: the document's name, or at least the case number. */
    private static Optional<String> guess(List<Field> fields) {
        return Stream.of("reference", "caseNumber")
                .flatMap(name ->
                        fields.stream().filter(field -> field.name().equals(name) && field.confidence() >= PLAUSIBLE))
                .map(Field::value)
                .filter(value -> value.matches("\\d{4}-\\d{6}(-[A-Z]{3}-\\d{2,4})?"))
                .findFirst();
    }

    private static BodyPublisher field(String name, String value) {
        return BodyPublishers.ofString(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
    }

    private static List<BodyPublisher> file(String name, String fileName, Path file) throws IOException {
        return List.of(
                BodyPublishers.ofString("--" + BOUNDARY
                        + "\r\nContent-Disposition: form-data; name=\"" + name + "\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"),
                BodyPublishers.ofFile(file),
                BodyPublishers.ofString("\r\n"));
    }
}
