package org.insats.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What an administrator asks of an installation: whether it is as it should be, and what a change of a routine would do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AdministratorTest {

    private static final String V1 = CaseDesk.V1;

    private final Target target = Target.get();
    private final TestClock clock = new TestClock(target.admin());
    private Staff staff;
    private CaseDesk desk;

    @BeforeAll
    void anOrderIsSent() {
        clock.setTo("2026-02-02");
        staff = Staff.of(target, "adm");
        OpenCareCases.WithOrder made = OpenCareCases.withDraftOrder(staff, "motala-srv");
        desk = made.desk();
        CaseDesk.act(staff.caseWorker(), made.order(), "send", Map.of());
        clock.runDeadlineJob();
    }

    @AfterAll
    void machineTimeAgain() {
        clock.reset();
    }

    @Test
    void onlyAdministratorsMayAsk() {
        Api manager = staff.unitManager();
        assertThat(manager.get(V1 + "/admin/checks").status()).isEqualTo(403);
        assertThat(manager.get(V1 + "/admin/lost-acts").status()).isEqualTo(403);
        assertThat(manager.post(trial(), profile()).status()).isEqualTo(403);
    }

    @Test
    void everyRoomSaysHowItStandsAndUnitsAreCounted() {
        JsonNode answer = target.admin().get(V1 + "/admin/checks").expect(200);

        List<String> ids = answer.findValuesAsText("id");
        assertThat(ids).contains("FOLDERS-OK", "GROUPS-OK", "PROFILES-OK", "ACTS-OK");
        answer.path("items").forEach(item -> {
            assertThat(item.path("level").asText()).isIn("OK", "NOTE", "PROBLEM");
            assertThat(item.path("text").asText()).isNotBlank().doesNotContain("insats.check");
        });
        JsonNode unit = CaseDesk.find(answer.path("units"), "unit", staff.unit());
        assertThat(unit.at("/roles/CASE_WORKER").asInt()).isEqualTo(2);
    }

    @Test
    void noTaskOfOursIsWithoutAWorkflow() {
        JsonNode answer = target.admin().get(V1 + "/admin/lost-acts").expect(200);
        assertThat(answer.path("items").findValuesAsText("caseNumber")).doesNotContain(desk.caseNumber());
    }

    @Test
    void aProfileTellsWhatItsRulesAreAbout() {
        JsonNode texts =
                target.admin().get(V1 + "/profiles/motala-srv").expect(200).path("ruleTexts");
        assertThat(texts.path("DL-06").asText()).contains("verkställighet");
        assertThat(texts.path("DL-54/order").asText()).isNotBlank();
    }

    @Test
    @Covers("BR-112")
    void aLongerPeriodIsShownOnACaseAndChangesNothingInIt() {
        ObjectNode changed = profile();
        changed.path("deadlines").forEach(setting -> {
            if (setting.path("rule").asText().equals("DL-06")) {
                ((ObjectNode) setting.path("period")).put("amount", 3);
            }
        });

        JsonNode answer = target.admin().post(trial(), changed).expect(200);

        JsonNode line = CaseDesk.find(answer.path("items"), "ruleId", "DL-06");
        assertThat(line.path("now").asText()).isEqualTo("2026-02-16");
        assertThat(line.path("then").asText()).isEqualTo("2026-02-23");
        List<String> others = new ArrayList<>();
        answer.path("items").forEach(item -> {
            if (item.path("changed").asBoolean()) {
                others.add(item.path("ruleId").asText());
            }
        });
        assertThat(others).containsExactly("DL-06");
        assertThat(dueInTheCase("DL-06")).isEqualTo("2026-02-16");
    }

    @Test
    void aProfileThatCannotBeUsedIsRefusedWithItsPlace() {
        ObjectNode wrong = profile();
        wrong.put("validFrom", "2026-02-30");

        Api.Answer answer = target.admin().post(trial(), wrong);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("INS-PRF-INVALID").contains("validFrom");
    }

    private String trial() {
        return V1 + "/cases/" + desk.caseNumber() + "/profile-trial";
    }

    private ObjectNode profile() {
        return (ObjectNode)
                target.admin().get(V1 + "/profiles/motala-srv").expect(200).path("profile");
    }

    private String dueInTheCase(String rule) {
        JsonNode overview =
                staff.caseWorker().get(V1 + "/cases/" + desk.caseNumber()).expect(200);
        return CaseDesk.find(overview.at("/interventions/0/deadlines"), "ruleId", rule)
                .path("dueDate")
                .asText();
    }
}
