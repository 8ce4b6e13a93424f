package org.insats.platformtest.followup;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class FollowUpStoryTest {

    @Test
    @Covers({"DLF-08", "DLF-02", "DL-15"})
    void aFollowUpHeldEarlyRestartsTheIntervalFromItsOwnDay() {
        Story story = Story.beginningOn("2026-03-02").running();
        assertThat(story.openDeadline("DL-15").dueDate()).hasToString("Optional[2026-09-02]");

        story.on("2026-06-15").followUpHeld();

        assertThat(story.deadlines("DL-15").get(0).state()).hasToString("MET");
        assertThat(story.openDeadline("DL-15").dueDate()).hasToString("Optional[2026-12-15]");
    }

    @Test
    @Covers({"DLF-08", "DLC-12", "DLF-06"})
    void aFollowUpHeldLateIsMetLateAndTheNextMayFallAfterTheGrant() {
        Story story = Story.beginningOn("2026-03-02").running();

        story.on("2026-09-10").followUpHeld();

        assertThat(story.deadlines("DL-15")).singleElement().satisfies(late -> assertThat(late.state())
                .hasToString("MET_LATE"));
    }

    @Test
    @Covers("DLF-11")
    void aMeetingWithoutTheCaseWorkerDoesNotCount() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-06-15");
        String followUp = story.create(story.followUpWorker(), "followUp", "{}");
        story.act(story.followUpWorker(), followUp, "book", "{\"date\":\"2026-06-15\"}");

        story.act(
                story.followUpWorker(),
                followUp,
                "hold",
                """
                {"participants":[{"userName":"%s"},{"personId":"%s"}],"caseWorkerPresent":false}
                """
                        .formatted(story.treatmentLead(), story.guardian()));

        assertThat(story.status(followUp)).isEqualTo("HELD");
        assertThat(story.openDeadline("DL-15").dueDate()).hasToString("Optional[2026-09-02]");
    }

    @Test
    @Covers({"BR-72", "BR-73", "FUP-16", "DOC-FUP-07", "DOC-FUP-08"})
    void itIsMeasuredAgainstBothTheNeedsAndThePlan() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-06-15");
        String followUp = story.followUpHeld();
        story.update(story.followUpWorker(), followUp, filled(story, followUp, "CONTINUE", "POSITIVE_NOT_MET"));
        story.update(story.followUpWorker(), followUp, "{\"measuredAgainstPlan\":null}");

        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), followUp, "document", "{}")))
                .startsWith("INS-");
        story.update(story.followUpWorker(), followUp, "{\"measuredAgainstPlan\":\"Följer planen\"}");
        story.act(story.followUpWorker(), followUp, "document", "{}");

        Document documented = story.document(followUp);
        assertThat(documented.status()).isEqualTo("DOCUMENTED");
        assertThat(documented.isFilled(CaseModel.RECORD_HASH)).isTrue();
    }

    @Test
    @Covers({"DOC-FUP-10", "DOC-FUP-09", "BR-50"})
    void everyGoalGetsAResultAndKeepsItsWords() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-06-15");
        String followUp = story.followUpHeld();
        assertThat(story.document(followUp).text(CaseModel.GOALS).orElseThrow()).contains("Vardagen fungerar");
        story.update(story.followUpWorker(), followUp, filled(story, followUp, "CONTINUE", "POSITIVE_NOT_MET"));
        story.update(story.followUpWorker(), followUp, "{\"goalResult\":[]}");

        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), followUp, "document", "{}")))
                .startsWith("INS-");
    }

    @Test
    @Covers("DOC-ENUM-23")
    void continuingAndEndingExcludeEachOther() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-06-15");
        String followUp = story.followUpHeld();

        assertThat(Story.refusalOf(
                        () -> story.update(story.followUpWorker(), followUp, "{\"outcome\":[\"CONTINUE\",\"END\"]}")))
                .isIn("INS-DOC-ENUM-23", "INS-DOC-JSON");
    }

    @Test
    @Covers("FUP-15")
    void onlyTheCaseWorkerHoldsIt() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-06-15");
        String followUp = story.create(story.followUpWorker(), "followUp", "{}");
        story.act(story.followUpWorker(), followUp, "book", "{\"date\":\"2026-06-15\"}");

        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), followUp, "hold", "{}")))
                .isEqualTo("INS-ROLE");
    }

    /** Everything that documenting asks for. */
    public static String filled(Story story, String followUp, String outcome, String attainment) {
        return """
                {"measuredAgainstNeeds":"Behoven tillgodoses","measuredAgainstPlan":"Följer planen",
                 "participation":"Barnet deltog","outcome":["%s"],"goalResult":%s,"nextFollowUpDate":"2026-12-01"}
                """
                .formatted(outcome, story.goalResults(followUp, attainment));
    }
}
