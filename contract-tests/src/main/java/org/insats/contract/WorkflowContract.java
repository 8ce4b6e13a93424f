package org.insats.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.Serializable;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.repo.security.permissions.AccessDeniedException;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.security.AuthorityType;
import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.cmr.workflow.WorkflowPath;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.cmr.workflow.WorkflowTaskQuery;
import org.alfresco.service.namespace.QName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Workflows: who started them, whose their tasks are, what variables keep, what is left when they are cancelled. */
@Tag("workflow")
class WorkflowContract {

    private static final String ASSIGNED = "activiti$insatsContractAssigned";
    private static final String POOLED = "activiti$insatsContractPooled";
    private static final Date DAY = Date.from(Instant.parse("2031-05-02T12:00:00Z"));

    private final Repo repo = new Repo();
    private final List<String> started = new ArrayList<>();
    private String anna;
    private String bo;

    @BeforeEach
    void makePeople() {
        anna = repo.person("contract.anna");
        bo = repo.person("contract.bo");
        ProcessNotes.takeSeen();
    }

    @AfterEach
    void cancelWhatRuns() {
        repo.adminDo(() -> {
            for (String id : started) {
                WorkflowInstance instance = repo.workflows.getWorkflowById(id);
                if (instance != null && instance.isActive()) {
                    repo.workflows.cancelWorkflow(id);
                }
            }
        });
    }

    private String start(String user, String definition, Map<QName, Serializable> parameters) {
        return repo.as(user, () -> startHere(definition, parameters));
    }

    private String startHere(String definition, Map<QName, Serializable> parameters) {
        Map<QName, Serializable> all = new HashMap<>(parameters);
        all.put(Ct.bpm("package"), repo.workflows.createPackage(null));
        WorkflowPath path = repo.workflows.startWorkflow(
                repo.workflows.getDefinitionByName(definition).getId(), all);
        String id = path.getInstance().getId();
        started.add(id);
        WorkflowTask startTask = repo.workflows.getStartTask(id);
        repo.workflows.endTask(startTask.getId(), null);
        return id;
    }

    private String startForAnna() {
        return start("admin", ASSIGNED, Map.of(Ct.name("assignee"), anna));
    }

    private List<WorkflowTask> tasksOf(String workflow) {
        return repo.admin(() -> {
            WorkflowTaskQuery query = new WorkflowTaskQuery();
            query.setProcessId(workflow);
            return repo.workflows.queryTasks(query, false);
        });
    }

    private List<String> taskIdsOf(String actor) {
        return repo.as(actor, () -> {
            WorkflowTaskQuery query = new WorkflowTaskQuery();
            query.setActorId(actor);
            return repo.workflows.queryTasks(query, false).stream()
                    .map(WorkflowTask::getId)
                    .toList();
        });
    }

    private WorkflowTask onlyTask(String workflow) {
        List<WorkflowTask> tasks = tasksOf(workflow);
        assertThat(tasks).hasSize(1);
        return tasks.get(0);
    }

    private Serializable property(WorkflowTask task, QName name) {
        return task.getProperties().get(name);
    }

    @Test
    void definitionIsKnownByNameAndGivesItsId() {
        assertThat(repo.admin(() -> repo.workflows.getDefinitionByName(ASSIGNED))
                        .getId())
                .startsWith(ASSIGNED + ":");
        assertThat((Object) repo.admin(() -> repo.workflows.getDefinitionByName("activiti$noSuchWorkflow")))
                .isNull();
    }

    @Test
    void initiatorIsTheFullyAuthenticatedUserWhateverRunAsSays() {
        String id = repo.as(
                anna,
                () -> AuthenticationUtil.runAs(() -> startHere(ASSIGNED, Map.of(Ct.name("assignee"), bo)), "admin"));
        NodeRef initiator = repo.admin(() -> repo.workflows.getWorkflowById(id)).getInitiator();
        assertThat(initiator).isEqualTo(repo.admin(() -> repo.people.getPerson(anna)));
    }

    @Test
    void initiatorIsUnsetWhereSystemStartsIt() {
        String id = start(AuthenticationUtil.SYSTEM_USER_NAME, ASSIGNED, Map.of(Ct.name("assignee"), anna));
        assertThat(repo.admin(() -> repo.workflows.getWorkflowById(id)).getInitiator())
                .isNull();
        assertThat(tasksOf(id)).hasSize(1);
    }

    @Test
    void assignedTaskIsTheAssigneesAndNobodyElses() {
        String task = onlyTask(startForAnna()).getId();
        assertThat(taskIdsOf(anna)).contains(task);
        assertThat(taskIdsOf(bo)).doesNotContain(task);
    }

    @Test
    void taskHasTypeTitleOwnerAndTimes() {
        WorkflowTask task = onlyTask(startForAnna());
        assertThat(task.getName()).isEqualTo("ct:task");
        assertThat(property(task, Ct.cm("owner"))).isEqualTo(anna);
        assertThat(property(task, Ct.bpm("startDate"))).isInstanceOf(Date.class);
        assertThat(property(task, Ct.bpm("status"))).isEqualTo("Not Yet Started");
        assertThat(property(task, Ct.bpm("priority"))).isEqualTo(2);
        assertThat(task.getPath().getInstance().isActive()).isTrue();
    }

