package org.insats.deadline;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.activiti.engine.TaskService;
import org.activiti.engine.task.IdentityLink;
import org.activiti.engine.task.IdentityLinkType;
import org.activiti.engine.task.Task;
import org.alfresco.repo.transaction.AlfrescoTransactionSupport;
import org.alfresco.service.cmr.workflow.WorkflowDefinition;
import org.alfresco.service.cmr.workflow.WorkflowInstance;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.alfresco.service.namespace.QName;
import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.springframework.extensions.surf.util.I18NUtil;

/**
 * One workflow an act: starts, marks, hands over, escalates and ends it. Nothing personal goes into a workflow, because
 * the engine keeps what it has seen and shows it to whoever is involved.
 */
final class DeadlineWorkflows {

    private static final String ENGINE = "activiti$";
    private static final String COMPLETING = DeadlineWorkflows.class.getName() + ".completing";
    private static final String OWN = DeadlineWorkflows.class.getName() + ".own";
    private static final Locale LANGUAGE = Locale.forLanguageTag("sv");
    private static final QName BPM_PACKAGE = bpm("package");
    private static final QName BPM_WORKFLOW_DESCRIPTION = bpm("workflowDescription");
    private static final QName BPM_WORKFLOW_DUE_DATE = bpm("workflowDueDate");
    private static final QName BPM_PRIORITY = bpm("priority");
    static final String OVERDUE = "OVERDUE";
    static final int HIGH = 1;

    private final WorkflowService workflows;
    private final TaskService engineTasks;
    private final ServicePerson servicePerson;

    DeadlineWorkflows(WorkflowService workflows, TaskService engineTasks, ServicePerson servicePerson) {
        this.workflows = workflows;
        this.engineTasks = engineTasks;
        this.servicePerson = servicePerson;
    }

