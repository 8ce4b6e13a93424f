package org.insats.platformtest.contractor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.insats.platformtest.Repository.API;
import static org.insats.platformtest.Repository.V1;
import static org.insats.platformtest.Repository.require;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.insats.platformtest.Repository;
import org.insats.platformtest.Repository.User;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterTest {

    private final Register register = new Register();

    private List<String> numbers(String query) {
        return require(register.placementWorker.http().get(API + "/contractors?" + query), 200)
                .path("items")
                .findValuesAsText("number");
    }

    private String enter(String type, String more) {
        return register.contractor(type, more).path("number").asText();
    }

    @Test
    void formsChooseAmongThePlacementGroupsAndTheUnitsThatCarryOut() {
        JsonNode own = require(register.placementWorker.http().get(API + "/case-options"), 200);
        JsonNode others = require(register.caseWorker.http().get(API + "/case-options"), 200);

        assertThat(own.path("placementUnits").findValuesAsText("value")).containsExactly(register.unit);
        assertThat(others.path("placementUnits")).isEmpty();
        assertThat(others.path("profiles"))
                .filteredOn(profile -> profile.path("value").asText().equals("motala-rop"))
                .singleElement()
                .satisfies(profile -> assertThat(profile.path("performerUnits").findValuesAsText("value"))
                        .contains(register.unit)
                        .doesNotContain("SOC"));
    }

    @Test
    void anInvestigationListsItsTopicsWithTheirTexts() {
        String contractor = register.contractor("CONTACT_PERSON", "").path("id").asText();
        String investigation = register.document(contractor, "contractorInvestigation", "{}");

        JsonNode document = register.placementWorker.document(investigation);

        assertThat(document.at("/choices/topics").findValuesAsText("value")).contains("NETWORK");
        assertThat(document.at("/choices/topics").findValuesAsText("label")).contains("Nätverk");
        assertThat(document.path("statusLabel").asText()).isEqualTo("Tilltänkt");
    }

    @Test
    @Covers({"DOC-CTR-01", "DOC-CTR-02", "DOC-CTR-03"})
    void anEntrySaysWhatSortWhoAndOfAHomeWhetherThereIsAnAgreement() {
        assertThat(Register.refusal(register.enter("SOMETHING", ""))).isEqualTo("INS-DOC-CTR-01");
        assertThat(Register.refusal(register.enter("RESIDENTIAL_CARE_HOME", "")))
                .isEqualTo("INS-DOC-CTR-03");
        assertThat(Register.refusal(register.placementWorker
                        .http()
                        .post(
                                API + "/contractors",
                                "{\"profile\":\"motala-rop\",\"unit\":\"" + register.unit
                                        + "\",\"type\":\"CONTACT_PERSON\",\"name\":\" \"}")))
                .isEqualTo("INS-DOC-CTR-02");

        JsonNode entry =
                register.contractor("CONTACT_PERSON", ",\"place\":\"Provort\",\"specialSkills\":[\"Teckenspråk\"]");

        assertThat(entry.path("number").asText()).matches("U-\\d{6}");
        assertThat(entry.path("name").asText()).isEqualTo("Test Kontaktsson");
        assertThat(entry.path("contactDetails").asText()).isEqualTo("Testgatan 2");
        assertThat(entry.path("specialSkills").get(0).asText()).isEqualTo("Teckenspråk");
        assertThat(entry.path("approval").asText()).isEqualTo("MISSING");
        assertThat(entry.path("mayCreate").findValuesAsText("kind"))
                .contains("contractorInvestigation", "contractorContact");
    }

    @Test
    @Covers({"BR-40", "CON-112"})
    void onlyThePlacementGroupOfTheUnitSeesTheFile() {
        String id = register.approvedContactPerson();
        String investigation = register.read(id).path("investigationRef").asText();
        User other = Repository.shared().user("PLACEMENT_WORKER_OTHER" + register.unit);

        for (User stranger : List.of(register.caseWorker, other)) {
            assertThat(stranger.http().get(API + "/contractors/" + id).status()).isEqualTo(404);
            assertThat(stranger.http().get(API + "/documents/" + investigation).status())
                    .isEqualTo(404);
            assertThat(require(stranger.http().get(API + "/contractors"), 200).path("items"))
                    .isEmpty();
        }
        assertThat(register.sectionManager
                        .http()
                        .get(API + "/contractors/" + id)
                        .status())
                .isEqualTo(200);
        assertThat(register.caseWorker
                        .http()
                        .post(
                                API + "/contractors",
                                "{\"profile\":\"motala-rop\",\"unit\":\"" + register.unit
                                        + "\",\"type\":\"CONTACT_PERSON\",\"name\":\"Test Testsson\"}")
                        .status())
                .isEqualTo(403);
        assertThat(Register.refusal(register.create(register.caseWorker, id, "contractorContact", "{}")))
                .isEqualTo("INS-ROLE");
        assertThat(Register.refusal(register.create(other, id, "contractorContact", "{}")))
                .isEqualTo("INS-NOT-FOUND");
    }

    @Test
    @Covers("BR-40")
    void nothingOfWhoItIsStandsInNamesOrAmongCases() {
        JsonNode entry = register.contractor("CONTACT_PERSON", "");
        JsonNode node = require(
                Repository.shared()
                        .admin()
                        .get(V1 + "/nodes/" + entry.path("id").asText()),
                200);
        assertThat(node.toString()).doesNotContain("Kontaktsson");
        assertThat(node.path("entry").path("name").asText())
                .isEqualTo(entry.path("number").asText());
        assertThat(require(register.placementWorker.http().get(API + "/cases"), 200)
                        .path("items"))
                .isEmpty();
        assertThat(register.placementWorker
                        .http()
                        .delete(V1 + "/nodes/" + entry.path("id").asText())
                        .status())
                .isGreaterThanOrEqualTo(400);
    }

    @Test
    @Covers({"BR-30", "INV-21", "DOC-CTR-03"})
    void homesUnderAgreementComeFirst() {
        String without = enter("RESIDENTIAL_CARE_HOME", ",\"underMunicipalAgreement\":false");
        String with = enter(
                "RESIDENTIAL_CARE_HOME",
                ",\"underMunicipalAgreement\":true,\"municipalAgreementRef\":\"AVTAL-1\",\"municipalAgreementFrom\":\"2023-01-01\"");

        assertThat(numbers("type=RESIDENTIAL_CARE_HOME")).containsExactly(with, without);
    }

    @Test
    void theRegisterIsSearchedByKindPlaceSkillPlacesAndAvailability() {
        String near = enter(
                "FOSTER_HOME",
                ",\"place\":\"O'Provort\",\"capacity\":3,\"freePlaces\":1,\"availableFrom\":\"2024-03-01\",\"specialSkills\":[\"Teckenspråk\"]");
        String far = enter(
                "FOSTER_HOME",
                ",\"place\":\"Annanstans\",\"capacity\":1,\"freePlaces\":0,\"availableFrom\":\"2024-06-01\"");
        String person = enter("CONTACT_PERSON", "");

        assertThat(numbers("")).containsExactly(near, far, person);
        assertThat(numbers("type=FOSTER_HOME")).containsExactly(near, far);
        assertThat(numbers("place=O%27Provort")).containsExactly(near);
        assertThat(numbers("skill=teckenspr%C3%A5k")).containsExactly(near);
        assertThat(numbers("capacity=2")).containsExactly(near);
        assertThat(numbers("freePlaces=1")).containsExactly(near);
        assertThat(numbers("availableOn=2024-05-01")).containsExactly(near);
        assertThat(register.placementWorker
                        .http()
                        .get(API + "/contractors?capacity=many")
                        .status())
                .isEqualTo(400);
    }

    @Test
    @Covers("DOC-CTR-01")
    void theListIsPagedByKey() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(enter("CONTACT_PERSON", i % 2 == 0 ? ",\"capacity\":2" : ""));
        }
        List<String> found = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonNode page =
                    require(register.placementWorker.http().get(API + "/contractors?size=1&capacity=2" + next), 200);
            found.addAll(page.path("items").findValuesAsText("number"));
            next = page.hasNonNull("next") ? "&after=" + page.path("next").asText() : null;
        }
        assertThat(found).containsExactly(all.get(0), all.get(2), all.get(4));
    }

    @Test
    @Covers({"DOC-CTR-05", "BR-38"})
    void anEntryIsChangedFromTheVersionThatWasSeen() {
        JsonNode entry = register.contractor("CONTACT_PERSON", "");
        String path = API + "/contractors/" + entry.path("id").asText();
        String change = "{\"version\":\"%s\",\"registeredAsResource\":\"2024-03-01\",\"name\":\"Test Nyttnamnsson\"}";

        JsonNode changed = require(
                register.placementWorker
                        .http()
                        .put(path, change.formatted(entry.path("version").asText())),
                200);

        assertThat(changed.path("registeredAsResource").asText()).isEqualTo("2024-03-01");
        assertThat(changed.path("registeredBy").asText()).isEqualTo(register.placementWorker.name());
        assertThat(changed.path("name").asText()).isEqualTo("Test Nyttnamnsson");
        assertThat(Register.refusal(register.placementWorker
                        .http()
                        .put(path, change.formatted(entry.path("version").asText()))))
                .isEqualTo("INS-STALE");
    }

    @Test
    @Covers({"DOC-CTR-08", "DL-58"})
    void theContactLogSaysWhenWhatSortAndWhat() {
        String id = register.contractor("FOSTER_HOME", "").path("id").asText();
        String number = register.read(id).path("number").asText();
        assertThat(numbers("withoutContactSince=2024-03-01")).containsExactly(number);
        String contact = register.document(id, "contractorContact", "{\"contactDate\":\"2024-03-05\"}");
        assertThat(register.refused(contact, "establish", "{}")).isEqualTo("INS-MANDATORY");

        register.put(contact, "{\"contactKind\":\"TRAINING\",\"contactText\":\"Grundutbildning\"}");
        register.act(contact, "establish", "{}");

        assertThat(register.read(id).path("lastContact").asText()).isEqualTo("2024-03-05");
        assertThat(numbers("withoutContactSince=2024-03-01")).isEmpty();
        assertThat(numbers("withoutContactSince=2024-03-06")).containsExactly(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"SUPPORT_AND_SUPERVISION", "REMUNERATION", "TRAINING"})
    @Covers({"FUP-01", "DOC-CTR-08"})
    void contactBetweenFollowUpsIsAboutSupportRemunerationAndTraining(String kind) {
        String id = register.contractor("CONTACT_PERSON", "").path("id").asText();
        String contact = register.document(
                id,
                "contractorContact",
                "{\"contactDate\":\"2024-03-05\",\"contactText\":\"Vi talades vid\",\"contactKind\":\"" + kind + "\"}");

        register.act(contact, "establish", "{}");

        assertThat(register.read(id).path("lastContact").asText()).isEqualTo("2024-03-05");
        assertThat(register.refused(
                        register.document(
                                id,
                                "contractorContact",
                                "{\"contactDate\":\"2099-03-05\",\"contactText\":\"x\",\"contactKind\":\"" + kind
                                        + "\"}"),
                        "establish",
                        "{}"))
                .isEqualTo("INS-DOC-COM-04");
    }
}
