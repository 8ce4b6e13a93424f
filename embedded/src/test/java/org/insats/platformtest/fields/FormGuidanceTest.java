package org.insats.platformtest.fields;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.FormGuidance;
import org.insats.casefile.FormGuidance.Choice;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What helps to fill in a form is data of the routine profile: manuals, codes and the steps of the risk scale. */
@ExtendWith(Repository.class)
class FormGuidanceTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Test
    @Covers("PRF-66")
    void aStepHasTheManualThatTheMunicipalityNamesAndNoneBefore() {
        Story silent = contact("malmo-contact");
        String before = silent.create(silent.caseWorker(), "journalNote", "{}");
        assertThat(manual(silent, before)).isEmpty();

        ObjectNode profile = routine("test-manuals");
        ObjectNode manuals = (ObjectNode) profile.at("/settings/PRF-66/value");
        for (String step :
                List.of("PLAN", "EXECUTE_DECISION", "JOURNAL_NOTE", "SIP", "FOLLOW_UP", "CONTINUED_GRANT", "ENDING")) {
            manuals.put(step, "https://handbok.example.org/" + step);
        }
        putIn(profile);
        Story story = contact("test-manuals");
        Map<String, String> documents = Map.of(
                story.create(story.caseWorker(), "journalNote", "{}"), "JOURNAL_NOTE",
                story.create(story.caseWorker(), "implementationPlan", "{}"), "PLAN",
                story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"START_UP\"}"), "EXECUTE_DECISION",
                story.create(story.caseWorker(), "cooperation", "{\"cooperationKind\":\"SIP\"}"), "SIP",
                story.create(story.caseWorker(), "followUp", "{}"), "FOLLOW_UP",
                story.create(story.caseWorker(), "decision", "{\"decisionType\":\"CONTINUED_GRANT\"}"),
                        "CONTINUED_GRANT",
                story.create(story.caseWorker(), "ending", "{}"), "ENDING");

        documents.forEach((id, step) -> assertThat(manual(story, id)).isEqualTo("https://handbok.example.org/" + step));
        String planning = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"PLANNING\"}");
        assertThat(manual(story, planning)).isEmpty();
        assertThat(Story.refusalOf(() -> putIn(withManual("javascript:alert(1)"))))
                .isEqualTo("INS-PRF-INVALID");
    }

    private static ObjectNode withManual(String link) {
        ObjectNode profile = routine("test-manual-wrong");
        ((ObjectNode) profile.at("/settings/PRF-66/value")).put("PLAN", link);
        return profile;
    }

    @Test
    @Covers("PRF-67")
    void codesAreThoseThatTheMunicipalityListsAndFreeWhereItListsNone() {
        Story silent = contact("malmo-contact");
        String free = silent.create(silent.caseWorker(), "decision", "{\"decisionCode\":\"Vad som helst\"}");
        assertThat(silent.fieldsOf(free).path("decisionCode").asText()).isEqualTo("Vad som helst");
        assertThat(choices(silent, free)).doesNotContainKey("decisionCode");

        ObjectNode profile = routine("test-codes");
        ObjectNode lists = (ObjectNode) profile.at("/settings/PRF-67/value");
        ((ArrayNode) lists.path("DECISION_KIND"))
                .addObject()
                .put("code", "B12")
                .put("sv", "Bifall kontaktperson")
                .put("en", "Contact person granted");
        ((ArrayNode) lists.path("INTERVENTION")).add("KP");
        ((ArrayNode) lists.path("RESOURCE_TYPE")).add("UPPDR");
        ((ArrayNode) lists.path("RESOURCE")).add("R-1");
        putIn(profile);
        Story story = contact("test-codes");
        assertThat(choicesOfNew(story, "decision"))
                .containsEntry("decisionCode", List.of(new Choice("B12", "Bifall kontaktperson")));
        assertThat(choicesOfNew(silent, "decision")).doesNotContainKey("decisionCode");
        String decision =
                story.create(story.caseWorker(), "decision", "{\"decisionCode\":\"B12\",\"interventionCode\":\"KP\"}");

        assertThat(choices(story, decision))
                .containsEntry("decisionCode", List.of(new Choice("B12", "Bifall kontaktperson")))
                .containsEntry("interventionCode", List.of(new Choice("KP", "KP")));
        for (String wrong : List.of("decisionCode", "interventionCode")) {
            assertThat(Story.refusalOf(() -> story.update(story.caseWorker(), decision, "{\"" + wrong + "\":\"X\"}")))
                    .isEqualTo("INS-PRF-67");
        }
        String allocation = story.create(
                story.caseWorker(), "resourceAllocation", "{\"resourceTypeCode\":\"UPPDR\",\"resource\":\"R-1\"}");
        for (String wrong : List.of("resourceTypeCode", "resource")) {
            assertThat(Story.refusalOf(() -> story.update(story.caseWorker(), allocation, "{\"" + wrong + "\":\"X\"}")))
                    .isEqualTo("INS-PRF-67");
        }
    }

    private static Map<String, List<Choice>> choicesOfNew(Story story, String kind) {
        return story.as(story.caseWorker(), () -> Story.bean("insats.formGuidance", FormGuidance.class)
                .choices(
                        Story.bean("insats.documentKinds", DocumentKinds.class)
                                .find(kind)
                                .orElseThrow(),
                        Story.bean("insats.caseFileService", CaseFileService.class)
                                .byNumber(story.caseNumber()),
                        SWEDISH));
    }

    @Test
    @Covers({"DOC-ENUM-28", "PRF-38"})
    void theStepsOfTheRiskScaleAreCalledByNameInBothLanguages() {
        Story story = contact("malmo-contact");
        Document followUp = story.document(story.create(story.caseWorker(), "followUp", "{}"));

        assertThat(scale(story, followUp, SWEDISH)).containsExactly("Låg risk", "Måttlig risk", "Hög risk");
        assertThat(scale(story, followUp, Locale.ENGLISH)).containsExactly("Low risk", "Moderate risk", "High risk");
    }

    @Test
    @Covers({"PLN-08", "DOC-GOA-R2", "DOC-GOA-R1", "DOC-GOA-R3", "DOC-GOA-08"})
    void theHelpOnGoalsSaysHowGoalsAreWorded() {
        for (String kind : List.of("decisionBasis", "carePlan", "implementationPlan")) {
            String help = help(kind, "sv");
            assertThat(help)
                    .contains("tillsammans med barnet och vårdnadshavare eller god man")
                    .contains("få mål")
                    .contains("realistiska")
                    .contains("mot den här insatsen")
                    .contains("uppdragstagaren ska arbeta med")
                    .contains("konkret")
                    .contains("bedöma när målet är uppnått");
            assertThat(help(kind, "en"))
                    .contains("few goals")
                    .contains("realistic")
                    .contains("concrete");
        }
    }

    private static String help(String kind, String language) {
        JsonNode model = Models.of(org.insats.platformtest.Repository.shared().admin(), kind, language);
        return StreamSupport.stream(model.path("fields").spliterator(), false)
                .filter(field -> field.path("name").asText().equals("goals"))
                .map(field -> field.path("help").asText())
                .findFirst()
                .orElse("");
    }

    private static Story contact(String profile) {
        return Story.beginningOn("2026-03-02")
                .caseOpened(profile, "CONTACT_PERSON")
                .standsGranted("2026-03-02", "2026-09-01", "Ett eget fritidsintresse");
    }

    private static ObjectNode routine(String id) {
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text("malmo-contact", "")
                .orElseThrow()
                .text());
        return profile.put("id", id);
    }

    private static void putIn(ObjectNode profile) {
        Story.beginningOn("2026-03-02").as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write(profile.path("id").asText(), profile.toString()));
    }

    private static String manual(Story story, String id) {
        Document document = story.document(id);
        return story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> guidance().manual(document).orElse("")));
    }

    private static Map<String, List<Choice>> choices(Story story, String id) {
        Document document = story.document(id);
        return story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> guidance().choices(document, SWEDISH)));
    }

    private static List<String> scale(Story story, Document document, Locale language) {
        return story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> guidance().riskScale(document, language).stream()
                        .map(Choice::label)
                        .toList()));
    }

    private static FormGuidance guidance() {
        return Story.bean("insats.formGuidance", FormGuidance.class);
    }
}
