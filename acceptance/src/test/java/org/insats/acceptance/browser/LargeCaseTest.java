package org.insats.acceptance.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.insats.acceptance.Api;
import org.insats.acceptance.Staff;
import org.insats.acceptance.Target;
import org.insats.acceptance.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A case of many years, with 200 documents, 500 versions and 60 deadlines, comes in one light answer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeCaseTest {

    private static final String V1 = "/s/insats/v1";
    private static final int DOCUMENTS = 200;
    private static final int VERSIONS = 500;
    private static final int DEADLINES = 60;
    private static final int MOST_BYTES = 300_000;

    private Target target;
    private TestClock clock;
    private Staff staff;
    private String caseNumber;
    private String intervention;
    private int versions;

    @BeforeAll
    void aLongCase() {
        target = Target.get();
        assumeTrue(target.isEmbedded(), "a case of this size is made on the embedded repository only");
        clock = new TestClock(target.admin());
        clock.setTo("2026-02-02");
        staff = Staff.of(target, "big");
        caseNumber = RunningCase.begun(staff, "2026-02-02").caseNumber();
        Api worker = staff.caseWorker();
        JsonNode begun = overview(worker);
        intervention = begun.at("/interventions/0/id").asText();
        int documents = begun.path("documents").size();
        versions = versionsOf(begun);
        int contacts = DEADLINES - begun.at("/interventions/0/deadlines").size();
        for (int number = documents; number < DOCUMENTS; number++) {
            boolean isContact = number - documents < contacts;
            write(worker, isContact);
        }
    }

    private void write(Api worker, boolean isContact) {
        JsonNode note = worker.post(
                        V1 + "/cases/" + caseNumber + "/documents",
                        Map.of(
                                "kind",
                                "journalNote",
                                "interventionId",
                                intervention,
                                "fields",
                                Map.of(
                                        "noteType", isContact ? "FAMILY_CONTACT" : "OTHER",
                                        "noteDate", "2026-02-02T08:00:00Z",
                                        "noteText", "Anteckning")))
                .expect(201);
        versions++;
        String id = note.path("id").asText();
        if (isContact) {
            worker.post(V1 + "/documents/" + id + "/actions/establish", Map.of())
                    .expect(200);
            versions++;
            return;
        }
        String version = note.path("version").asText();
        for (int change = 0; change < 2 && versions < VERSIONS; change++) {
            version = worker.put(
                            V1 + "/documents/" + id,
                            Map.of("version", version, "fields", Map.of("noteText", "Anteckning " + change)))
                    .expect(200)
                    .path("version")
                    .asText();
            versions++;
        }
    }

    @AfterAll
    void machineTimeAgain() {
        if (clock != null) {
            clock.reset();
        }
    }

    @Test
    void theAnswerIsLight() {
        Api worker = staff.caseWorker();
        Api.Answer answer = worker.get(V1 + "/cases/" + caseNumber);
        JsonNode overview = answer.expect(200);
        int bytes = answer.text().getBytes(StandardCharsets.UTF_8).length;
        int deadlines = overview.at("/interventions/0/deadlines").size();
        assertThat(overview.path("documents")).hasSize(DOCUMENTS);
        assertThat(versionsOf(overview)).isGreaterThanOrEqualTo(VERSIONS);
        assertThat(deadlines).isGreaterThanOrEqualTo(DEADLINES);
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    private JsonNode overview(Api reader) {
        return reader.get(V1 + "/cases/" + caseNumber).expect(200);
    }

    private static int versionsOf(JsonNode overview) {
        int all = 0;
        for (JsonNode document : overview.path("documents")) {
            all += document.path("versionHistory").size();
        }
        return all;
    }
}
