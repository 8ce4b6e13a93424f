package org.insats.platformtest.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.Role;
import org.insats.deadline.TaskForms;
import org.insats.deadline.Worklist;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.insats.routine.store.ProfileWriter;
import org.insats.routine.store.StoredProfiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A task shows the form of its act, or the way to the document that has to be written first; completing it performs the act. */
@ExtendWith(Repository.class)
class TaskFormsTest {

    @Test
    @Covers({"DL-55", "BR-114"})
    void aPositionIsTakenInTheTaskByOneOfTwoActs() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        story.openInvestigation(story.followUpWorker(), "OTHER");
        story.runJob();

        TaskForms.Form form = form(story, story.followUpWorker(), "TAKE_POSITION");
        assertThat(names(form)).containsExactly("continueIntervention", "endIntervention");
        assertThat(form.ownForm()).isFalse();
        assertThat(form.write()).isEmpty();
        assertThat(Story.refusalOf(
                        () -> story.complete(story.followUpWorker(), "TAKE_POSITION", "{\"text\":\"Behövs\"}")))
                .isEqualTo("INS-TASK-CHOICE");
        assertThat(Story.refusalOf(() ->
                        story.complete(story.followUpWorker(), "TAKE_POSITION", "{\"action\":\"endIntervention\"}")))
                .isNotEqualTo("INS-TASK-CHOICE");

        story.complete(
                story.followUpWorker(),
                "TAKE_POSITION",
                "{\"action\":\"endIntervention\",\"text\":\"Andra insatser behövs\"}");

