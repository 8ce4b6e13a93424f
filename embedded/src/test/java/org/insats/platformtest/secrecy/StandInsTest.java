package org.insats.platformtest.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import org.insats.platform.LawDate;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Stand-ins for all cases of somebody who is away, set and ended by whoever answers for the unit. */
@Covers("BR-110")
class StandInsTest {

    private final Repository repository = Repository.shared();
    private final LocalDate today = LawDate.today(repository.bean("insats.clock", java.time.Clock.class));
    private User absent;
    private User standIn;
    private User manager;

    @BeforeEach
    void people() {
        absent = repository.user("CASE_WORKER_SOC");
        standIn = repository.user("CASE_WORKER_SOC");
        manager = repository.user("UNIT_MANAGER_SOC");
    }

    private String body(LocalDate until) {
        return "{\"unit\":\"SOC\",\"absent\":\"" + absent.name() + "\",\"userName\":\"" + standIn.name()
                + "\",\"from\":\"" + today + "\",\"until\":\"" + until + "\"}";
    }

    private static String numberOf(JsonNode opened) {
        return opened.path("caseNumber").asText();
    }

    private JsonNode listed() {
        for (JsonNode item :
                require(manager.http().get(API + "/stand-ins?unit=SOC"), 200).path("items")) {
            if (item.path("absent").asText().equals(absent.name())) {
                return item;
            }
        }
        return null;
    }

    @Test
    void theManagerSetsThemForAllCasesAtOnceAndEndsThem() {
        String first = numberOf(absent.openCase());
        String second = numberOf(absent.openCase());
        String secret = numberOf(absent.openCase(",\"protectedCase\":true"));
        assertThat(standIn.http().get(API + "/cases/" + first).status()).isEqualTo(404);

        JsonNode set = require(manager.http().post(API + "/stand-ins", body(today.plusDays(7))), 201);

        assertThat(set.path("cases").findValuesAsText("caseNumber")).containsExactly(first, second);
        assertThat(standIn.http().get(API + "/cases/" + first).status()).isEqualTo(200);
        assertThat(standIn.http().get(API + "/cases/" + second).status()).isEqualTo(200);
        assertThat(standIn.http().get(API + "/cases/" + secret).status())
                .as("protected cases are seen to by those named in them")
                .isEqualTo(404);
        JsonNode item = listed();
        assertThat(item.path("userName").asText()).isEqualTo(standIn.name());
        assertThat(item.path("until").asText()).isEqualTo(today.plusDays(7).toString());
        assertThat(item.path("cases")).hasSize(2);

        require(
                manager.http()
                        .post(
                                API + "/stand-ins/end",
                                "{\"unit\":\"SOC\",\"absent\":\"" + absent.name() + "\",\"userName\":\""
                                        + standIn.name() + "\"}"),
                200);

        assertThat(standIn.http().get(API + "/cases/" + first).status()).isEqualTo(404);
        assertThat(absent.http().get(API + "/cases/" + first).status()).isEqualTo(200);
        assertThat(listed()).isNull();
    }

    @Test
    void whatElseAStandInDoesInACaseStaysWhenItEnds() {
        String number = numberOf(absent.openCase());
        require(
                absent.http()
                        .post(
                                API + "/cases/" + number + "/members",
                                "{\"userName\":\"" + standIn.name() + "\",\"role\":\"CASE_WORKER\"}"),
                201);
        require(manager.http().post(API + "/stand-ins", body(today)), 201);

        require(
                manager.http()
                        .post(
                                API + "/stand-ins/end",
                                "{\"unit\":\"SOC\",\"absent\":\"" + absent.name() + "\",\"userName\":\""
                                        + standIn.name() + "\"}"),
                200);

        assertThat(standIn.http().get(API + "/cases/" + number).status()).isEqualTo(200);
    }

    @Test
    void onlyWhoAnswersForTheUnitSetsThemAndOnlyForWhoHasCasesThere() {
        assertThat(manager.http().post(API + "/stand-ins", body(today)).status())
                .as("no case")
                .isEqualTo(422);
        absent.openCase();
        User stranger = repository.user("UNIT_MANAGER_OTHER");
        assertThat(stranger.http().post(API + "/stand-ins", body(today)).status())
                .isEqualTo(403);
        assertThat(stranger.http().get(API + "/stand-ins?unit=SOC").status()).isEqualTo(403);
        assertThat(absent.http().post(API + "/stand-ins", body(today)).status())
                .as("a case worker sees to single cases")
                .isEqualTo(403);
        assertThat(require(absent.http().get(API + "/stand-ins"), 200).path("units"))
                .isEmpty();
        assertThat(manager.http()
                        .post(API + "/stand-ins", body(today.minusDays(1)))
                        .status())
                .isEqualTo(422);
        assertThat(require(repository.user("LEAD_SOCIAL_WORKER_SOC").http().get(API + "/stand-ins"), 200)
                        .path("unit")
                        .asText())
                .isEqualTo("SOC");
    }
}
