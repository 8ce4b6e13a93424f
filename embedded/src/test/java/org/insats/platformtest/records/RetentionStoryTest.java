package org.insats.platformtest.records;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.records.Closing;
import org.insats.records.Simulation;
import org.insats.records.Verdicts;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.extensions.surf.util.I18NUtil;

/** What the rules say of files in the repository: closing, verdict, entries by people, other matters, rules that change. */
@ExtendWith(Repository.class)
class RetentionStoryTest {

    private static Object stored(Story story, QName name) {
        return Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> story.as("admin", () -> Story.bean("nodeService", NodeService.class)
                        .getProperty(story.caseFile(), name)));
    }

    @Test
    @Covers({"RET-80", "RET-90"})
    void theLastEntryIsWhatAPersonDidAndNeverWhatTheSystemDoes() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");
        assertThat(desk.verdict().path("lastEntry").asText()).isEqualTo("2026-05-29");
        assertThat(desk.verdict().path("duty").asText()).isEqualTo("2031-05-29");
        assertThat(desk.verdict().path("completeBy").asText()).isEqualTo("2032-12-31");

        story.on("2027-02-01").runJob();
        desk.held();
        desk.jobs();
        String document = story.documentsOf("decision").get(0).id();
        story.as(desk.one(), () -> Story.bean("insats.verdicts", Verdicts.class).sort(document, "NONE"));

        assertThat(desk.verdict().path("lastEntry").asText()).isEqualTo("2026-05-29");
    }

    @Test
    @Covers({"RET-96", "RET-80"})
    void aCorrectionAfterTheEndMovesTheDate() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");

        story.on("2027-03-01");
        desk.reopened();
        assertThat(desk.verdict().path("outcome").asText()).isEqualTo("OPEN");
        assertThat(stored(story, CaseModel.RETENTION_OUTCOME)).isNull();
        String note =
                story.create(story.caseWorker(), "journalNote", "{\"noteText\":\"Rättelse\",\"noteType\":\"OTHER\"}");
        story.act(story.caseWorker(), note, "establish", "{}");
        story.on("2027-04-01");
        desk.closed();

        assertThat(desk.verdict().path("duty").asText()).isEqualTo("2032-03-01");
        assertThat(stored(story, CaseModel.DISPOSAL_PLACE)).isEqualTo(story.unit() + ".2032");
    }

    @Test
    void aClosedFileIsLockedAndItsPeopleStayAsTheyWere() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");
        String guardian = story.guardian();

        assertThat(Story.refusalOf(() -> story.create(
                        story.caseWorker(), "journalNote", "{\"noteText\":\"Ny\",\"noteType\":\"OTHER\"}")))
                .isEqualTo("INS-CASE-CLOSED");
        assertThat(Story.refusalOf(
                        () -> story.act(story.caseWorker(), story.order(), "markErroneous", "{\"reason\":\"Fel\"}")))
                .isEqualTo("INS-CASE-CLOSED");
        assertThat(Story.refusalOf(() ->
                        story.as(story.caseWorker(), () -> Story.bean("insats.caseFileService", CaseFileService.class)
                                .updatePerson(guardian, Story.json("{\"contactDetails\":\"Testgatan 2\"}")))))
                .isEqualTo("INS-CASE-CLOSED");
        assertThat(Story.refusalOf(() -> story.addPerson("{\"name\":\"Test Nysson\",\"relation\":\"GUARDIAN\"}")))
                .isEqualTo("INS-CASE-CLOSED");
        assertThat(Story.refusalOf(() -> desk.closed())).isEqualTo("INS-CASE-CLOSED");
        assertThat(Story.refusalOf(() ->
                        story.as(story.caseWorker(), () -> RecordsDesk.closing().reopen(story.caseNumber(), " "))))
                .isEqualTo("INS-REASON");
    }

    @Test
    @Covers("RET-35")
    void whatIsOpenOrMissingIsMendedBeforeTheFileIsClosed() {
        Story story = Story.beginningOn("2026-03-02").running();
        RecordsDesk desk = new RecordsDesk(story);
        String draft =
                story.create(story.caseWorker(), "journalNote", "{\"noteText\":\"Utkast\",\"noteType\":\"OTHER\"}");

        assertThat(desk.toMend())
                .extracting(Closing.ToMend::item)
                .contains("DRAFT", "OPEN_INTERVENTION", "OPEN_DEADLINE", "MISSING");
        assertThat(desk.toMend())
                .filteredOn(item -> item.item().equals("DRAFT"))
                .extracting(Closing.ToMend::id)
                .contains(draft);
        assertThat(Story.refusalOf(desk::closed)).isEqualTo("INS-CASE-INCOMPLETE");

        story.act(story.caseWorker(), draft, "establish", "{}");
        story.on("2026-05-29");
        desk.ended();
        assertThat(desk.toMend()).allSatisfy(item -> assertThat(item.item()).isEqualTo("MISSING"));
        assertThat(desk.toMend()).anySatisfy(item -> assertThat(item.key()).endsWith("implementationPlan"));
        assertThat(Story.refusalOf(() -> story.as(
                        story.caseWorker(), () -> RecordsDesk.closing().close(story.caseNumber(), Story.json("{}")))))
                .isEqualTo("INS-CASE-INCOMPLETE");
        desk.closed();
        assertThat(stored(story, CaseModel.CASE_STATE)).isEqualTo("CLOSED");
        assertThat(stored(story, CaseModel.CLOSING_REMARKS).toString()).contains("implementationPlan");
    }

    @Test
    @Covers("RET-61")
    void aFileWaitsForTheOtherFileOfTheSamePerson() {
        Story first = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(first, "2026-05-29");
        Story second = Story.beginningOn("2026-06-01").caseOpened("2016-05-12");
        RecordsDesk others = new RecordsDesk(second);
        identified(first, second);

        first.on("2031-06-01");
        desk.jobs();
        assertThat(desk.verdict().path("outcome").asText()).isEqualTo("WAITS_FOR_OTHERS");
        assertThat(Story.refusalOf(() -> desk.proposed(2031))).isEqualTo("INS-NOTHING-TO-DESTROY");

        second.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("nodeService", NodeService.class)
                        .setProperty(second.intervention(), CaseModel.INTERVENTION_STATE, "ENDED")));
        others.closed();
        assertThat(desk.verdict().path("waitsUntil").asText()).isEqualTo("2036-06-01");
        first.on("2036-06-01");
        desk.jobs();
        assertThat(stored(first, CaseModel.RETENTION_OUTCOME)).isEqualTo("CANDIDATE");
    }

    /** The clients of both stories are the same person; written as the files stood before they were closed. */
    private static void identified(Story... stories) {
        for (Story story : stories) {
            story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                    .elevated(() -> {
                        NodeService nodes = Story.bean("nodeService", NodeService.class);
                        Object state = nodes.getProperty(story.caseFile(), CaseModel.CASE_STATE);
                        nodes.setProperty(story.caseFile(), CaseModel.CASE_STATE, "OPEN");
                        nodes.setProperty(
                                Story.node(story.client()), CaseModel.PERSONAL_IDENTITY_NUMBER, "189001019802");
                        nodes.setProperty(story.caseFile(), CaseModel.CASE_STATE, state.toString());
                    }));
        }
    }

    @Test
    @Covers({"RET-64", "RET-67"})
    void newRulesAreAppliedToAllClosedFilesByTheJobAndCanBeSimulatedBefore() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29").jobs();
        assertThat(stored(story, CaseModel.RETENTION_OUTCOME)).isEqualTo("RUNNING");
        ObjectNode preserving = desk.rules();
        ((ObjectNode) preserving.path("municipalities")).put(story.unit(), "0583");
        preserving.put("version", "simulated");

        assertThat(simulated(story, desk, desk.rules()).path("arisingThatYear").asInt())
                .isPositive();
        int before = simulated(story, desk, desk.rules())
                .path("outcomes")
                .path("PRESERVED")
                .asInt();
        assertThat(simulated(story, desk, preserving)
                        .path("outcomes")
                        .path("PRESERVED")
                        .asInt())
                .isEqualTo(before + 1);
        assertThat(stored(story, CaseModel.RETENTION_OUTCOME)).isEqualTo("RUNNING");

        desk.putRules(preserving);
        desk.jobs();
        assertThat(stored(story, CaseModel.RETENTION_OUTCOME)).isEqualTo("PRESERVED");
        assertThat(stored(story, CaseModel.DISPOSAL_KEY)).isNull();
        assertThat(stored(story, CaseModel.RETENTION_RULE)).isEqualTo("SOL2025-REGION");
    }

    private static JsonNode simulated(Story story, RecordsDesk desk, JsonNode rules) {
        return story.as(desk.one(), () -> (JsonNode)
                Story.bean("insats.simulation", Simulation.class).run(Optional.of(rules), 2031, Optional.empty(), 500));
    }

    @Test
    void aDraftThatWasNeverSentIsNoEntryAndBelongsToNoFile() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29").reopened();
        story.on("2026-09-01");
        String draft = story.create(story.caseWorker(), "journalNote", "{\"noteText\":\"Utkast\"}");

        assertThat(desk.verdict().path("lastEntry").asText()).isEqualTo("2026-05-29");
        assertThat(desk.verdict().path("documents").findValuesAsText("id")).doesNotContain(draft);
    }

    @Test
    void theVerdictIsExplainedInBothLanguagesAndNamesNobody() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");

        assertThat(desk.verdict().path("explanation").toString())
                .contains("Den senaste anteckningen i akten gjordes 2026-05-29.", "fem år", "2032-12-31")
                .doesNotContain("Barnsson", "{0}");
        JsonNode english = story.as(desk.one(), () -> {
            I18NUtil.setLocale(Locale.ENGLISH);
            return (JsonNode) Story.bean("insats.verdicts", Verdicts.class).explained(story.caseNumber());
        });
        assertThat(english.path("explanation").toString())
                .contains("The last entry in the file was made on 2026-05-29.", "five years")
                .doesNotContain("{0}");
        assertThat(Map.of(
                        "sv",
                        desk.verdict().path("outcomeLabel").asText(),
                        "en",
                        english.path("outcomeLabel").asText()))
                .containsEntry("sv", "Tiden löper")
                .containsEntry("en", "The time is running");
    }
}
