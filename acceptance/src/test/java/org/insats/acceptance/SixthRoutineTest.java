package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;

/** A municipality's own routine is put in as data and a case runs on it, with no new program version (requirements 6.3). */
class SixthRoutineTest {

    private static final String PROFILES = CaseDesk.V1 + "/profiles/";

    private final Target target = Target.get();
    private final Api admin = target.admin();
    private final TestClock clock = new TestClock(admin);
    private final String id = "provstad-" + Long.toString(System.currentTimeMillis(), 36);

    @Test
    @Covers({"BR-112", "PRF-08"})
    void aRoutineIsPutInAndChangedAndEachCaseKeepsTheOneItBeganWith() {
        clock.morningOf("2026-02-03");
        Staff staff = Staff.of(target, "sjatte");
        ObjectNode routine = routine("1.0", 3);

        assertThat(staff.caseWorker().put(PROFILES + id, routine).status()).isEqualTo(403);
        assertThat(admin.put(PROFILES + id, routine).expect(200).path("version").asText())
                .isEqualTo("1.0");
        assertThat(admin.get(CaseDesk.V1 + "/profiles")
                        .expect(200)
                        .path("items")
                        .findValuesAsText("id"))
                .contains(id, "motala-srv");

        OpenCareCases.WithOrder first = ordered(staff);
        assertThat(dueCheck(staff, first)).isEqualTo("2026-02-24");
        assertThat(first.desk().rulesAsked(staff.caseWorker())).doesNotContain("DL-06");

        admin.put(PROFILES + id, routine("1.1", 1)).expect(200);
        OpenCareCases.WithOrder second = ordered(staff);
        assertThat(dueCheck(staff, second)).isEqualTo("2026-02-10");

        CaseDesk.act(
                staff.unitManager(),
                first.order(),
                "receive",
                Map.of("date", "2026-02-03", "reason", "Samma dag som sänd"));
        assertThat(dueCheck(staff, first)).isEqualTo("2026-02-24");
        assertThat(admin.get(PROFILES + id).expect(200).path("versions"))
                .extracting(JsonNode::asText)
                .containsExactly("1.1", "1.0");
        assertThat(admin.get(PROFILES + id + "?version=1.0")
                        .expect(200)
                        .at("/profile/version")
                        .asText())
                .isEqualTo("1.0");
    }

    @Test
    void nonsenseIsRefusedWithPlaceAndReasonAndTheLastGoodRoutineStaysInForce() {
        admin.put(PROFILES + id, routine("1.0", 2)).expect(200);
        ObjectNode wrong = routine("1.1", 2);
        wrong.put("reviewBy", "2026-02-30");

        Api.Answer refused = admin.put(PROFILES + id, wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/error/id").asText()).isEqualTo("INS-PRF-INVALID");
        assertThat(refused.json().at("/error/message").asText())
                .contains("/reviewBy")
                .contains("2026-02-30");
        JsonNode checked = admin.post(PROFILES + "validate", wrong).expect(200);
        assertThat(checked.path("valid").asBoolean()).isFalse();
        assertThat(checked.at("/problems/0/place").asText()).isEqualTo("/reviewBy");
        assertThat(checked.at("/problems/0/reason").asText()).isEqualTo("det finns ingen sådan dag: 2026-02-30");
        assertThat(admin.post(PROFILES + "validate", routine("1.1", 4))
                        .expect(200)
                        .path("valid")
                        .asBoolean())
                .isTrue();

        assertThat(admin.get(PROFILES + id).expect(200).path("version").asText())
                .isEqualTo("1.0");
    }

    @Test
    @Covers("PRF-05")
    void theUnitsThatReceiveAreChosenFromThoseTheRoutineNames() {
        Staff staff = Staff.of(target, "mottagare");
        ObjectNode routine = routine("1.0", 2);
        ((ObjectNode) routine.at("/settings/PRF-05/value"))
                .putArray("units")
                .add("PROVSRV")
                .add("PROVFAM");
        admin.put(PROFILES + id, routine).expect(200);

        JsonNode options = admin.get(CaseDesk.V1 + "/case-options").expect(200).path("profiles");

        assertThat(CaseDesk.find(options, "value", id).path("performerUnits").findValuesAsText("value"))
                .containsExactly("PROVSRV", "PROVFAM");
        // Where a routine names none, any unit that carries out may be chosen.
        assertThat(CaseDesk.find(options, "value", "motala-srv")
                        .path("performerUnits")
                        .findValuesAsText("value"))
                .contains(staff.performerUnit())
                .doesNotContain("PROVSRV");
    }

    @Test
    @Covers("DL-06")
    void theDatesThatAChangeWouldGiveAreSeenBeforeItIsMade() {
        ObjectNode request = Api.JSON.createObjectNode();
        request.set("profile", routine("9.9", 5));
        request.put("service", "OC").put("today", "2026-02-04");
        request.putObject("facts").put("orderReceived", "2026-02-03");

        JsonNode preview =
                admin.post(CaseDesk.V1 + "/deadlines/preview", request).expect(200);

        List<JsonNode> check = preview.path("deadlines").findParents("ruleId").stream()
                .filter(deadline -> deadline.path("ruleId").asText().equals("DL-06"))
                .toList();
        assertThat(check).singleElement().satisfies(deadline -> assertThat(
                        deadline.path("dueDate").asText())
                .isEqualTo("2026-03-10"));
    }

    private OpenCareCases.WithOrder ordered(Staff staff) {
        OpenCareCases.WithOrder ready = OpenCareCases.withDraftOrder(staff, id);
        CaseDesk.act(staff.caseWorker(), ready.order(), "send", Map.of());
        return ready;
    }

    private static String dueCheck(Staff staff, OpenCareCases.WithOrder ordered) {
        return ordered.desk()
                .deadline(staff.caseWorker(), "DL-06")
                .path("dueDate")
                .asText();
    }

    /** Open care as an invented municipality has it: its own name, and its own time until the execution check. */
    private ObjectNode routine(String version, int weeks) {
        ObjectNode routine =
                (ObjectNode) admin.get(PROFILES + "motala-srv").expect(200).path("profile");
        routine.put("id", id);
        routine.put("code", "P9");
        routine.put("version", version);
        routine.put("source", "[Provstad]");
        ((ObjectNode) routine.path("titles")).put("sv", "Provstads öppenvård").put("en", "Open care of Provstad");
        routine.path("deadlines").forEach(row -> {
            if (row.path("rule").asText().equals("DL-06")) {
                ((ObjectNode) row.path("period")).put("amount", weeks);
            }
        });
        return routine;
    }
}
