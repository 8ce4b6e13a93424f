package org.insats.platformtest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Interventions;
import org.insats.deadline.Agenda;
import org.insats.deadline.DeadlineService;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.calc.Fact;
import org.insats.platform.ServicePerson;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the routines ask for besides follow-ups stands on somebody's list too, and goes when it is done. */
@ExtendWith(Repository.class)
class LiveDeadlinesStoryTest {

    @Test
    @Covers({"DL-35", "DLC-12"})
    void theNoteThatAnOrderWasSentIsDueTheSameDayAndIsDoneByItsTask() {
        Story story = Story.beginningOn("2026-06-05")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-05", "2027-06-04")
                .orderSent();
        assertThat(story.openDeadline("DL-35").dueDate()).hasToString("Optional[2026-06-05]");
        story.runJob();

        story.complete(story.caseWorker(), "NOTE_ORDER_SENT", "{\"doneDate\":\"2026-06-05\"}");

        assertThat(story.documentsOf("journalNote")).singleElement().satisfies(note -> assertThat(note.status())
                .isEqualTo("ESTABLISHED"));
        assertThat(story.deadlines("DL-35")).singleElement().satisfies(note -> assertThat(note.state())
                .hasToString("MET"));
        assertThat(story.actsOf(story.caseWorker())).doesNotContain("NOTE_ORDER_SENT");
    }

    @Test
    @Covers({"DL-47", "DL-50", "DLC-17"})
    void theExecutionIsRegisteredByTheManagerAndAGuardIsShownWithoutATask() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-03-02", "2027-03-01")
                .orderSent()
                .allocated();
        story.startUpHeld();
        story.runJob();

        assertThat(story.openDeadline("DL-47").dueDate()).hasToString("Optional[2026-03-05]");
        LiveDeadline guard = story.openDeadline("DL-50");
        assertThat(guard.isChased()).isFalse();
        assertThat(guard.workflowId()).isEmpty();
        story.on("2026-03-06");
        story.complete(story.unitManager(), "REGISTER_EXECUTION", "{\"doneDate\":\"2026-03-06\"}");

