package org.insats.importer.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@link BatchReading} as JSON: between the processes and in the journal. */
public final class ReadingJson {

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReadingJson() {}

    /** Writes it. */
    public static ObjectNode write(BatchReading reading) {
        ObjectNode json = JSON.createObjectNode().put("pages", reading.pages());
        reading.separators().forEach(json.putArray("separators")::add);
        ArrayNode papers = json.putArray("papers");
        reading.papers().forEach(paper -> papers.add(write(paper)));
        return json;
    }

    private static ObjectNode write(ScannedPaper paper) {
        ObjectNode json = JSON.createObjectNode();
        paper.pages().forEach(json.putArray("pages")::add);
        paper.code().ifPresent(code -> json.put("code", code));
        paper.reason().ifPresent(reason -> json.put("reason", reason.name()));
        json.put("file", paper.file());
        json.put("preview", paper.preview());
        json.put("searchable", paper.searchable());
        json.put("fingerprint", paper.fingerprint());
        json.set("fields", fields(paper.fields()));
        return json;
    }

    /** What was read on a paper, as the repository keeps it. */
    public static ArrayNode fields(List<Field> fields) {
        ArrayNode json = JSON.createArrayNode();
        fields.forEach(field -> json.addObject()
                .put("name", field.name())
                .put("value", field.value())
                .put("confidence", Math.round(field.confidence() * 1000) / 1000.0));
        return json;
    }

    /**
     * Reads it.
     *
     * @throws IllegalArgumentException when it is not what {@link #write} writes
     */
    public static BatchReading read(JsonNode json) {
        if (!json.path("pages").isInt() || !json.path("papers").isArray()) {
            throw new IllegalArgumentException("No reading");
        }
        List<ScannedPaper> papers = new ArrayList<>();
        json.path("papers").forEach(paper -> papers.add(paper(paper)));
        return new BatchReading(json.path("pages").asInt(), numbers(json.path("separators")), papers);
    }

    private static ScannedPaper paper(JsonNode json) {
        List<Field> fields = new ArrayList<>();
        json.path("fields")
                .forEach(field -> fields.add(new Field(
                        field.path("name").asText(),
                        field.path("value").asText(),
                        field.path("confidence").asDouble())));
        return new ScannedPaper(
                numbers(json.path("pages")),
                Optional.of(json.path("code").asText("")).filter(code -> !code.isEmpty()),
                Optional.of(json.path("reason").asText(""))
                        .filter(reason -> !reason.isEmpty())
                        .map(Reason::valueOf),
                fileName(json.path("file")),
                fileName(json.path("preview")),
                fileName(json.path("searchable")),
                json.path("fingerprint").asText(""),
                fields);
    }

    /** A plain name; the process that opened hostile input must not make the other one read what lies elsewhere. */
    private static String fileName(JsonNode json) {
        String name = json.asText("");
        if (!name.matches("[a-z0-9-]*(\\.[a-z]{3})?")) {
            throw new IllegalArgumentException("No name of a file in the work folder");
        }
        return name;
    }

    private static List<Integer> numbers(JsonNode json) {
        List<Integer> numbers = new ArrayList<>();
        json.forEach(number -> numbers.add(number.asInt()));
        return numbers;
    }
}
