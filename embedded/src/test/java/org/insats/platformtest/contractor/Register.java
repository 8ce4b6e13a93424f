package org.insats.platformtest.contractor;

import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.insats.embedded.Http.Answer;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;

/** A placement group of its own with its register, for tests. */
final class Register {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final List<String> TOPICS = List.of(
            "BACKGROUND",
            "SITUATION",
            "NETWORK",
            "HOUSING",
            "WORK",
            "FINANCES",
            "EXPERIENCE",
            "STABILITY",
            "BASIC_CARE",
            "STIMULATION",
            "EMOTIONAL_AVAILABILITY",
            "SAFETY",
            "GUIDANCE_AND_BOUNDARIES");

    final String unit = "ROP" + NUMBER.incrementAndGet();
    final User placementWorker = Repository.shared().user("PLACEMENT_WORKER_" + unit);
    final User sectionManager = Repository.shared().user("PLACEMENT_SECTION_MANAGER_" + unit);
    final User caseWorker = Repository.shared().user("CASE_WORKER_SOC");

    /** Enters a contractor; {@code more} is further JSON, beginning with a comma. */
    JsonNode contractor(String type, String more) {
        return require(enter(type, more), 201);
    }

    Answer enter(String type, String more) {
        return placementWorker
                .http()
                .post(
                        API + "/contractors",
                        "{\"profile\":\"motala-rop\",\"unit\":\"" + unit + "\",\"type\":\"" + type
                                + "\",\"name\":\"Test Kontaktsson\",\"contactDetails\":\"Testgatan 2\"" + more + "}");
    }

    JsonNode read(String contractor) {
        return require(placementWorker.http().get(API + "/contractors/" + contractor), 200);
    }

    /** Creates a document in a contractor's file as the placement worker. */
    String document(String contractor, String kind, String fields) {
        return require(create(placementWorker, contractor, kind, fields), 201)
                .path("id")
                .asText();
    }

    Answer create(User user, String contractor, String kind, String fields) {
        return user.http()
                .post(
                        API + "/contractors/" + contractor + "/documents",
                        "{\"kind\":\"" + kind + "\",\"fields\":" + fields + "}");
    }

    /** Does it as the placement worker; answers the document. */
    JsonNode act(String document, String action, String input) {
        return require(placementWorker.act(document, action, input), 200);
    }

    /** Id of the refusal of an act. */
    String refused(String document, String action, String input) {
        return refusal(placementWorker.act(document, action, input));
    }

    static String refusal(Answer answer) {
        return answer.json().path("error").path("id").asText();
    }

    JsonNode put(String document, String fields) {
        String version = placementWorker.document(document).path("version").asText();
        return require(
                placementWorker
                        .http()
                        .put(
                                API + "/documents/" + document,
                                "{\"version\":\"" + version + "\",\"fields\":" + fields + "}"),
                200);
    }

    /** Talks about every topic of a list and some more. */
    void talk(String investigation, String... more) {
        put(investigation, "{\"topics\":" + topics(TOPICS, List.of(more)) + "}");
    }

    private static String topics(List<String> all, List<String> more) {
        return Stream.concat(all.stream(), more.stream())
                .map(topic -> "{\"topic\":\"" + topic + "\",\"text\":\"Testsvar\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    /** All four extracts have come. */
    void extracts(String investigation) {
        for (String register :
                List.of("SOCIAL_REGISTER", "SUSPICION_REGISTER", "CRIMINAL_REGISTER", "ENFORCEMENT_AUTHORITY")) {
            act(
                    investigation,
                    "noteExtract",
                    "{\"register\":\"" + register
                            + "\",\"received\":\"2024-03-01\",\"extractResult\":\"NOTHING_FOUND\"}");
        }
    }

    /** A contact person with an approved investigation; answers the contractor's id. */
    String approvedContactPerson() {
        String id = contractor("CONTACT_PERSON", "").path("id").asText();
        String investigation = document(id, "contractorInvestigation", "{}");
        act(investigation, "inform", "{\"date\":\"2024-02-01\"}");
        act(investigation, "interview", "{\"date\":\"2024-02-08\"}");
        talk(investigation, "WISHES_ON_ASSIGNMENT");
        extracts(investigation);
        act(investigation, "beginChecks", "{}");
        act(investigation, "analyse", "{\"text\":\"Lämplig\"}");
        act(investigation, "approve", "{\"resultText\":\"Lämplig\"}");
        return id;
    }
}