    /**
     * Starts the workflow of an act as the service person: the platform takes the initiator from the fully authenticated
     * user, and System has no person.
     *
     * @return id of the workflow
     */
    String start(LiveDeadline deadline) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(DeadlineModel.TASK_CASE_NUMBER, deadline.caseNumber());
        values.put(DeadlineModel.TASK_INTERVENTION_ID, deadline.intervention().getId());
        values.put(DeadlineModel.TASK_DEADLINE_ID, deadline.id());
        values.put(DeadlineModel.TASK_RULE_ID, deadline.ruleId());
        values.put(DeadlineModel.TASK_ACT, deadline.act().name());
        values.put(DeadlineModel.TASK_DEADLINE_STATE, deadline.state() == DeadlineState.OVERDUE ? OVERDUE : "DUE_SOON");
        deadline.dueDate().map(LawDate::toStored).ifPresent(due -> {
            values.put(DeadlineModel.TASK_DUE_DATE, due);
            values.put(BPM_WORKFLOW_DUE_DATE, due);
        });
        deadline.owner().userName().ifPresent(userName -> values.put(DeadlineModel.TASK_OWNER, userName));
        if (!deadline.owner().groups().isEmpty()) {
            values.put(
                    DeadlineModel.TASK_GROUPS, String.join(",", deadline.owner().groups()));
        }
        values.put(BPM_WORKFLOW_DESCRIPTION, description(deadline));
        if (deadline.act() == TaskAct.AWAIT_SIGNED_COPY) {
            deadline.text(DeadlineModel.TRIGGER_REF).ifPresent(id -> values.put(DeadlineModel.TASK_DOCUMENT_ID, id));
        }
        return own(() -> servicePerson.run(() -> {
            WorkflowDefinition definition =
                    workflows.getDefinitionByName(ENGINE + deadline.act().process());
            values.put(BPM_PACKAGE, workflows.createPackage(null));
            return workflows
                    .startWorkflow(definition.getId(), values)
                    .getInstance()
                    .getId();
        }));
    }

    /** Whether the workflow is there and has not ended. */
    boolean isActive(String workflowId) {
        WorkflowInstance instance = workflows.getWorkflowById(workflowId);
        return instance != null && instance.isActive();
    }

    /** Ends a workflow whose act was done elsewhere, or has lost its object; the one being completed ends by itself. */
    void end(String workflowId) {
        if (!completing().contains(workflowId) && isActive(workflowId)) {
            own(() -> workflows.cancelWorkflow(workflowId));
        }
    }

    /** Whether it is this class, in the current transaction, that moves a workflow just now, and not somebody at a door. */
    boolean isOwn() {
        return AlfrescoTransactionSupport.getResource(OWN) != null;
    }

    /** Whether the task of a workflow is being completed in the current transaction. */
    boolean isCompleting(String workflowId) {
        return completing().contains(workflowId);
    }

    private static <T> T own(Supplier<T> work) {
        Object before = AlfrescoTransactionSupport.getResource(OWN);
        AlfrescoTransactionSupport.bindResource(OWN, Boolean.TRUE);
        try {
            return work.get();
        } finally {
            if (before == null) {
                AlfrescoTransactionSupport.unbindResource(OWN);
            }
        }
    }

    /**
     * Notes, until the end of the transaction, that the task of a workflow is being completed.
     *
     * @return false where that was known, so that its act is being performed already
     */
    boolean completing(String workflowId) {
        return completing().add(workflowId);
    }

    /** The id of a workflow as the platform gives it, from the engine's own. */
    static String workflowId(String processInstanceId) {
        return ENGINE + processInstanceId;
    }

    /** Marks the task as overdue. */
    void markOverdue(String workflowId) {
        task(workflowId)
                .ifPresent(task -> workflows.updateTask(
                        task.getId(),
                        Map.of(DeadlineModel.TASK_DEADLINE_STATE, OVERDUE, BPM_PRIORITY, HIGH),
                        null,
                        null));
    }

    /** Shares the task with the groups it is escalated to; whoever had it keeps it. */
    void escalate(String workflowId, List<String> groups, LocalDate day) {
        task(workflowId).ifPresent(task -> {
            workflows.updateTask(
                    task.getId(), Map.of(DeadlineModel.TASK_ESCALATED_AT, LawDate.toStored(day)), null, null);
            String id = local(task);
            Task engineTask = engineTasks.createTaskQuery().taskId(id).singleResult();
            if (engineTask.getAssignee() != null) {
                engineTasks.addCandidateUser(id, engineTask.getAssignee());
                setAssignee(id, null);
            }
            groups.forEach(group -> engineTasks.addCandidateGroup(id, group));
        });
    }

    /** Gives the task to another owner. */
    void assign(String workflowId, Owner owner) {
        task(workflowId).map(DeadlineWorkflows::local).ifPresent(id -> {
            for (IdentityLink link : engineTasks.getIdentityLinksForTask(id)) {
                if (IdentityLinkType.CANDIDATE.equals(link.getType())) {
                    removeCandidate(id, link);
                }
            }
            setAssignee(id, owner.userName().orElse(null));
            owner.groups().forEach(group -> engineTasks.addCandidateGroup(id, group));
        });
    }

    private void setAssignee(String id, String userName) {
        own(() -> {
            engineTasks.setAssignee(id, userName);
            return userName;
        });
    }

    private void removeCandidate(String id, IdentityLink link) {
        if (link.getGroupId() != null) {
            engineTasks.deleteCandidateGroup(id, link.getGroupId());
        } else {
            engineTasks.deleteCandidateUser(id, link.getUserId());
        }
    }

    private Optional<WorkflowTask> task(String workflowId) {
        return workflows.getWorkflowPaths(workflowId).stream()
                .flatMap(path -> workflows.getTasksForWorkflowPath(path.getId()).stream())
                .filter(task -> !local(task).startsWith("start"))
                .findFirst();
    }

    private static String local(WorkflowTask task) {
        return task.getId().substring(ENGINE.length());
    }

    private static String description(LiveDeadline deadline) {
        String act = I18NUtil.getMessage(deadline.act().textKey(), LANGUAGE);
        return deadline.caseNumber() + " " + (act == null ? deadline.act().name() : act);
    }

    private static Set<String> completing() {
        Set<String> ids = AlfrescoTransactionSupport.getResource(COMPLETING);
        if (ids == null) {
            ids = ConcurrentHashMap.newKeySet();
            AlfrescoTransactionSupport.bindResource(COMPLETING, ids);
        }
        return ids;
    }

    private static QName bpm(String local) {
        return QName.createQName("http://www.alfresco.org/model/bpm/1.0", local);
    }
}
