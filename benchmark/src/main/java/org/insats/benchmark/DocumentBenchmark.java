package org.insats.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.IntStream;
import org.alfresco.service.cmr.repository.NodeRef;

/**
 * A case document that makes no deadline, with all our behaviours, beside a bare versionable node with as many properties and
 * the same content; both made by a user, one a transaction.
 */
final class DocumentBenchmark implements Measure {

    private final Desk desk;
    private final BenchmarkCases cases;

    DocumentBenchmark(Desk desk, BenchmarkCases cases) {
        this.desk = desk;
        this.cases = cases;
    }

    @Override
    public String name() {
        return "documents";
    }

    /** Settings: {@code rounds}, {@code batch} documents each a round, {@code size} of the content in characters. */
    @Override
    public void run(JsonNode settings, ObjectNode answer) {
        int batch = settings.path("batch").asInt(20);
        String text = "x".repeat(settings.path("size").asInt(20_000));
        BenchmarkCases.Opened opened = cases.open();
        NodeRef folder = desk.folder();
        Pairs pairs = new Pairs();
        desk.asUser(() -> {
            int properties = properties(note(opened, text));
            answer.put("properties", properties);
            batch(batch, () -> note(opened, text));
            batch(batch, () -> bare(folder, properties, text));
            IntStream.range(0, settings.path("rounds").asInt(20))
                    .forEach(round -> pairs.round(
                            () -> batch(batch, () -> note(opened, text)),
                            () -> batch(batch, () -> bare(folder, properties, text)),
                            round % 2 == 0,
                            batch));
            return null;
        });
        pairs.describe(answer);
    }

    private void batch(int size, Pairs.Work work) {
        for (int i = 0; i < size; i++) {
            work.run();
        }
    }

    /** A journal note with content, in a transaction of its own. */
    NodeRef note(BenchmarkCases.Opened opened, String text) {
        ObjectNode fields = JsonNodeFactory.instance.objectNode();
        fields.put("noteType", "OTHER");
        fields.put("noteText", "Invented text");
        return desk.inTransaction(() -> {
            NodeRef node = cases.document(opened, "journalNote", fields).node();
            desk.write(node, text);
            return node;
        });
    }

    /** A bare versionable node with so many properties and the same content, in a transaction of its own. */
    NodeRef bare(NodeRef folder, int properties, String text) {
        return desk.inTransaction(() -> {
            NodeRef node = desk.bare(folder, Desk.name("plainDocument"), properties);
            desk.write(node, text);
            return node;
        });
    }

    /** How many properties a document has beside those that node has anyway: our own, and who owns it. */
    int properties(NodeRef document) {
        return desk.inTransaction(() -> Desk.added(desk.nodes().getProperties(document)));
    }
}