        assertThat(story.documentsOf("coordination"))
                .singleElement()
                .satisfies(coordination -> assertThat(coordination.status()).isEqualTo("ENDING"));
        assertThat(story.actsOf(story.followUpWorker())).doesNotContain("TAKE_POSITION");
    }

    @Test
    @Covers({"DL-56", "TMP-31", "TMP-32"})
    void theCoordinationMeetingIsDocumentedInTheTask() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String coordination = story.create(story.followUpWorker(), "coordination", "{}");
        story.act(story.followUpWorker(), coordination, "planPlacement", "{\"date\":\"2026-04-20\"}");
        story.act(story.treatmentLead(), coordination, "gatherInformation", "{\"text\":\"Samtalen hjälper\"}");
        story.on("2026-04-28").runJob();

        story.complete(
                story.followUpWorker(),
                "COORDINATION_MEETING",
                "{\"date\":\"2026-04-28\",\"treatmentLead\":\"%s\",\"roleDivision\":\"Behandlaren håller samtalen\"}"
                        .formatted(story.treatmentLead()));

        assertThat(story.deadlines("DL-56"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
    }

    @Test
    @Covers({"DL-54", "TMP-03"})
    void theLeadSocialWorkerSettlesThePriorityInTheTaskAndTheOrderIsOneClickAway() {
        Story story = Story.beginningOn("2026-03-02").caseOpened("motala-srv", "TEMPORARY_INTERVENTION");
        story.openInvestigation(story.caseWorker(), "OTHER");
        String need = story.create(
                story.caseWorker(),
                "temporaryIntervention",
                "{\"acuteNeed\":\"Kvällarna i hemmet är ohållbara\",\"focus\":\"Lugna kvällar\"}");
        story.act(
                story.caseWorker(),
                need,
                "discuss",
                "{\"leadSocialWorker\":\"%s\",\"text\":\"Akut\"}".formatted(story.leadSocialWorker()));
        story.runJob();

        assertThat(names(form(story, story.leadSocialWorker(), "PRIORITY_DIALOGUE")))
                .containsExactly("prioritise");
        story.complete(story.leadSocialWorker(), "PRIORITY_DIALOGUE", "{\"text\":\"Börjar på onsdag\"}");
        assertThat(story.deadlines("DL-54"))
                .filteredOn(deadline -> deadline.act().name().equals("PRIORITY_DIALOGUE"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));

        TaskForms.Form order = form(story, story.caseWorker(), "SEND_ORDER");
        assertThat(order.choices()).isEmpty();
        assertThat(order.write()).extracting(DocumentKind::id).containsExactly("order");
        assertThat(Story.refusalOf(() -> story.complete(story.caseWorker(), "SEND_ORDER", "{}")))
                .isEqualTo("INS-TASK-DOCUMENT");
        story.create(story.caseWorker(), "order", "{\"orderKind\":\"TEMPORARY\"}");
        assertThat(names(form(story, story.caseWorker(), "SEND_ORDER"))).containsExactly("send");
        assertThat(Story.refusalOf(() -> story.complete(story.caseWorker(), "SEND_ORDER", "{}")))
                .as("the order's own rules answer")
                .isEqualTo("INS-ORD-83");
    }

    @Test
    @Covers({"DL-52", "END-09", "BR-97"})
    void supervisorsNoteInTheTaskThatTheyHaveJoinedAndTheOutcomeIsTheCaseWorkers() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-04-20");
        String ending = story.create(
                story.followUpWorker(),
                "ending",
                """
                {"endingKind":"PLANNED","endingReason":"NEED_CEASED","endingReasonText":"Behovet kvarstår inte",
                 "endDate":"2026-04-20"}
                """);
        story.act(story.treatmentLead(), ending, "dispute", "{\"text\":\"Vi vill fortsätta\"}");
        story.on("2026-04-28").runJob();

        assertThat(names(form(story, story.leadSocialWorker(), "SUPERVISORS_JOIN")))
                .containsExactly("join");
        assertThat(Story.refusalOf(() -> story.complete(
                        story.leadSocialWorker(),
                        "SUPERVISORS_JOIN",
                        "{\"leadSocialWorker\":\"%s\",\"performerManager\":\"%s\"}"
                                .formatted(story.leadSocialWorker(), story.treatmentLead()))))
                .isEqualTo("INS-BR-97");
        story.complete(
                story.leadSocialWorker(),
                "SUPERVISORS_JOIN",
                "{\"date\":\"2026-04-27\",\"leadSocialWorker\":\"%s\",\"performerManager\":\"%s\"}"
                        .formatted(story.leadSocialWorker(), story.unitManager()));

        assertThat(story.status(ending)).isEqualTo("DISPUTED");
        assertThat(story.deadlines("DL-52")).singleElement().satisfies(deadline -> {
            assertThat(deadline.state().name()).isEqualTo("MET");
            assertThat(deadline.metDate()).hasToString("Optional[2026-04-27]");
        });
    }

    @Test
    @Covers({"DL-02", "PRF-64", "ORD-52"})
    void aReferralIsAllocatedInTheTask() {
        ObjectNode profile = (ObjectNode) Story.json(Story.bean("insats.routineService", StoredProfiles.class)
                .text("malmo-family-therapist", "")
                .orElseThrow()
                .text());
        profile.put("id", "test-meeting");
        ((ObjectNode) profile.at("/settings/PRF-64")).putObject("value").put("weekday", "TUESDAY");
        Story.beginningOn("2026-03-02").as("admin", () -> Story.bean("insats.profileWriter", ProfileWriter.class)
                .write("test-meeting", profile.toString()));
        Story story = Story.beginningOn("2026-03-02").caseOpened("test-meeting", "FAMILY_THERAPIST");
        story.alsoHas(story.unitManager(), Role.IOF_SECRETARY);
        String referral =
                story.create(story.caseWorker(), "referral", "{\"referralText\":\"Kvällarna slutar i bråk\"}");
        story.act(story.caseWorker(), referral, "send", "{}");
        assertThat(story.openDeadline("DL-02").dueDate()).hasToString("Optional[2026-03-03]");
        story.on("2026-03-03").runJob();

        story.complete(
                story.unitManager(),
                "ALLOCATE",
                "{\"userName\":\"%s\",\"date\":\"2026-03-03\",\"teamMeetingDate\":\"2026-03-03\"}"
                        .formatted(story.treatmentLead()));

        assertThat(story.status(referral)).isEqualTo("ALLOCATED");
        assertThat(story.deadlines("DL-02"))
                .singleElement()
                .satisfies(deadline -> assertThat(deadline.state().name()).isEqualTo("MET"));
    }

    @Test
    @Covers("DL-35")
    void aNoteThatWaitsAsADraftIsEstablishedFromTheTask() {
        Story story = Story.beginningOn("2026-03-02").running();
        story.runJob();

        TaskForms.Form note = form(story, story.followUpWorker(), "NOTE_ORDER_SENT");

        assertThat(names(note)).containsExactly("establish");
        story.complete(story.followUpWorker(), "NOTE_ORDER_SENT", "{\"doneDate\":\"2026-03-02\"}");
        assertThat(story.status(note.choices().get(0).document().id())).isEqualTo("ESTABLISHED");
    }

    private static TaskForms.Form form(Story story, String userName, String act) {
        List<Worklist.TaskView> tasks = story.tasksOf(userName).stream()
                .filter(task -> task.deadline().act().name().equals(act))
                .toList();
        assertThat(tasks)
                .as("tasks for " + act + " of " + story.actsOf(userName))
                .hasSize(1);
        return story.as(userName, () -> Story.bean("insats.taskForms", TaskForms.class)
                .of(tasks.get(0).id()));
    }

    private static List<String> names(TaskForms.Form form) {
        return form.choices().stream().map(choice -> choice.action().name()).toList();
    }
}
