package org.insats.platformtest.startup;

import static org.assertj.core.api.Assertions.assertThat;

import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.InterventionState;
import org.insats.deadline.LiveDeadline;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class StartUpStoryTest {

    @Test
    @Covers({"STA-22", "BR-63", "BR-110", "DOC-MTG-12", "ROLE-03"})
    void theFollowUpCaseWorkerTakesOverOnTheDayOfTheMeeting() {
        Story story = allocated("2026-06-01").on("2026-06-08");

        String meeting = story.startUpHeld();

        assertThat(story.status(meeting)).isEqualTo("HELD");
        var caseFile = story.as("admin", () -> Story.bean("insats.caseFileService", CaseFileService.class)
                .ofNode(story.caseFile()));
        assertThat(caseFile.responsibleCaseWorker()).isEqualTo(story.followUpWorker());
        assertThat(caseFile.properties().get(CaseModel.RESPONSIBLE_HISTORY).toString())
                .contains("2026-06-08");
    }

    @Test
    @Covers({"STA-25", "STA-46", "BR-64", "ORD-57", "STA-47", "DL-06"})
    void executionIsRegisteredOnTheDayOfTheMeetingAndClosesTheCheck() {
        Story story = allocated("2026-06-01").on("2026-06-08");
        String meeting = story.startUpHeld();

        story.on("2026-06-10").act(story.unitManager(), meeting, "execute", "{}");

        assertThat(story.status(meeting)).isEqualTo("EXECUTED");
        assertThat(story.status(story.order())).isEqualTo("STARTED");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE))
                .isEqualTo(InterventionState.RUNNING.name());
        assertThat(org.insats.platform.LawDate.fromStored(story.interventionProperty(CaseModel.START_DATE)))
                .hasToString("Optional[2026-06-08]");
        assertThat(story.deadlines("DL-06")).singleElement().satisfies(check -> {
            assertThat(check.state()).hasToString("MET");
            assertThat(check.metDate()).hasToString("Optional[2026-06-08]");
        });
    }

    @Test
    @Covers({"DL-15", "DLF-02", "FUP-10"})
    void theFirstFollowUpIsDueSixMonthsAfterTheStart() {
        LiveDeadline followUp = Story.beginningOn("2026-08-31").running().openDeadline("DL-15");

        assertThat(followUp.dueDate()).hasToString("Optional[2027-02-28]");
        assertThat(followUp.workBy()).hasToString("Optional[2027-02-26]");
    }

    @Test
    @Covers({"BR-64", "STA-46"})
    void anotherStartDateNeedsAReasonAndIsNeverLater() {
        Story story = allocated("2026-06-01").on("2026-06-08");
        String meeting = story.startUpHeld();
        story.on("2026-06-10");

        assertThat(Story.refusalOf(
                        () -> story.act(story.unitManager(), meeting, "execute", "{\"date\":\"2026-06-03\"}")))
                .isEqualTo("INS-BR-64");
        assertThat(Story.refusalOf(() -> story.act(
                        story.unitManager(),
                        meeting,
                        "execute",
                        "{\"date\":\"2026-06-09\",\"reason\":\"Kom igång då\"}")))
                .isEqualTo("INS-BR-64");
        story.act(
                story.unitManager(),
                meeting,
                "execute",
                "{\"date\":\"2026-06-03\",\"reason\":\"Första kontakt tidigare\"}");

        assertThat(org.insats.platform.LawDate.fromStored(story.interventionProperty(CaseModel.START_DATE)))
                .hasToString("Optional[2026-06-03]");
    }

    @Test
    @Covers({"DOC-MTG-08", "DOC-MTG-09", "STA-21"})
    void theMeetingIsNotHeldWithoutNeedsAndMethods() {
        Story story = allocated("2026-06-01").on("2026-06-08");
        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"START_UP\"}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-06-08\"}");

        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(),
                        meeting,
                        "hold",
                        """
                        {"methodsPresented":"Samtal","roleAgreement":"Roller","caseHandover":"%s",
                         "participants":[{"userName":"%s"}]}
                        """
                                .formatted(story.followUpWorker(), story.caseWorker()))))
                .startsWith("INS-");
        assertThat(story.status(meeting)).isEqualTo("BOOKED");
    }

    @Test
    @Covers({"DOC-MTG-10", "STA-24"})
    void theRoleAgreementIsImportantButAReasonMayReplaceIt() {
        Story story = allocated("2026-06-01").on("2026-06-08");
        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"START_UP\"}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-06-08\"}");
        String input =
                """
                {"needsPresented":"Behoven","methodsPresented":"Samtal","caseHandover":"%s",
                 "participants":[{"userName":"%s"}]%s}
                """;

        assertThat(Story.refusalOf(() -> story.act(
                        story.caseWorker(),
                        meeting,
                        "hold",
                        input.formatted(story.followUpWorker(), story.caseWorker(), ""))))
                .startsWith("INS-");
        story.act(
                story.caseWorker(),
                meeting,
                "hold",
                input.formatted(
                        story.followUpWorker(),
                        story.caseWorker(),
                        ",\"overrides\":[{\"field\":\"roleAgreement\",\"reason\":\"Klart sedan tidigare\"}]"));

        assertThat(story.status(meeting)).isEqualTo("HELD");
    }

    @Test
    @Covers({"ORD-57", "ORD-53"})
    void anOrderThatNobodyHasBeenGivenIsNotExecuted() {
        Story story = Story.beginningOn("2026-06-01")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-01", "2027-05-31")
                .orderSent();
        String meeting = story.create(story.caseWorker(), "meeting", "{\"meetingType\":\"START_UP\"}");
        story.act(story.caseWorker(), meeting, "book", "{\"date\":\"2026-06-01\"}");
        story.act(
                story.caseWorker(),
                meeting,
                "hold",
                """
                {"needsPresented":"Behoven","methodsPresented":"Samtal","roleAgreement":"Roller","caseHandover":"%s",
                 "participants":[{"userName":"%s"}]}
                """
                        .formatted(story.followUpWorker(), story.caseWorker()));

        assertThat(Story.refusalOf(() -> story.act(story.unitManager(), meeting, "execute", "{}")))
                .isEqualTo("INS-ORD-57");
        assertThat(story.status(meeting)).isEqualTo("HELD");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ORDERED");
    }

    private static Story allocated(String day) {
        return Story.beginningOn(day)
                .caseOpened()
                .assignmentConsented()
                .granted(day, "2027-05-31")
                .orderSent()
                .allocated();
    }
}