        assertThat(story.deadlines("DL-47")).singleElement().satisfies(registered -> {
            assertThat(registered.state()).hasToString("MET_LATE");
            assertThat(registered.metDate()).hasToString("Optional[2026-03-06]");
        });
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
    }

    @Test
    @Covers("DL-42")
    void theCopyOfAPlanIsSentByItsTask() {
        Story story = Story.beginningOn("2026-06-01").running();
        String plan = story.create(
                story.treatmentLead(),
                "implementationPlan",
                """
                {"goalsAndPurpose":"Vardagen ska fungera","interventionContent":"Samtal i hemmet",
                 "responsibilityDivision":"Behandlaren leder","followUpMethod":"Möte var sjätte månad",
                 "participation":"Barnet deltog","preparedWith":["%s"]}
                """
                        .formatted(story.guardian()));
        story.act(story.treatmentLead(), plan, "establish", "{}");
        assertThat(story.openDeadline("DL-42").dueDate()).hasToString("Optional[2026-06-04]");
        story.runJob();
        assertThat(Story.refusalOf(
                        () -> story.complete(story.treatmentLead(), "COPY_PLAN", "{\"doneDate\":\"2026-06-02\"}")))
                .isEqualTo("INS-DLC-12");

        story.complete(story.treatmentLead(), "COPY_PLAN", "{\"doneDate\":\"2026-06-01\"}");

        assertThat(story.deadlines("DL-42")).singleElement().satisfies(copy -> assertThat(copy.state())
                .hasToString("MET"));
    }

    @Test
    @Covers({"DL-34", "DL-40"})
    void aHeldFollowUpIsToBeDocumentedAndTheAgeLimitIsWatched() {
        Story story = Story.beginningOn("2026-03-02").running();
        assertThat(story.openDeadline("DL-40").dueDate()).hasToString("Optional[2037-05-19]");
        String followUp = story.on("2026-08-31").followUpHeld();
        assertThat(story.openDeadline("DL-34").dueDate()).hasToString("Optional[2026-09-07]");

        story.update(
                story.followUpWorker(),
                followUp,
                "{\"measuredAgainstNeeds\":\"Ja\",\"measuredAgainstPlan\":\"Ja\",\"participation\":\"Barnet var med\",\"goalResult\":"
                        + story.goalResults(followUp, "POSITIVE_MET")
                        + ",\"outcome\":[\"CONTINUE\"],\"nextFollowUpDate\":\"2027-02-26\"}");
        story.act(story.followUpWorker(), followUp, "document", "{}");

        assertThat(story.deadlines("DL-34")).singleElement().satisfies(document -> assertThat(document.state())
                .hasToString("MET"));
    }

    @Test
    @Covers("DL-59")
    void aContactWithTheFamilyIsNotedWithinThreeWorkingDays() {
        Story story = Story.beginningOn("2026-06-01").running();
        story.on("2026-06-12");
        String note = story.create(
                story.followUpWorker(),
                "journalNote",
                "{\"noteType\":\"FAMILY_CONTACT\",\"noteText\":\"Samtal\",\"noteDate\":\"2026-06-08T10:00:00Z\"}");

        story.act(story.followUpWorker(), note, "establish", "{}");

        assertThat(story.deadlines("DL-59")).singleElement().satisfies(noted -> {
            assertThat(noted.dueDate()).hasToString("Optional[2026-06-11]");
            assertThat(noted.state()).hasToString("MET_LATE");
        });
    }

    @Test
    @Covers("DL-08")
    void theStartUpMeetingIsDueTwoWeeksAfterTheFamilysConsent() {
        Story story = Story.beginningOn("2026-03-02")
                .caseOpened("malmo-contact", "CONTACT_PERSON")
                .referred()
                .contractorDiscussed()
                .familyMet()
                .matchAgreed();
        LiveDeadline meeting = story.openDeadline("DL-08");
        assertThat(meeting.dueDate()).hasToString("Optional[2026-03-16]");
        assertThat(meeting.owner().userName()).contains(story.caseWorker());
    }

    @Test
    @Covers({"DL-36", "STA-40"})
    void thePlanningMeetingMayBeSetNotNeeded() {
        Story story = Story.beginningOn("2026-03-09")
                .caseOpened("bas-assignments", "OPEN_CARE")
                .standsGranted("2026-03-09", "2026-12-31", "Vardagen fungerar");
        note(story, Fact.DECISION_MADE);
        note(story, Fact.RESPONSIBLE_KNOWN);
        story.on("2026-03-16").runJob();
        assertThat(story.openDeadline("DL-36").dueDate()).hasToString("Optional[2026-03-23]");

        story.complete(story.caseWorker(), "PLANNING_MEETING", "{\"planningDate\":\"2026-03-16\",\"notNeeded\":true}");

        assertThat(story.deadlines("DL-36")).singleElement().satisfies(meeting -> {
            assertThat(meeting.state()).hasToString("CANCELLED");
            assertThat(meeting.closeReason()).contains("NOT_NEEDED");
        });
    }

    @Test
    @Covers({"DL-02", "DL-37", "PRF-64"})
    void aReferralIsTakenUpAtTheTeamMeetingOnceItIsClear() {
        Story story = Story.beginningOn("2026-03-02");
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text("malmo-family-therapist", "")
                .orElseThrow()
                .text());
        profile.put("id", "test-team");
        ((ObjectNode) profile.path("settings").path("PRF-64"))
                .putObject("value")
                .putObject("units")
                .putObject(story.performerUnit())
                .put("weekday", "TUESDAY")
                .put("time", "10:00");
        story.as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write("test-team", profile.toString()));
        story.caseOpened("test-team", "FAMILY_THERAPIST");
        String referral = story.create(story.caseWorker(), "referral", "{\"referralText\":\"Behöver stöd\"}");
        story.act(story.caseWorker(), referral, "send", "{}");

        assertThat(story.openDeadline("DL-02").dueDate()).hasToString("Optional[2026-03-03]");
        assertThat(reasons(story)).containsExactly("ALLOCATE 2026-03-03");

        story.act(story.unitManager(), referral, "ask", "{\"question\":\"Vilka dagar?\"}");
        assertThat(reasons(story)).containsExactly("CLARIFY 2026-03-03");
        assertThat(story.openDeadline("DL-37").isChased()).isFalse();

        story.on("2026-03-04").act(story.caseWorker(), referral, "answer", "{\"answer\":\"Onsdagar\"}");
        assertThat(story.openDeadline("DL-02").dueDate()).hasToString("Optional[2026-03-10]");
        assertThat(reasons(story)).containsExactly("ALLOCATE 2026-03-10");

        story.on("2026-03-10")
                .act(
                        story.unitManager(),
                        referral,
                        "allocate",
                        "{\"userName\":\"%s\",\"teamMeetingDate\":\"2026-03-10\"}".formatted(story.treatmentLead()));
        assertThat(reasons(story)).isEmpty();
        assertThat(story.deadlines("DL-02"))
                .anySatisfy(allocated -> assertThat(allocated.state()).hasToString("MET"));
    }

    private static List<String> reasons(Story story) {
        return story.as(story.unitManager(), () -> {
            Agenda agenda = Story.bean("insats.agenda", Agenda.class);
            return agenda.of(story.performerUnit(), agenda.meetingDay(story.performerUnit(), story.today())).stream()
                    .map(item -> item.reason() + " "
                            + item.due().map(Object::toString).orElse("-"))
                    .toList();
        });
    }

    private static void note(Story story, Fact fact) {
        story.as("admin", () -> Story.bean("insats.servicePerson", ServicePerson.class)
                .elevated(() -> {
                    Story.bean("insats.interventions", Interventions.class)
                            .noteFact(story.intervention(), fact, story.today());
                    Story.bean("insats.deadlineService", DeadlineService.class).recompute(story.intervention());
                }));
    }
}