    @Test
    void pooledTaskIsOfferedToTheGroupAndClaimedByAnOwner() {
        String group = Repo.unique("ctPool");
        repo.adminDo(() -> {
            repo.authorities.createAuthority(AuthorityType.GROUP, group);
            repo.authorities.addAuthority("GROUP_" + group, anna);
        });
        String id = start("admin", POOLED, Map.of(Ct.name("group"), "GROUP_" + group));
        String task = onlyTask(id).getId();
        assertThat(pooledFor(anna)).contains(task);
        assertThat(pooledFor(bo)).doesNotContain(task);
        assertThat(taskIdsOf(anna)).doesNotContain(task);
        repo.asDo(anna, () -> repo.workflows.updateTask(task, Map.of(Ct.cm("owner"), anna), null, null));
        assertThat(pooledFor(anna)).doesNotContain(task);
        assertThat(taskIdsOf(anna)).contains(task);
        repo.adminDo(() -> repo.authorities.deleteAuthority("GROUP_" + group));
    }

    private List<String> pooledFor(String user) {
        return repo.as(user, () -> repo.workflows.getPooledTasks(user).stream()
                .map(WorkflowTask::getId)
                .toList());
    }

    @Test
    void parametersBecomeVariablesOfTheirType() {
        String id = start(
                "admin",
                ASSIGNED,
                Map.of(
                        Ct.name("assignee"),
                        anna,
                        Ct.name("note"),
                        "text",
                        Ct.name("count"),
                        3,
                        Ct.name("when"),
                        DAY,
                        Ct.name("yes"),
                        true,
                        Ct.bpm("workflowDescription"),
                        "2026-000123: answer",
                        Ct.bpm("workflowDueDate"),
                        DAY,
                        Ct.bpm("workflowPriority"),
                        1));
        Map<QName, Serializable> variables = variables(id);
        assertThat(variables.get(Ct.name("note"))).isEqualTo("text");
        assertThat(variables.get(Ct.name("count"))).isEqualTo(3);
        assertThat(variables.get(Ct.name("when"))).isEqualTo(DAY);
        assertThat(variables.get(Ct.name("yes"))).isEqualTo(true);
        assertThat(repo.admin(() -> repo.workflows.getWorkflowById(id)).getDescription())
                .isEqualTo("2026-000123: answer");
    }

    @Test
    void longTextIsKeptInAVariable() {
        String text = "x".repeat(5000);
        String id = start("admin", ASSIGNED, Map.of(Ct.name("assignee"), anna, Ct.name("note"), text));
        assertThat(variables(id).get(Ct.name("note"))).isEqualTo(text);
    }

    @Test
    void answerIsSeenByTheTasksListenerAndIsNoVariableOfTheWorkflow() {
        String id = startForAnna();
        WorkflowTask task = onlyTask(id);
        repo.asDo(anna, () -> {
            repo.workflows.updateTask(
                    task.getId(), Map.of(Ct.name("answer"), "done", Ct.name("answerDay"), DAY), null, null);
            repo.workflows.endTask(task.getId(), null);
        });
        assertThat(ProcessNotes.takeSeen()).contains("complete " + anna + " done " + DAY.getTime());
        assertThat(onlyTask(id).getId()).isNotEqualTo(task.getId());
        assertThat(variables(id)).doesNotContainKeys(Ct.name("answer"), Ct.name("answerDay"));
    }

    @Test
    void delegateSetsAVariableOfTheWorkflow() {
        String id = startForAnna();
        String task = onlyTask(id).getId();
        repo.asDo(anna, () -> repo.workflows.endTask(task, null));
        assertThat(variables(id).get(Ct.name("noted"))).isEqualTo("by delegate");
    }

    private Map<QName, Serializable> variables(String workflow) {
        return repo.admin(() -> repo.workflows.getPathProperties(
                repo.workflows.getWorkflowPaths(workflow).get(0).getId()));
    }

    @Test
    void listenersAndDelegatesRunAsTheUserAtWork() {
        String id = startForAnna();
        String task = onlyTask(id).getId();
        repo.asDo(anna, () -> repo.workflows.endTask(task, null));
        assertThat(ProcessNotes.takeSeen())
                .containsExactly("create admin null null", "complete " + anna + " null null", "execute " + anna);
    }

    @Test
    void endedTaskIsNobodysAndTheWorkflowEndsWithItsLast() {
        String id = startForAnna();
        for (int i = 0; i < 2; i++) {
            String task = onlyTask(id).getId();
            repo.asDo(anna, () -> repo.workflows.endTask(task, null));
            assertThat(taskIdsOf(anna)).doesNotContain(task);
        }
        assertThat(tasksOf(id)).isEmpty();
        WorkflowInstance ended = repo.admin(() -> repo.workflows.getWorkflowById(id));
        assertThat(ended.isActive()).isFalse();
        assertThat(ended.getEndDate()).isNotNull();
    }

