package org.insats.platformtest.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.version.VersionService;
import org.insats.casefile.Document;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.records.Certificates;
import org.insats.records.Disposals;
import org.insats.records.Disposals.Disposal;
import org.insats.records.Verdicts;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Disposal by two people: proposed, approved, carried out as approved, certified. */
@ExtendWith(Repository.class)
class DisposalStoryTest {

    private static boolean exists(Story story, NodeRef node) {
        return story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> Story.bean("nodeService", NodeService.class).exists(node)));
    }

    private static RecordsDesk dueIn2031(Story story) {
        RecordsDesk desk = RecordsDesk.closedOn(story, "2026-05-29");
        story.on("2031-06-01");
        return desk.jobs();
    }

    @Test
    @Covers("RET-84")
    void whatOneProposesAnotherApprovesAndIsGoneWithoutRemains() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = dueIn2031(story);
        List<NodeRef> documents =
                story.documentsOf("decision").stream().map(Document::node).toList();

        Disposal proposal = desk.proposed(2031);
        assertThat(proposal.items()).extracting(Disposals.Item::caseNumber).containsExactly(story.caseNumber());
        assertThat(Story.refusalOf(
                        () -> story.as(desk.one(), () -> RecordsDesk.disposals().approve(proposal.number()))))
                .isEqualTo("INS-TWO-PEOPLE");
        desk.jobs();
        assertThat(exists(story, story.caseFile())).isTrue();

        desk.approved(proposal);
        desk.jobs();

        Disposal done = desk.read(proposal);
        assertThat(done.state()).isEqualTo("DONE");
        assertThat(done.items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo("DONE");
            assertThat(item.rule()).isEqualTo("SOL2025-FIVE-YEARS");
            assertThat(item.documents()).isGreaterThan(5);
        });
        assertThat(exists(story, story.caseFile())).isFalse();
        assertThat(documents).isNotEmpty().noneMatch(node -> exists(story, node));
        story.as(
                "admin",
                () -> documents.forEach(node -> assertThat(Story.bean("versionService", VersionService.class)
                                .getVersionHistory(node))
                        .isNull()));
        certificateNamesNobody(story, desk, done);
    }

    private static void certificateNamesNobody(Story story, RecordsDesk desk, Disposal done) {
        Certificates certificates = Story.bean("insats.certificates", Certificates.class);
        String json =
                new String(story.as(desk.one(), () -> certificates.read(done.number(), false)), StandardCharsets.UTF_8);
        assertThat(json)
                .contains(story.caseNumber(), desk.one(), desk.other(), "SOL2025-FIVE-YEARS")
                .doesNotContain("Barnsson", "Vuxensson", "2016-05-12");
        assertThat(Story.json(json)
                        .path("remains")
                        .path("database")
                        .path("found")
                        .asInt(-1))
                .isZero();
        assertThat(Story.json(json)
                        .path("remains")
                        .path("searchIndex")
                        .path("verified")
                        .asBoolean(true))
                .isFalse();
        assertThat(new String(
                        story.as(desk.one(), () -> certificates.read(done.number(), true)),
                        0,
                        5,
                        StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    @Test
    @Covers("RET-84")
    void anExcludedFileStaysAndSoDoesWhatIsRejected() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = dueIn2031(story);

        Disposal rejected = desk.proposed(2031);
        story.as(desk.other(), () -> {
            RecordsDesk.disposals().reject(rejected.number());
        });
        Disposal proposal = desk.proposed(2031);
        assertThat(Story.refusalOf(() -> story.as(
                        desk.one(), () -> RecordsDesk.disposals().exclude(proposal.number(), story.caseNumber(), ""))))
                .isEqualTo("INS-REASON");
        story.as(desk.one(), () -> {
            RecordsDesk.disposals().exclude(proposal.number(), story.caseNumber(), "Forskning begärd");
        });
        desk.approved(proposal);
        desk.jobs();

        assertThat(exists(story, story.caseFile())).isTrue();
        assertThat(desk.read(proposal).items()).singleElement().satisfies(item -> assertThat(item.state())
                .isEqualTo("EXCLUDED"));
        assertThat(desk.read(rejected).state()).isEqualTo("REJECTED");
    }

    @Test
    @Covers({"RET-81", "RET-84"})
    void aHoldPutAfterTheApprovalStopsTheDisposalOfTheFile() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = dueIn2031(story);
        Disposal proposal = desk.proposed(2031);
        desk.approved(proposal);

        desk.held();
        desk.jobs();

        assertThat(exists(story, story.caseFile())).isTrue();
        assertThat(desk.read(proposal).items()).singleElement().satisfies(item -> {
            assertThat(item.state()).isEqualTo("SKIPPED");
            assertThat(item.reason()).contains("HELD");
        });
    }

    @Test
    @Covers("RET-81")
    void aHoldIsLiftedByTwoArchivistsWithAReason() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = dueIn2031(story);
        String hold = desk.held().id();
        assertThat(desk.verdict().path("outcome").asText()).isEqualTo("HELD");
        assertThat(Story.refusalOf(() -> desk.proposed(2031))).isEqualTo("INS-NOTHING-TO-DESTROY");

        assertThat(Story.refusalOf(
                        () -> story.as(desk.one(), () -> RecordsDesk.holds().askToLift(hold, ""))))
                .isEqualTo("INS-REASON");
        story.as(desk.one(), () -> {
            RecordsDesk.holds().askToLift(hold, "Tillsynen är klar");
        });
        assertThat(Story.refusalOf(
                        () -> story.as(desk.one(), () -> RecordsDesk.holds().confirmLift(hold))))
                .isEqualTo("INS-TWO-PEOPLE");
        assertThat(desk.verdict().path("outcome").asText()).isEqualTo("HELD");
        story.as(desk.other(), () -> {
            RecordsDesk.holds().confirmLift(hold);
        });

        assertThat(desk.verdict().path("outcome").asText()).isEqualTo("CANDIDATE");
        assertThat(desk.proposed(2031).items()).hasSize(1);
    }

    @Test
    @Covers("RET-83")
    void ofAMixedFileOnlyWhatIsNotPreservedGoes() {
        Story story = Story.beginningOn("2026-03-02");
        RecordsDesk desk = dueIn2031(story);
        Document kept = story.documentsOf("decision").get(0);
        Document gone = story.documentsOf("order").get(0);
        story.as(desk.one(), () -> Story.bean("insats.verdicts", Verdicts.class).sort(kept.id(), "PATERNITY"));
        assertThat(Story.refusalOf(() -> story.as(desk.one(), () -> Story.bean("insats.verdicts", Verdicts.class)
                        .sort(kept.id(), "HITTEPÅ"))))
                .isEqualTo("INS-GROUND");

        desk.approved(desk.proposed(2031));
        desk.jobs();

        assertThat(exists(story, kept.node())).isTrue();
        assertThat(exists(story, gone.node())).isFalse();
        assertThat(desk.verdict().path("outcome").asText()).isEqualTo("PRESERVED");
        assertThat(desk.verdict().path("ground").path("rule").asText()).endsWith("PATERNITY");
    }

    @Test
    @Covers("RET-84")
    void nobodyButArchivistsProposesOrPutsHolds() {
        Story story = Story.beginningOn("2026-03-02").caseOpened();

        for (String user : List.of(story.caseWorker(), story.unitManager(), "admin")) {
            assertThat(Story.refusalOf(
                            () -> story.as(user, () -> RecordsDesk.disposals().propose(story.unit(), 2031))))
                    .isEqualTo("INS-RECORDS-OFFICER");
            assertThat(Story.refusalOf(
                            () -> story.as(user, () -> RecordsDesk.holds().put(story.caseNumber(), "Skäl"))))
                    .isEqualTo("INS-RECORDS-OFFICER");
        }
    }
}
