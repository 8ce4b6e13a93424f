package org.insats.platformtest.fields;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.CoversListener;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every field of the table: it is kept as it was given and read back, it is called what the requirements call it in both
 * languages, and nonsense is refused with the field and the rule. A row reports its id where that is all the
 * requirements ask of the field; what an act asks for besides is in {@link AskedForTest}.
 */
class FieldValuesTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> WITH_A_REFERRAL = Set.of("referral");
    private static final Map<String, String> IDS = new HashMap<>();

    private static User worker;
    private static String home;
    private static String contact;

    record Row(
            String id,
            String kind,
            String field,
            String swedish,
            String english,
            String good,
            String bad,
            String refusal,
            String more) {

        boolean systems() {
            return good.equals("=");
        }

        @Override
        public String toString() {
            return id + " " + kind + "." + field;
        }
    }

    static Stream<Row> rows() {
        return Table.read("fields.csv", 9).stream()
                .map(cells -> new Row(
                        cells.get(0),
                        cells.get(1),
                        cells.get(2),
                        cells.get(3),
                        cells.get(4),
                        cells.get(5),
                        cells.get(6),
                        cells.get(7),
                        cells.get(8)));
    }

    static Stream<Row> rowsThatPeopleWrite() {
        return rows().filter(row -> !row.systems());
    }

    /** Ids that ask for more than that the field is there: {@link AskedForTest} and the stories prove them. */
    private static final Set<String> ASKED_FOR =
            Table.read("asked.csv", 4).stream().map(cells -> cells.get(2)).collect(Collectors.toSet());

    @BeforeAll
    static void someoneHasACase() {
        Repository repository = Repository.shared();
        worker = repository.user("CASE_WORKER_FLD", "CASE_WORKER_SOC");
        home = open("bas-assignments", "RESIDENTIAL_CARE_HOME");
        contact = open("malmo-contact", "CONTACT_PERSON");
        IDS.put("user", worker.name());
        IDS.put("note", id(worker.create(home, "journalNote", "{}")));
        IDS.put("scan", id(worker.create(home, "journalNote", "{}")));
        IDS.put("refScan", id(worker.create(contact, "journalNote", "{}")));
        IDS.put(
                "elsewhere",
                id(worker.create(worker.openCase().path("caseNumber").asText(), "journalNote", "{}")));
        JsonNode investigation = worker.openInvestigation(home);
        IDS.put("investigation", id(investigation));
        IDS.put("decision", id(worker.create(home, "decision", "{\"decisionType\":\"OPEN_INVESTIGATION\"}")));
        IDS.put("followUp", id(worker.create(home, "followUp", "{}")));
        IDS.put("meeting", id(worker.create(home, "meeting", "{}")));
    }

    private static String open(String profile, String service) {
        JsonNode opened = require(
                worker.http()
                        .post(
                                API + "/cases",
                                """
                                {"profile":"%s","unit":"FLD","service":"%s","performerUnit":"FLP",
                                 "client":{"name":"Barn Testsson","birthDate":"2014-05-06"},
                                 "persons":[{"name":"Vuxen Testsson","relation":"GUARDIAN"}]}
                                """
                                        .formatted(profile, service)),
                201);
        IDS.put("person", opened.at("/persons/0/id").asText());
        IDS.put(
                profile.equals("bas-assignments") ? "intervention" : "otherIntervention",
                opened.at("/interventions/0/id").asText());
        return opened.path("caseNumber").asText();
    }

    private static String id(JsonNode document) {
        return document.path("id").asText();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsThatPeopleWrite")
    void aFieldIsKeptAsItWasGiven(Row row, TestReporter reporter) throws JsonProcessingException {
        String good = filled(row.good());

        JsonNode made = worker.create(caseOf(row), row.kind(), fields(row, good));

        JsonNode read = worker.document(id(made)).path("fields").path(row.field());
        assertThat(read).isEqualTo(JSON.readTree(good));
        labelled(row);
        Answer refused = create(row, filled(row.bad()));
        assertThat(refused.status()).as(refused.body()).isEqualTo(422);
        assertThat(refused.json().at("/error/id").asText()).isEqualTo("INS-" + row.refusal());
        assertThat(refused.json().at("/error/field").asText()).isEqualTo(row.field());
        if (!ASKED_FOR.contains(row.id())) {
            reporter.publishEntry(CoversListener.REPORTED, row.id());
        }
    }

    static Stream<Row> rowsThatTheSystemWrites() {
        return rows().filter(Row::systems);
    }

    /** What the acts write there is told by the stories. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rowsThatTheSystemWrites")
    void whatTheSystemWritesNobodyElseWrites(Row row) {
        labelled(row);

        Answer refused = create(row, filled(row.bad()));

        assertThat(refused.json().at("/error/id").asText()).isEqualTo("INS-" + row.refusal());
        assertThat(refused.json().at("/error/field").asText()).isEqualTo(row.field());
    }

    private static void labelled(Row row) {
        assertThat(label(row, "sv")).isEqualTo(row.swedish());
        assertThat(label(row, "en")).isEqualTo(row.english());
    }

    private static String label(Row row, String language) {
        JsonNode model = Models.of(worker.http(), row.kind(), language);
        return StreamSupport.stream(model.path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals(row.field()))
                .map(field -> field.path("label").asText())
                .collect(Collectors.joining());
    }

    private static Answer create(Row row, String value) {
        return worker.http()
                .post(
                        API + "/cases/" + caseOf(row) + "/documents",
                        "{\"kind\":\"" + row.kind() + "\",\"fields\":" + fields(row, value) + "}");
    }

    private static String fields(Row row, String value) {
        return List.of(filled(row.more()), "\"" + row.field() + "\":" + value).stream()
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String caseOf(Row row) {
        return WITH_A_REFERRAL.contains(row.kind()) ? contact : home;
    }

    private static String filled(String text) {
        String filled = text;
        for (Map.Entry<String, String> id : IDS.entrySet()) {
            filled = filled.replace("\"$" + id.getKey() + "\"", "\"" + id.getValue() + "\"");
        }
        return filled;
    }
}
