package org.insats.deadline;

import java.util.Optional;
import java.util.Set;
import org.activiti.engine.delegate.DelegateTask;
import org.activiti.engine.task.IdentityLink;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.security.AuthorityService;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseTree;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/**
 * What the engine's own doors leave open, shut in the engine itself, whatever API the call came through: whoever is involved
 * in a workflow may delete it, and may give a task to anybody. A task of ours ends when its act is done or its deadline is
 * cancelled, and not otherwise; and it is given only to those who have a part in the case or were asked to begin with.
 */
final class TaskDoors {

    private final DeadlineWorkflows workflows;
    private final CaseTree tree;
    private final CaseAccess access;
    private final AuthorityService authorities;
    private final ServicePerson servicePerson;

    TaskDoors(
            DeadlineWorkflows workflows,
            CaseTree tree,
            CaseAccess access,
            AuthorityService authorities,
            ServicePerson servicePerson) {
        this.workflows = workflows;
        this.tree = tree;
        this.access = access;
        this.authorities = authorities;
        this.servicePerson = servicePerson;
    }

    /**
     * Refuses that a task goes with its workflow while its act is not done.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-KEPT}; not for System, which tidies the engine up
     */
    void requireOwnEnd(DelegateTask task) {
        String workflow = DeadlineWorkflows.workflowId(task.getProcessInstanceId());
        if (!workflows.isOwn() && !workflows.isCompleting(workflow) && !AuthenticationUtil.isRunAsUserTheSystemUser()) {
            throw Refusal.rule("TASK-KEPT").violation();
        }
    }

    /**
     * Refuses that a task is given to somebody who is neither asked nor has a part in the case.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-STRANGER}
     */
    void requirePart(DelegateTask task) {
        String userName = task.getAssignee();
        if (userName != null && !workflows.isOwn() && !isAsked(task, userName) && !hasPart(task, userName)) {
            throw Refusal.rule("TASK-STRANGER").violation();
        }
    }

    private boolean isAsked(DelegateTask task, String userName) {
        Set<String> groups = authorities.getAuthoritiesForUser(userName);
        return task.getCandidates().stream().anyMatch(link -> isAsked(link, userName, groups));
    }

    private static boolean isAsked(IdentityLink link, String userName, Set<String> groups) {
        return userName.equals(link.getUserId()) || (link.getGroupId() != null && groups.contains(link.getGroupId()));
    }

    private boolean hasPart(DelegateTask task, String userName) {
        return servicePerson.elevated(() -> Optional.ofNullable(task.getVariable("inswf_interventionId"))
                .flatMap(id -> tree.node(id.toString()))
                .flatMap(intervention -> tree.caseFile(intervention)
                        .map(caseFile -> !access.roles(userName, caseFile, Optional.of(intervention))
                                .isEmpty()))
                .orElse(false));
    }
}
