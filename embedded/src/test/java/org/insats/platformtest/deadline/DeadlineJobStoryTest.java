package org.insats.platformtest.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.activiti.engine.RuntimeService;
import org.activiti.engine.TaskService;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.deadline.DeadlineJob;
import org.insats.deadline.LiveDeadline;
import org.insats.deadline.LostActs;
import org.insats.deadline.Worklist;
import org.insats.platformtest.story.Repository;
import org.insats.platformtest.story.Story;
import org.insats.requirements.Covers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(Repository.class)
class DeadlineJobStoryTest {

    private static final QName EXECUTION_STATUS =
            QName.createQName("http://insats.org/model/workflow/1.0", "executionStatus");
    private static final QName DESCRIPTION = QName.createQName("http://www.alfresco.org/model/bpm/1.0", "description");

    @Test
    @Covers({"DLC-16", "DL-06"})
    void aTaskAppearsOnTheLeadDateAndNotBefore() {
        Story story = sent();

        story.on("2026-06-10").runJob();
        assertThat(story.tasksOf(story.coordinator())).isEmpty();
        assertThat(story.openDeadline("DL-06").leadDate()).hasToString("Optional[2026-06-11]");

        story.on("2026-06-11").runJob();
        assertThat(story.actsOf(story.coordinator())).containsExactly("EXECUTION_CHECK");
        assertThat(story.openDeadline("DL-06").state()).hasToString("DUE_SOON");
    }

    @Test
    void aTaskSaysTheCaseNumberAndTheActAndNothingPersonal() {
        Story story = sent().on("2026-06-11");
        story.runJob();

        WorkflowInstance workflow = workflow(story, story.openDeadline("DL-06"));

        assertThat(workflow.getDescription()).isEqualTo(story.caseNumber() + " Kontrollera verkställighet");
        assertThat(workflow.getInitiator()).isNotNull();
    }

    @Test
    void twoRunsAndALateRunStartOneWorkflow() {
        Story story = sent().on("2026-06-18");
        story.runJob();
        String workflow = story.openDeadline("DL-06").workflowId().orElseThrow();

        story.runJob();
        story.on("2026-06-19").runJob();

        assertThat(story.openDeadline("DL-06").workflowId()).contains(workflow);
        assertThat(story.tasksOf(story.coordinator())).hasSize(1);
    }

    @Test
    void twoRunsAtOnceStartOneWorkflow() throws Exception {
        Story story = sent().on("2026-06-11");
        DeadlineJob job = Story.bean("insats.deadlineJob", DeadlineJob.class);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Callable<DeadlineJob.Summary> run = job::runOnce;
            List<Future<DeadlineJob.Summary>> runs = threads.invokeAll(List.of(run, run));
            for (Future<DeadlineJob.Summary> each : runs) {
                assertThat(each.get().failed()).isZero();
            }
        } finally {
            threads.shutdown();
        }
        story.runJob();

