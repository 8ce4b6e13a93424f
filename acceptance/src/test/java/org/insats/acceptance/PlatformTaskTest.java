package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A task of ours completed through the platform's own workflow API obeys the same rules, and says so as clearly. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlatformTaskTest {

    private static final String TASKS = "/api/-default-/public/workflow/versions/1/tasks/";

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private Staff staff;
    private CaseDesk desk;
    private String order;
    private String task;

    @BeforeAll
    void theExecutionCheckIsDue() {
        clock.setTo("2026-02-02");
        staff = Staff.of(target, "upp");
        OpenCareCases.WithOrder opened = OpenCareCases.withDraftOrders(staff, 1).get(0);
        desk = opened.desk();
        order = opened.order();
        CaseDesk.act(staff.caseWorker(), order, "send", Map.of());
        clock.morningOf("2026-02-14");
        task = desk.task(staff.coordinator(), "DL-06").path("id").asText().replace("activiti$", "");
        staff.coordinator()
                .put(TASKS + task + "?select=state", Map.of("state", "claimed"))
                .expect(200);
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    @Test
    void refusalOfTheRuleComesOutWithItsIdAndTheTaskStays() {
        Api.Answer refused = staff.coordinator().put(TASKS + task + "?select=state", Map.of("state", "completed"));

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("INS-DOC-ORD-25:");
        assertThat(staff.coordinator()
                        .get(TASKS + task)
                        .expect(200)
                        .at("/entry/state")
                        .asText())
                .isNotEqualTo("completed");
        assertThat(CaseDesk.read(staff.caseWorker(), order)
                        .at("/fields/executionCheckDate")
                        .asText(""))
                .isEmpty();
    }

    @Test
    @Covers({"DL-35", "DL-06"})
    void theTaskShowsWhatCompletesItAndOnlyToWhomItBelongs() {
        JsonNode check =
                staff.coordinator().get(CaseDesk.V1 + "/tasks/activiti$" + task).expect(200);
        assertThat(check.path("ownForm").asBoolean()).isTrue();
        assertThat(check.path("acts")).isEmpty();
        assertThat(staff.therapist()
                        .get(CaseDesk.V1 + "/tasks/activiti$" + task)
                        .status())
                .isIn(403, 404);

        JsonNode note = staff.caseWorker()
                .get(CaseDesk.V1 + "/tasks/"
                        + desk.task(staff.caseWorker(), "DL-35").path("id").asText())
                .expect(200);
        assertThat(note.path("ownForm").asBoolean()).isFalse();
        assertThat(note.at("/acts/0/name").asText()).isEqualTo("establish");
        assertThat(note.at("/acts/0/document/kind").asText()).isEqualTo("journalNote");
        desk.complete(staff.caseWorker(), note, Map.of("action", "establish")).expect(200);

        assertThat(CaseDesk.status(
                        staff.caseWorker(), note.at("/acts/0/document/id").asText()))
                .isEqualTo("ESTABLISHED");
        assertThat(desk.rulesAsked(staff.caseWorker())).doesNotContain("DL-35");
    }

    @Test
    void dateAheadIsRefusedToo() {
        Map<String, Object> ahead = Map.of(
                "state",
                "completed",
                "variables",
                List.of(Map.of(
                        "name", "inswf_checkDate",
                        "type", "d:date",
                        "scope", "local",
                        "value", "2026-03-30T12:00:00.000+0000")));

        Api.Answer refused = staff.coordinator().put(TASKS + task + "?select=state,variables", ahead);

        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("INS-DOC-COM-04:");
        JsonNode still = staff.coordinator().get(TASKS + task).expect(200);
        assertThat(still.at("/entry/state").asText()).isNotEqualTo("completed");
    }
}
