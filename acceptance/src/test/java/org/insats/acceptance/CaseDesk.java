package org.insats.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;

/** One case as tests work in it, over {@code /s/insats/v1}. Every call says who makes it. */
final class CaseDesk {

    static final String V1 = "/s/insats/v1";

    private final String caseNumber;
    private final String interventionId;

    private CaseDesk(String caseNumber, String interventionId) {
        this.caseNumber = caseNumber;
        this.interventionId = interventionId;
    }

    /** Opens a case with one planned intervention. */
    static CaseDesk open(Api caseWorker, Map<String, Object> intake) {
        JsonNode opened = caseWorker.post(V1 + "/cases", intake).expect(201);
        return new CaseDesk(
                opened.path("caseNumber").asText(),
                opened.at("/interventions/0/id").asText());
    }

    /** A child and two guardians, invented; a birth date and no personal identity number. */
    static Map<String, Object> intake(String unit, String performerUnit) {
        return Map.of(
                "profile",
                "motala-srv",
                "unit",
                unit,
                "service",
                "OPEN_CARE",
                "performerUnit",
                performerUnit,
                "client",
                Map.of("name", "Test Testsson", "birthDate", "2013-05-14"),
                "persons",
                List.of(
                        Map.of("name", "Vera Testsson", "relation", "GUARDIAN"),
                        Map.of("name", "Nils Testsson", "relation", "GUARDIAN")));
    }

    String caseNumber() {
        return caseNumber;
    }

    String interventionId() {
        return interventionId;
    }

    /** Everything about the case, as far as {@code reader} may see it. */
    JsonNode overview(Api reader) {
        return reader.get(V1 + "/cases/" + caseNumber).expect(200);
    }

    /** The intervention in the overview. */
    JsonNode intervention(Api reader) {
        return find(overview(reader).path("interventions"), "id", interventionId);
    }

    /** Ids of the people with a relation to the client. */
    List<String> people(Api reader, String relation) {
        return StreamSupport.stream(overview(reader).path("persons").spliterator(), false)
                .filter(person -> person.path("relation").asText().equals(relation))
                .map(person -> person.path("id").asText())
                .toList();
    }

    /** Creates a document of the intervention and returns its id. */
    String create(Api author, String kind, Map<String, ?> fields) {
        return tryCreate(author, kind, fields).expect(201).path("id").asText();
    }

    Api.Answer tryCreate(Api author, String kind, Map<String, ?> fields) {
        return author.post(
                V1 + "/cases/" + caseNumber + "/documents",
                Map.of("kind", kind, "interventionId", interventionId, "fields", fields));
    }

    /** A case worker decides to open an investigation and opens it; answers its id. */
    String openInvestigation(Api caseWorker, Map<String, ?> fields) {
        String decision =
                create(caseWorker, "decision", Map.of("decisionType", "OPEN_INVESTIGATION", "legalBasis", "SOL"));
        act(caseWorker, decision, "decide", Map.of());
        String investigation = create(caseWorker, "investigation", fields);
        act(caseWorker, investigation, "establish", Map.of());
        return investigation;
    }

    /** Adds somebody to those who work in the case. */
    void addMember(Api by, String userName, String role) {
        by.post(V1 + "/cases/" + caseNumber + "/members", Map.of("userName", userName, "role", role))
                .expect(201);
    }

    /** Takes somebody off the case. */
    void removeMember(Api by, String userName) {
        by.delete(V1 + "/cases/" + caseNumber + "/members/" + userName).expect(200);
    }

    static JsonNode read(Api reader, String documentId) {
        return reader.get(V1 + "/documents/" + documentId).expect(200);
    }

    static String status(Api reader, String documentId) {
        return read(reader, documentId).path("status").asText();
    }

    /** Changes fields, from the version that stands now. */
    static JsonNode change(Api author, String documentId, Map<String, ?> fields) {
        String version = read(author, documentId).path("version").asText();
        return tryChange(author, documentId, version, fields).expect(200);
    }

    static Api.Answer tryChange(Api author, String documentId, String version, Map<String, ?> fields) {
        return author.put(V1 + "/documents/" + documentId, Map.of("version", version, "fields", fields));
    }

    static JsonNode act(Api who, String documentId, String action, Map<String, ?> input) {
        return tryAct(who, documentId, action, input).expect(200);
    }

    static Api.Answer tryAct(Api who, String documentId, String action, Map<String, ?> input) {
        return who.post(V1 + "/documents/" + documentId + "/actions/" + action, input);
    }

    /** The tasks of this case that stand on somebody's own list. */
    List<JsonNode> tasks(Api who) {
        return StreamSupport.stream(
                        who.get(V1 + "/tasks?mine=true")
                                .expect(200)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(task -> task.path("caseNumber").asText().equals(caseNumber))
                .toList();
    }

    /** The rules that the tasks of this case on somebody's own list are about. */
    List<String> rulesAsked(Api who) {
        return tasks(who).stream().map(task -> task.path("ruleId").asText()).toList();
    }

    /** The one task of a rule on somebody's list. */
    JsonNode task(Api who, String ruleId) {
        List<JsonNode> found = tasks(who).stream()
                .filter(task -> task.path("ruleId").asText().equals(ruleId))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " tasks for " + ruleId + " instead of one: " + tasks(who));
        }
        return found.get(0);
    }

    Api.Answer complete(Api who, JsonNode task, Map<String, ?> fields) {
        return who.post(V1 + "/tasks/" + task.path("id").asText() + "/complete", Map.of("fields", fields));
    }

    /** The latest deadline of a rule, as the overview shows it. */
    JsonNode deadline(Api reader, String ruleId) {
        JsonNode latest = null;
        for (JsonNode deadline :
                reader.get(V1 + "/deadlines?case=" + caseNumber).expect(200).path("items")) {
            if (deadline.path("ruleId").asText().equals(ruleId)) {
                latest = deadline;
            }
        }
        if (latest == null) {
            throw new AssertionError("No deadline " + ruleId + " in the case");
        }
        return latest;
    }

    /** All records of a rule, as the overview shows them. */
    List<JsonNode> deadlines(Api reader, String ruleId) {
        return StreamSupport.stream(
                        reader.get(V1 + "/deadlines?case=" + caseNumber)
                                .expect(200)
                                .path("items")
                                .spliterator(),
                        false)
                .filter(deadline -> deadline.path("ruleId").asText().equals(ruleId))
                .toList();
    }

    static JsonNode find(JsonNode list, String field, String value) {
        for (JsonNode each : list) {
            if (each.path(field).asText().equals(value)) {
                return each;
            }
        }
        throw new AssertionError("Nothing with " + field + " = " + value + " in " + list);
    }
}
