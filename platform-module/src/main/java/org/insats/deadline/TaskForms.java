package org.insats.deadline;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.DocumentKind;
import org.insats.casefile.DocumentKinds;
import org.insats.casefile.Permissions;
import org.insats.casefile.Role;
import org.insats.platform.ServicePerson;

/** What a task's form is made of, so that no task is a dead end (bean {@code insats.taskForms}). */
public final class TaskForms {

    private final Worklist worklist;
    private final RoomActs rooms;
    private final DocumentKinds kinds;
    private final CaseFileService caseFiles;
    private final ServicePerson servicePerson;

    TaskForms(
            Worklist worklist,
            RoomActs rooms,
            DocumentKinds kinds,
            CaseFileService caseFiles,
            ServicePerson servicePerson) {
        this.worklist = worklist;
        this.rooms = rooms;
        this.kinds = kinds;
        this.caseFiles = caseFiles;
        this.servicePerson = servicePerson;
    }

    /**
     * An action that completes a task.
     *
     * @param document with which document
     * @param action which of its actions
     */
    public record Choice(Document document, DocumentAction action) {}

    /**
     * A task with what its form is made of.
     *
     * @param task the task
     * @param choices actions that complete it, each with a form of its own; more than one where there is a choice
     * @param write kinds of document that the user may write so that there is something to do it with; empty where there is
     * @param ownForm whether the task's own fields complete it
     */
    public record Form(Worklist.TaskView task, List<Choice> choices, List<DocumentKind> write, boolean ownForm) {}

    /**
     * The form of an open task of the current user.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-DONE} (404), {@code INS-TASK-OWNER} (403)
     */
    public Form of(String taskId) {
        Worklist.TaskView task = worklist.one(taskId);
        LiveDeadline deadline = task.deadline();
        if (!deadline.act().sharesForm()) {
            return new Form(task, List.of(), List.of(), true);
        }
        List<Choice> choices = rooms.todos(deadline).stream()
                .map(todo -> new Choice(todo.document(), todo.action()))
                .toList();
        boolean needsDocument = rooms.needsDocument(deadline.act());
        return new Form(
                task,
                choices,
                choices.isEmpty() && needsDocument ? writable(deadline) : List.of(),
                choices.isEmpty() && !needsDocument);
    }

    private List<DocumentKind> writable(LiveDeadline deadline) {
        NodeRef caseFile = servicePerson.elevated(
                () -> caseFiles.ofNode(deadline.intervention()).node());
        Optional<NodeRef> intervention = Optional.of(deadline.intervention());
        String user = AuthenticationUtil.getFullyAuthenticatedUser();
        return rooms.kinds(deadline.act()).stream()
                .flatMap(kind -> kinds.find(kind).stream())
                .filter(kind -> {
                    Set<Role> roles = caseFiles.rolesFor(user, caseFile, intervention, kind.id(), Permissions.CREATE);
                    return kind.mayEdit(caseFile, intervention, roles) && kind.mayCreate(caseFile, intervention, roles);
                })
                .toList();
    }
}
