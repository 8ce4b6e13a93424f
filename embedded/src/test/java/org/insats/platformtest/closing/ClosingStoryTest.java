package org.insats.platformtest.closing;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseModel;
import org.insats.platform.RuleViolation;
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
                .isEqualTo("INS-BR-91");

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
                {"endingKind":"EARLY","endingReason":"CHILD_DECLINES","endingReasonText":"Vill inte","endDate":"2026-04-20"}
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

    @Test
    @Covers({"END-08", "CON-25"})
    void whatThePerformerProposesIsDiscussedWithTheCaseWorkerBeforeTheEnd() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = story.create(
                story.treatmentLead(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"NOT_WORKING","endingReasonText":"Hembesöken fungerar inte",
                 "endDate":"2026-04-20"}
                """);
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending, "end", "{}")))
                .isEqualTo("INS-END-08");
        assertThat(Story.refusalOf(() -> story.act(story.treatmentLead(), ending, "discuss", "{\"text\":\"Samtal\"}")))
                .isEqualTo("INS-ROLE");

        story.act(story.followUpWorker(), ending, "discuss", "{\"text\":\"Vi gick igenom hembesöken\"}");
        story.act(story.followUpWorker(), ending, "end", "{}");

        assertThat(story.status(ending)).isEqualTo("ENDED_BY_CASE_WORKER");
    }

    @Test
    @Covers({"END-09", "BR-97", "CON-24", "DOC-END-14", "RSP-43", "ROLE-18"})
    void aDisputedEndWaitsForTheSupervisorsOfBothSides() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = proposed(story);
        story.act(story.treatmentLead(), ending, "dispute", "{\"text\":\"Vi vill fortsätta\"}");
        assertThat(story.status(ending)).isEqualTo("DISPUTED");
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending, "end", "{}")))
                .isEqualTo("INS-BR-97");
        assertThat(Story.refusalOf(() -> story.act(
                        story.followUpWorker(),
                        ending,
                        "settle",
                        "{\"outcome\":\"Avslutas\",\"leadSocialWorker\":\"%s\",\"performerManager\":\"%s\"}"
                                .formatted(story.leadSocialWorker(), story.treatmentLead()))))
                .isEqualTo("INS-BR-97");

        story.act(story.followUpWorker(), ending, "settle", settled(story, "outcome"));
        story.act(story.followUpWorker(), ending, "end", "{}");

        assertThat(story.status(ending)).isEqualTo("ENDED_BY_CASE_WORKER");
        assertThat(story.document(ending).properties().toString()).contains(story.leadSocialWorker());
    }

    @Test
    @Covers({"END-09", "BR-97"})
    void theSupervisorsMayAgreeThatItGoesOn() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = proposed(story);
        story.act(story.unitManager(), ending, "dispute", "{\"text\":\"Vi vill fortsätta\"}");
        assertThat(Story.refusalOf(
                        () -> story.act(story.followUpWorker(), ending, "withdraw", "{\"reason\":\"Fortsätter\"}")))
                .isEqualTo("INS-BR-97");

        story.act(story.followUpWorker(), ending, "withdraw", settled(story, "reason"));

        assertThat(story.status(ending)).isEqualTo("WITHDRAWN");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    private static String proposed(Story story) {
        return story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"NEED_CEASED","endingReasonText":"Behovet kvarstår inte",
                 "endDate":"%s"}
                """
                        .formatted(story.today()));
    }

    private static String settled(Story story, String text) {
        return "{\"%s\":\"Alla är överens\",\"leadSocialWorker\":\"%s\",\"performerManager\":\"%s\"}"
                .formatted(text, story.leadSocialWorker(), story.unitManager());
    }

    @Test
    @Covers({"END-10", "BR-95", "CON-20", "PRF-62", "END-14", "RSP-48", "ROLE-26"})
    void aGuardianWhoEndsEarlyIsAskedAboutOnlyFromTheAgeOfTheRoutine() {
        Story young = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        young.act(young.followUpWorker(), early(young, "EARLY_BY_GUARDIAN"), "end", "{}");
        Story old = running("2011-04-20").on("2026-04-20");
        String ending = early(old, "EARLY_BY_GUARDIAN");
        assertThat(Story.refusalOf(() -> old.act(old.followUpWorker(), ending, "end", "{}")))
                .isEqualTo("INS-BR-95");

        old.update(
                old.followUpWorker(),
                ending,
                """
                {"consentAssessment":"Barnet vill inte ha insatsen själv","consentAssessmentDate":"2026-04-20",
                 "consentConclusion":false}
                """);
        old.act(old.followUpWorker(), ending, "end", "{}");

        assertThat(old.status(ending)).isEqualTo("ENDED_BY_CASE_WORKER");
    }

    private static Story running(String birthDate) {
        return Story.beginningOn("2026-03-02")
                .caseOpened(birthDate)
                .assignmentConsented()
                .granted("2026-03-02", "2027-03-01")
                .orderSent()
                .allocated()
                .started();
    }

    private static String early(Story story, String reason) {
        return story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"EARLY","endingReason":"%s","endingReasonText":"Vill sluta","endDate":"%s",
                 "concernAssessment":false,"concernAssessmentText":"Ingen oro enligt skolan"}
                """
                        .formatted(reason, story.today()));
    }

    @Test
    @Covers({"END-11", "BR-96", "CON-21", "ROLE-25"})
    void anInterventionThatTheChildDeclinesGoesOnForTheParentsOnlyToSupportThem() {
        Story young = Story.beginningOn("2026-03-02").running().on("2026-04-19");
        String ofTheYoung = early(young, "CHILD_DECLINES");
        String support = "{\"parentalSupport\":true,\"purpose\":\"Stöd i föräldrarollen\"}";
        assertThat(Story.refusalOf(() -> young.act(young.followUpWorker(), ofTheYoung, "continueForParents", support)))
                .isEqualTo("INS-BR-96");
        Story old = running("2011-04-19").on("2026-04-20");
        String ending = early(old, "CHILD_DECLINES");
        assertThat(Story.refusalOf(() -> old.act(
                        old.followUpWorker(),
                        ending,
                        "continueForParents",
                        "{\"parentalSupport\":false,\"purpose\":\"Barnet behöver stöd\"}")))
                .isEqualTo("INS-BR-96");

        old.act(old.followUpWorker(), ending, "continueForParents", support);

        assertThat(old.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
        assertThat(old.interventionProperty(CaseModel.RECIPIENT)).isEqualTo("PARENTS");
        assertThat(old.status(ending)).isEqualTo("WITHDRAWN");
    }

    @Test
    @Covers({"END-12", "CON-22", "DOC-END-13", "RSP-49", "DOC-ENUM-31"})
    void concernOnAnEarlyEndPutsAnInvestigationBeforeTheCaseWorker() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = early(story, "CHILD_DECLINES");
        story.update(
                story.followUpWorker(),
                ending,
                "{\"concernAssessment\":true,\"concernAssessmentText\":\"Frånvaron från skolan ökar\"}");

        story.act(story.followUpWorker(), ending, "end", "{}");

        assertThat(story.documentsOf("investigation")).singleElement().satisfies(investigation -> assertThat(
                        investigation.properties().toString())
                .contains("CONCERN_AFTER_EARLY_ENDING"));
    }

    @Test
    @Covers({"END-13", "DOC-END-06"})
    void anEndAfterANewInvestigationIsPlannedWithTreatmentLeadAndFamily() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"AFTER_NEW_INVESTIGATION","endingReasonText":"Ny utredning",
                 "endDate":"2026-04-20","endingPlan":"Tre avslutande samtal",
                 "participants":[{"userName":"%s"}]}
                """
                        .formatted(story.treatmentLead()));
        assertThat(Story.refusalOf(() -> story.act(story.followUpWorker(), ending, "end", "{}")))
                .isEqualTo("INS-END-13");

        story.update(
                story.followUpWorker(),
                ending,
                "{\"participants\":[{\"userName\":\"%s\"},{\"personId\":\"%s\"}]}"
                        .formatted(story.treatmentLead(), story.guardian()));
        story.act(story.followUpWorker(), ending, "end", "{}");

        assertThat(story.status(ending)).isEqualTo("ENDED_BY_CASE_WORKER");
    }

    @Test
    @Covers({"BR-90", "END-26", "PRF-56", "DOC-DEC-18", "DOC-DEC-19", "RSP-25"})
    void openAllocationsAreNamedAndKeepTheInterventionOpen() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String first = allocated(story);
        String second = allocated(story);
        String ending = story.endedByCaseWorker();
        story.act(story.treatmentLead(), ending, "finishDocumentation", "{}");
        assertThat(messageOf(() -> story.act(story.unitManager(), ending, "close", "{}")))
                .startsWith("INS-BR-90")
                .contains("-RES-01", "-RES-02");

        story.act(story.followUpWorker(), first, "close", "{\"date\":\"2026-04-20\"}");
        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), ending, "close", "{}")))
                .isEqualTo("INS-BR-90");
        story.act(story.followUpWorker(), second, "close", "{}");
        story.act(story.unitManager(), ending, "close", "{}");

        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDED");
    }

    private static String messageOf(Runnable attempt) {
        try {
            attempt.run();
        } catch (RuntimeException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RuleViolation violation) {
                    return violation.refusal().text();
                }
            }
            throw e;
        }
        throw new AssertionError("Nothing was refused");
    }

    private static String allocated(Story story) {
        String allocation = story.create(story.followUpWorker(), "resourceAllocation", "{}");
        story.act(story.followUpWorker(), allocation, "allocate", "{}");
        return allocation;
    }
}