        assertThat(story.tasksOf(story.coordinator())).hasSize(1);
        assertThat(openTasks(story, "insatsExecutionCheck")).isEqualTo(1);
    }

    @Test
    void aWorkflowThatVanishedIsStartedAgain() {
        Story story = sent().on("2026-06-11");
        story.runJob();
        String first = story.openDeadline("DL-06").workflowId().orElseThrow();
        story.as("admin", () -> AuthenticationUtil.runAsSystem(() -> workflows().cancelWorkflow(first)));
        assertThat(story.tasksOf(story.coordinator())).isEmpty();
        assertThat(lostActs(story)).contains(story.openDeadline("DL-06").id());

        story.on("2026-06-12").runJob();

        assertThat(story.openDeadline("DL-06").workflowId()).isPresent().isNotEqualTo(Optional.of(first));
        assertThat(story.actsOf(story.coordinator())).containsExactly("EXECUTION_CHECK");
        assertThat(lostActs(story)).doesNotContain(story.openDeadline("DL-06").id());
    }

    private static List<String> lostActs(Story story) {
        return story.as(
                "admin", () -> Story.bean("insats.lostActs", LostActs.class).find(Optional.empty()).items().stream()
                        .map(LiveDeadline::id)
                        .toList());
    }

    @Test
    void nobodyTakesAWorkflowAwayWhileItsActIsNotDone() {
        Story story = sent().on("2026-06-11");
        story.runJob();
        String workflow = story.openDeadline("DL-06").workflowId().orElseThrow();
        String process = workflow.substring("activiti$".length());
        RuntimeService engine = Story.bean("activitiRuntimeService", RuntimeService.class);

        for (String who : List.of(story.coordinator(), story.caseWorker(), "admin")) {
            assertThatThrownBy(() -> story.as(who, () -> workflows().cancelWorkflow(workflow)))
                    .hasStackTraceContaining("INS-TASK-KEPT");
            assertThatThrownBy(() -> story.as(who, () -> engine.deleteProcessInstance(process, "guessed")))
                    .hasStackTraceContaining("INS-TASK-KEPT");
        }

        assertThat(story.actsOf(story.coordinator())).containsExactly("EXECUTION_CHECK");
    }

    @Test
    void aTaskIsHandedOnlyToThoseWithAPartInTheCase() {
        Story other = sent();
        Story story = sent().on("2026-06-11");
        story.runJob();
        TaskService engine = Story.bean("activitiTaskService", TaskService.class);
        String task = engine.createTaskQuery()
                .processVariableValueEquals("inswf_caseNumber", story.caseNumber())
                .processDefinitionKey("insatsExecutionCheck")
                .singleResult()
                .getId();

        assertThatThrownBy(
                        () -> story.as(story.coordinator(), () -> engine.setAssignee(task, other.leadSocialWorker())))
                .hasStackTraceContaining("INS-TASK-STRANGER");
        story.as(story.coordinator(), () -> engine.setAssignee(task, story.leadSocialWorker()));

        assertThat(engine.createTaskQuery().taskId(task).singleResult().getAssignee())
                .isEqualTo(story.leadSocialWorker());
    }

    @Test
    void aTaskWhoseVariablesWereChangedToAnotherDeadlineCompletesNothing() {
        Story other = sent();
        Story story = sent().on("2026-06-11");
        story.runJob();
        TaskService engine = Story.bean("activitiTaskService", TaskService.class);
        String task = engine.createTaskQuery()
                .processVariableValueEquals("inswf_caseNumber", story.caseNumber())
                .processDefinitionKey("insatsExecutionCheck")
                .singleResult()
                .getId();
        String theirs = other.openDeadline("DL-06").id();

        assertThatThrownBy(() -> story.as(story.coordinator(), () -> {
                    engine.setVariable(task, "inswf_deadlineId", theirs);
                    engine.complete(task);
                }))
                .hasStackTraceContaining("INS-TASK-DONE");

        assertThat(other.openDeadline("DL-06").id()).isEqualTo(theirs);
    }

    @Test
    @Covers({"DLC-02", "DLC-16"})
    void itIsOverdueTheDayAfterTheDueDateAndEscalatedFiveWorkingDaysLater() {
        Story story = sent().on("2026-06-11");
        story.runJob();

        story.on("2026-06-19").runJob();
        assertThat(story.openDeadline("DL-06").state()).hasToString("DUE_SOON");

        story.on("2026-06-20").runJob();
        LiveDeadline overdue = story.openDeadline("DL-06");
        assertThat(overdue.state()).hasToString("OVERDUE");
        assertThat(overdue.isEscalated()).isFalse();
        assertThat(story.tasksOf(story.coordinator())).singleElement().satisfies(task -> assertThat(
                        task.values().path("inswf:deadlineState").asText())
                .isEqualTo("OVERDUE"));

        story.on(overdue.escalateOn().orElseThrow().toString()).runJob();
        LiveDeadline escalated = story.openDeadline("DL-06");
        assertThat(escalated.isEscalated()).isTrue();
        List<String> pooled =
                story.as(story.leadSocialWorker(), () -> workflows().getPooledTasks(story.leadSocialWorker()).stream()
                        .map(task -> String.valueOf(task.getProperties().get(DESCRIPTION)))
                        .toList());
        assertThat(pooled).anyMatch(description -> description.startsWith(story.caseNumber()));
        assertThat(story.actsOf(story.leadSocialWorker())).containsExactly("EXECUTION_CHECK");
        assertThat(story.actsOf(story.coordinator())).containsExactly("EXECUTION_CHECK");
        story.complete(story.coordinator(), "EXECUTION_CHECK", "{\"text\":\"Uppstart nästa vecka\"}");
        assertThat(story.deadlines("DL-06").get(0).state()).hasToString("MET_LATE");
        assertThat(story.tasksOf(story.leadSocialWorker())).isEmpty();
    }

    @Test
    @Covers({"ORD-48", "DL-06"})
    void completingTheTaskPerformsTheAct() {
        Story story = sent().on("2026-06-11");
        story.runJob();

        assertThat(Story.refusalOf(() -> story.complete(story.coordinator(), "EXECUTION_CHECK", "{}")))
                .isEqualTo("INS-DOC-ORD-25");
        assertThat(story.tasksOf(story.coordinator())).hasSize(1);
        story.complete(story.coordinator(), "EXECUTION_CHECK", "{\"inswf:executionStatus\":\"START_UP_BOOKED\"}");

        assertThat(story.tasksOf(story.coordinator())).isEmpty();
        assertThat(story.deadlines("DL-06").get(0).state()).hasToString("MET");
        assertThat(story.document(story.order()).properties().toString()).contains("Uppstartsmöte bokat");
    }

    @Test
    @Covers("ORD-48")
    void completingTheTaskAsShareDoesPerformsTheActToo() {
        Story story = sent().on("2026-06-11");
        story.runJob();
        String task = story.tasksOf(story.coordinator()).get(0).id();

        assertThat(Story.refusalOf(
                        () -> story.as(story.coordinator(), () -> workflows().endTask(task, null))))
                .isEqualTo("INS-DOC-ORD-25");
        story.as(story.coordinator(), () -> {
            workflows().updateTask(task, Map.of(EXECUTION_STATUS, "WAITING"), null, null);
            workflows().endTask(task, null);
        });

        assertThat(story.deadlines("DL-06").get(0).state()).hasToString("MET");
        assertThat(story.tasksOf(story.coordinator())).isEmpty();
        assertThat(story.document(story.order()).properties().toString()).contains("Väntar på start");
    }

    @Test
    void doingTheActElsewhereEndsTheWorkflow() {
        Story story = sent().on("2026-06-11");
        story.runJob();
        String workflow = story.openDeadline("DL-06").workflowId().orElseThrow();

        story.act(story.coordinator(), story.order(), "check", "{\"text\":\"Uppstart bokas\"}");

        assertThat(story.tasksOf(story.coordinator())).isEmpty();
        assertThat(story.<Boolean>as("admin", () -> {
                    WorkflowInstance instance = workflows().getWorkflowById(workflow);
                    return instance != null && instance.isActive();
                }))
                .isFalse();
    }

    @Test
    @Covers({"DLF-10", "EX-33"})
    void aWithdrawnOrderTakesItsTaskWithIt() {
        Story story = sent().on("2026-06-11");
        story.runJob();

        story.act(
                story.caseWorker(),
                story.order(),
                "withdraw",
                """
                {"reason":"NEED_CEASED","orallyInformed":"%s"}
                """
                        .formatted(story.unitManager()));

        assertThat(story.tasksOf(story.coordinator())).isEmpty();
        assertThat(story.deadlines("DL-06").get(0).state()).hasToString("CANCELLED");
    }

    @Test
    @Covers({"DLC-13", "DLA-09"})
    void aDateOfReceiptCorrectedToLaterTakesTheTaskBackUntilItsNewLeadDate() {
        Story story = sent().on("2026-06-11");
        story.runJob();
        assertThat(story.tasksOf(story.coordinator())).hasSize(1);

        story.act(
                story.unitManager(), story.order(), "receive", "{\"date\":\"2026-06-10\",\"reason\":\"Rättat datum\"}");
        assertThat(story.openDeadline("DL-06").dueDate()).hasToString("Optional[2026-06-24]");
        assertThat(story.tasksOf(story.coordinator())).isEmpty();

        story.on("2026-06-17").runJob();
        assertThat(story.tasksOf(story.coordinator())).hasSize(1);
    }

    @Test
    @Covers({"DL-15", "FUP-15"})
    void theFollowUpStandsOnTheListOfTheCaseWorkerWhoTookOver() {
        Story story = Story.beginningOn("2026-03-02").running();
        String lead = story.openDeadline("DL-15").leadDate().orElseThrow().toString();

        story.on(lead).runJob();
        assertThat(story.actsOf(story.followUpWorker())).contains("FOLLOW_UP");
        assertThat(story.tasksOf(story.caseWorker())).isEmpty();

        story.complete(
                story.followUpWorker(),
                "FOLLOW_UP",
                "{\"heldDate\":\"%s\",\"participants\":[\"%s\"]}".formatted(lead, story.guardian()));
        assertThat(story.actsOf(story.followUpWorker())).doesNotContain("FOLLOW_UP");
        assertThat(story.deadlines("DL-15").get(0).state()).hasToString("MET");
        assertThat(story.documentsOf("followUp")).singleElement().satisfies(followUp -> assertThat(followUp.status())
                .isEqualTo("HELD"));
        assertThat(story.openDeadline("DL-15").dueDate())
                .contains(java.time.LocalDate.parse(lead).plusMonths(6));
    }

    @Test
    @Covers({"DL-28", "DL-29", "END-21", "END-22"})
    void theClosingStepsAreTasksOfTheTreatmentLeadAndTheManager() {
        Story story = Story.beginningOn("2026-03-02").running().on("2026-05-29");
        story.endedByCaseWorker();
        story.on("2026-06-08").runJob();
        assertThat(story.actsOf(story.treatmentLead())).containsExactly("FINISH_DOCUMENTATION");

        story.on("2026-06-10").complete(story.treatmentLead(), "FINISH_DOCUMENTATION", "{}");
        story.runJob();
        assertThat(story.actsOf(story.unitManager())).containsExactly("PERFORMER_CLOSING");

        story.on("2026-06-12").complete(story.unitManager(), "PERFORMER_CLOSING", "{}");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("ENDED");
        assertThat(story.tasksOf(story.unitManager())).isEmpty();
    }

    @Test
    @Covers({"EX-34", "DL-57"})
    void aGrantThatEndsWithoutDecisionIsMarkedTheDayAfter() {
        Story story = Story.beginningOn("2026-01-12")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-01-12", "2026-07-11")
                .orderSent()
                .allocated()
                .started();
        story.on("2026-06-11").runJob();
        assertThat(story.actsOf(story.followUpWorker())).contains("GRANT_ENDING");
        story.on("2026-07-11").runJob();
        assertThat(story.interventionProperty(CaseModel.GRANT_STATE)).isEqualTo("GRANTED");

        story.on("2026-07-12").runJob();

        assertThat(story.interventionProperty(CaseModel.GRANT_STATE)).isEqualTo("EXPIRED_WITHOUT_DECISION");
        assertThat(story.interventionProperty(CaseModel.INTERVENTION_STATE)).isEqualTo("RUNNING");
        assertThat(story.openDeadline("DL-57").state()).hasToString("OVERDUE");
    }

    @Test
    @Covers({"DL-57", "DLF-09"})
    void aContinuedGrantAnswersTheNotice() {
        Story story = Story.beginningOn("2026-01-12")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-01-12", "2026-07-11")
                .orderSent()
                .allocated()
                .started();
        story.on("2026-06-11").runJob();

        story.on("2026-06-20").continuedBy(story.followUpWorker(), "2026-07-12", "2027-01-11");

        assertThat(story.actsOf(story.followUpWorker())).doesNotContain("GRANT_ENDING");
        assertThat(story.openDeadline("DL-57").dueDate()).hasToString("Optional[2027-01-11]");
    }

    @Test
    @Covers("DL-57")
    void decidingNotToExtendAnswersTheNoticeToo() {
        Story story = Story.beginningOn("2026-01-12")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-01-12", "2026-07-11")
                .orderSent()
                .allocated()
                .started();
        story.on("2026-06-11").runJob();
        Worklist.TaskView notice = story.tasksOf(story.followUpWorker()).stream()
                .filter(task -> task.deadline().ruleId().equals("DL-57"))
                .findFirst()
                .orElseThrow();

        story.as(story.followUpWorker(), () -> Story.bean("insats.worklist", Worklist.class)
                .complete(notice.id(), Story.json("{\"notExtendedDate\":\"2026-06-11\"}")));

        assertThat(story.deadlines("DL-57").get(0).state()).hasToString("MET");
        assertThat(story.actsOf(story.followUpWorker())).doesNotContain("GRANT_ENDING");
    }

    @Test
    void somebodyElsesTaskIsNotCompleted() {
        Story story = sent().on("2026-06-11");
        story.runJob();
        Worklist.TaskView task = story.tasksOf(story.coordinator()).get(0);

        assertThat(Story.refusalOf(
                        () -> story.as(story.caseWorker(), () -> Story.bean("insats.worklist", Worklist.class)
                                .complete(task.id(), Story.json("{\"text\":\"Klart\"}")))))
                .isEqualTo("INS-TASK-OWNER");
    }

    private static Story sent() {
        return Story.beginningOn("2026-06-05")
                .caseOpened()
                .assignmentConsented()
                .granted("2026-06-05", "2027-05-31")
                .orderSent();
    }

    private static WorkflowService workflows() {
        return Story.bean("WorkflowService", WorkflowService.class);
    }

    private static WorkflowInstance workflow(Story story, LiveDeadline deadline) {
        return story.as(
                "admin", () -> workflows().getWorkflowById(deadline.workflowId().orElseThrow()));
    }

    private static long openTasks(Story story, String definition) {
        return Story.bean("activitiTaskService", TaskService.class)
                .createTaskQuery()
                .processDefinitionKey(definition)
                .processVariableValueEquals("inswf_caseNumber", story.caseNumber())
                .count();
    }
}