    @Test
    void endedTaskCannotBeEndedAgain() {
        String id = startForAnna();
        String task = onlyTask(id).getId();
        repo.asDo(anna, () -> repo.workflows.endTask(task, null));
        assertThatThrownBy(() -> repo.asDo(anna, () -> repo.workflows.endTask(task, null)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void cancelledWorkflowIsGone() {
        String id = startForAnna();
        String task = onlyTask(id).getId();
        repo.adminDo(() -> repo.workflows.cancelWorkflow(id));
        assertThat((Object) repo.admin(() -> repo.workflows.getWorkflowById(id)))
                .isNull();
        assertThat((Object) repo.admin(() -> repo.workflows.getTaskById(task))).isNull();
        assertThat(taskIdsOf(anna)).doesNotContain(task);
    }

    @Test
    void startIsRolledBackWithItsTransaction() {
        int before = taskIdsOf(anna).size();
        assertThatThrownBy(() -> repo.adminDo(() -> {
                    startHere(ASSIGNED, Map.of(Ct.name("assignee"), anna));
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(taskIdsOf(anna)).hasSize(before);
        started.clear();
    }

    @Test
    void taskIsReassignedByItsOwnerProperty() {
        String task = onlyTask(startForAnna()).getId();
        repo.adminDo(() -> repo.workflows.updateTask(task, Map.of(Ct.cm("owner"), bo), null, null));
        assertThat(taskIdsOf(bo)).contains(task);
        assertThat(taskIdsOf(anna)).doesNotContain(task);
    }

    @Test
    void tasksAreFoundByType() {
        String id = startForAnna();
        WorkflowTaskQuery query = new WorkflowTaskQuery();
        query.setActorId(anna);
        query.setTaskName(Ct.name("task"));
        List<String> ids = repo.as(anna, () -> repo.workflows.queryTasks(query, false).stream()
                .map(WorkflowTask::getId)
                .toList());
        assertThat(ids).contains(onlyTask(id).getId());
    }

    @Test
    void workflowThatIsNotThereIsNone() {
        assertThat((Object) repo.admin(() -> repo.workflows.getWorkflowById("activiti$999999999")))
                .isNull();
        assertThat((Object) repo.admin(() -> repo.workflows.getTaskById("activiti$999999999")))
                .isNull();
    }

    @Test
    void strangerNeitherSeesNorChangesNorEndsATask() {
        String task = onlyTask(startForAnna()).getId();
        assertThatThrownBy(() -> repo.as(bo, () -> repo.workflows.getTaskById(task)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() ->
                        repo.as(bo, () -> repo.workflows.updateTask(task, Map.of(Ct.name("answer"), "x"), null, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThatThrownBy(() -> repo.as(bo, () -> repo.workflows.endTask(task, null)))
                .isInstanceOf(AccessDeniedException.class);
        assertThat(repo.as(bo, () -> {
                    WorkflowTaskQuery query = new WorkflowTaskQuery();
                    query.setActorId(anna);
                    return repo.workflows.queryTasks(query, false);
                }))
                .isEmpty();
        assertThat((Object) repo.as(anna, () -> repo.workflows.getTaskById(task)))
                .isNotNull();
    }

    @Test
    void initiatorSeesTheTaskOfAnother() {
        String id = start(bo, ASSIGNED, Map.of(Ct.name("assignee"), anna));
        String task = onlyTask(id).getId();
        assertThat((Object) repo.as(bo, () -> repo.workflows.getTaskById(task))).isNotNull();
    }

    @Test
    void anyoneWhoKnowsItsIdMayCancelAWorkflow() {
        String id = startForAnna();
        repo.asDo(bo, () -> repo.workflows.cancelWorkflow(id));
        assertThat((Object) repo.admin(() -> repo.workflows.getWorkflowById(id)))
                .isNull();
    }

    @Test
    void dueDatePriorityAndCommentOfATaskAreKept() {
        String task = onlyTask(startForAnna()).getId();
        repo.asDo(
                anna,
                () -> repo.workflows.updateTask(
                        task,
                        Map.of(Ct.bpm("dueDate"), DAY, Ct.bpm("priority"), 1, Ct.bpm("comment"), "soon"),
                        null,
                        null));
        WorkflowTask read = repo.as(anna, () -> repo.workflows.getTaskById(task));
        assertThat(property(read, Ct.bpm("dueDate"))).isEqualTo(DAY);
        assertThat(property(read, Ct.bpm("priority"))).isEqualTo(1);
        assertThat(property(read, Ct.bpm("comment"))).isEqualTo("soon");
    }

    @Test
    void workflowThatSystemStartedIsCancelledByTheAdministrator() {
        String id = start(AuthenticationUtil.SYSTEM_USER_NAME, ASSIGNED, Map.of(Ct.name("assignee"), anna));
        repo.adminDo(() -> repo.workflows.cancelWorkflow(id));
        assertThat(tasksOf(id)).isEmpty();
    }
}
