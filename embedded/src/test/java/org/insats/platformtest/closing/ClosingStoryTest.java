package org.insats.platformtest.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseModel;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class ClosingStoryTest {

    @Test
    @Covers({"END-20", "END-21", "END-22", "EX-43", "DL-28", "DL-29", "BR-91", "ORD-63"})
    void theThreeStepsCloseTheInterventionInOrder() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-05-29");
        String ending = story.endedByCaseWorker();
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDING");
        assertThat(story.openDeadline("DL-28").dueDate()).hasToString("Optional[2026-06-12]");
        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), ending, "close", "{}")))
                .isEqualTo("INS-STATE");

        story.on("2026-06-10").act(story.treatmentLead(), ending, "finishDocumentation", "{}");
        assertThat(story.deadlines("DL-28").get(0).state()).hasToString("MET");
        assertThat(story.openDeadline("DL-29").dueDate()).hasToString("Optional[2026-06-17]");

        story.on("2026-06-12").act(story.unitManager(), ending, "close", "{}");
        assertThat(story.deadlines("DL-29").get(0).state()).hasToString("MET");
        assertThat(story.status(ending)).isEqualTo("CLOSED");
        assertThat(story.status(story.order())).isEqualTo("ENDED");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDED");
    }

    @Test
    @Covers({"EX-31", "DL-28"})
    void documentationIsDueTwoWeeksAfterTheEnd() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        story.endedByCaseWorker();

        assertThat(story.openDeadline("DL-28").dueDate()).hasToString("Optional[2026-05-04]");
    }

    @Test
    @Covers({"DLF-10", "END-31"})
    void endingCancelsWhatIsStillOpen() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        story.endedByCaseWorker();

        assertThat(story.deadlines("DL-15")).singleElement().satisfies(followUp -> {
            assertThat(followUp.state()).hasToString("CANCELLED");
            assertThat(followUp.closeReason()).contains("ENDED");
        });
        assertThat(story.deadlines("DL-57")).singleElement().satisfies(notice -> assertThat(notice.state())
                .hasToString("CANCELLED"));
    }

    @Test
    @Covers("BR-99")
    void theReasonIsAlwaysWritten() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"NEED_CEASED","endDate":"2026-04-20"}
                """);

        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending, "end", "{}")))
                .startsWith("INS-");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    @Test
    @Covers({"BR-92", "END-03"})
    void goalsMetNeedsADocumentedFollowUpThatShowsIt() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-06-15");
        String ending = story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"GOALS_MET","endingReasonText":"Målen är nådda","endDate":"2026-06-15"}
                """);
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending, "end", "{}")))
                .isEqualTo("INS-BR-92");

        String followUp = story.followUpHeld();
        story.update(
                story.followUpWorker(),
                followUp,
                """
                {"measuredAgainstNeeds":"Behoven tillgodosedda","measuredAgainstPlan":"Följer planen",
                 "participation":"Barnet deltog","outcome":["END"],"endingReason":"GOALS_MET","goalResult":%s}
                """
                        .formatted(story.goalResults(followUp, "POSITIVE_MET")));
        story.act(story.followUpWorker(), followUp, "document", "{}");
        story.act(story.followUpWorker(), ending, "end", "{}");

        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDING");
    }

    @Test
    @Covers({"BR-94", "DL-30", "END-12"})
    void anEarlyEndNeedsTheAssessmentOfConcern() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"EARLY","endingReason":"NOT_WORKING","endingReasonText":"Fungerar inte","endDate":"2026-04-20"}
                """);
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending, "end", "{}")))
                .isEqualTo("INS-BR-94");

        story.update(
                story.followUpWorker(),
                ending,
                "{\"concernAssessment\":false,\"concernAssessmentText\":\"Ingen oro enligt skolan\"}");
        story.act(story.followUpWorker(), ending, "end", "{}");

        assertThat(story.status(ending)).isEqualTo("ENDED_BY_CASE_WORKER");
    }
}
