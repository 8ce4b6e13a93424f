package org.insats.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.platform.DatabaseQuery;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;

/** What is on somebody's list: open deadlines and the tasks of their acts (bean {@code insats.worklist}). */
public final class Worklist {

    private static final String ENGINE = "activiti$";
    /** Longest page. */
    public static final int MOST = 500;

    private final DatabaseQuery query;
    private final NodeService nodes;
    private final PermissionService permissions;
    private final AuthorityService authorities;
    private final WorkflowService workflows;
    private final CaseFileService caseFiles;
    private final DeadlineStore store;
    private final DeadlineWorkflows running;
    private final TaskActs acts;
    private final ServicePerson servicePerson;

    Worklist(
            DatabaseQuery query,
            NodeService nodes,
            PermissionService permissions,
            AuthorityService authorities,
            WorkflowService workflows,
            CaseFileService caseFiles,
            DeadlineStore store,
            DeadlineWorkflows running,
            TaskActs acts,
            ServicePerson servicePerson) {
        this.query = query;
        this.nodes = nodes;
        this.permissions = permissions;
        this.authorities = authorities;
        this.workflows = workflows;
        this.caseFiles = caseFiles;
        this.store = store;
        this.running = running;
        this.acts = acts;
        this.servicePerson = servicePerson;
    }

    /**
     * A task as it stands on a list.
     *
     * @param id id of the task
     * @param deadline the deadline it is about
     * @param formKey type of the task, prefixed
     * @param assignee whose it is; empty while it is shared
     * @param mine whether the current user is one of those who are to do it
     * @param values the act's form so far, by prefixed name
     */
    public record TaskView(
            String id,
            LiveDeadline deadline,
            String formKey,
            Optional<String> assignee,
            boolean mine,
            ObjectNode values) {}

    /**
     * A page of a list, in order of due date.
     *
     * @param items what is on it
     * @param next the key to go on after; empty on the last page
     */
    public record Page(List<LiveDeadline> items, Optional<String> next) {}

    /**
     * Which page of a list.
     *
     * @param overdueOn only what was due before this day, where stated
     * @param after the key that the page before ended with
     * @param size how many at most, 1 to {@value #MOST}
     */
    public record Wanted(Optional<LocalDate> overdueOn, Optional<String> after, int size) {

        private static final Pattern KEY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}-[0-9a-f-]{36}");

        /** Checks the key ({@code INS-PARAMETER}). */
        public Wanted {
            if (after.filter(key -> !KEY.matcher(key).matches()).isPresent()) {
                throw Refusal.of(Refusal.Kind.MALFORMED, "PARAMETER", "after", "next")
                        .onField("after")
                        .violation();
            }
        }

        /** The first page, as long as pages get. */
        public static Wanted first() {
            return new Wanted(Optional.empty(), Optional.empty(), MOST);
        }
    }

    /** Open deadlines that the current user answers for, alone or with a group, or that were escalated to them. */
    public Page mine(Wanted wanted) {
        List<String> names = new ArrayList<>();
        names.add(ListedFor.user(AuthenticationUtil.getFullyAuthenticatedUser()));
        authorities.getAuthorities().stream().filter(Owners::mayAnswer).sorted().forEach(names::add);
        return page(names, wanted);
    }

    /** Open deadlines that a unit answers for; of all the user's units where none is named. */
    public Page ofUnit(Optional<String> unit, Wanted wanted) {
        return page(
                unit.map(Set::of).orElseGet(this::units).stream()
                        .map(ListedFor::unit)
                        .toList(),
                wanted);
    }

    /**
     * One question to the database for a whole page: what else it costs is to read the rows that are shown. Open ones only: a
     * closed deadline is listed for nobody. Answers what the user may read.
     */
    private Page page(List<String> listedFor, Wanted wanted) {
        if (listedFor.isEmpty()) {
            return new Page(List.of(), Optional.empty());
        }
        String names = listedFor.stream().map(DatabaseQuery::quoted).collect(Collectors.joining(", "));
        String before = wanted.overdueOn()
                .map(day -> " AND ins:listKey < '" + day + "'")
                .orElse("");
        String select = "SELECT * FROM ins:deadline WHERE ANY ins:listedFor IN (" + names + ")" + before;
        List<NodeRef> found = query.findAfter(select, "ins:listKey", wanted.after(), wanted.size() + 1);
        List<LiveDeadline> items = servicePerson.elevated(
                () -> found.stream().limit(wanted.size()).map(store::get).toList());
        Optional<String> next =
                found.size() > items.size() ? items.get(items.size() - 1).listKey() : Optional.empty();
        return new Page(items, next);
    }

    /** Deadlines of a case, open and closed, as far as the user may read its interventions. */
    public List<LiveDeadline> ofCase(String caseNumber) {
        NodeRef caseFile = caseFiles.byNumber(caseNumber).node();
        return sorted(
                servicePerson
                        .elevated(() -> nodes.getChildAssocs(caseFile, Set.of(CaseModel.TYPE_INTERVENTION)))
                        .stream()
                        .map(ChildAssociationRef::getChildRef)
                        .filter(this::isReadable)
                        .flatMap(node -> servicePerson.elevated(() -> store.of(node)).stream())
                        .toList());
    }

    /** The tasks of deadlines, one an act. */
    public List<TaskView> tasks(List<LiveDeadline> deadlines) {
        Set<String> seen = new LinkedHashSet<>();
        Set<String> groups = authorities.getAuthorities();
        List<TaskView> tasks = new ArrayList<>();
        for (LiveDeadline deadline : deadlines) {
            deadline.workflowId()
                    .filter(id -> deadline.isOpen() && seen.add(id))
                    .flatMap(this::task)
                    .ifPresent(task -> tasks.add(view(task, deadline, groups)));
        }
        return tasks;
    }

    /**
     * Completes a task as the current user, which performs its act.
     *
     * @param taskId id as in the list
     * @param form fields of the act, by name with or without prefix
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-DONE} (404) where there is no such open task,
     *     {@code INS-TASK-OWNER} (403) where it is somebody else's
     */
    public void complete(String taskId, JsonNode form) {
        WorkflowTask task = requireOpen(taskId);
        LiveDeadline deadline = requireDeadline(task);
        requireOwner(task, deadline);
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        form.properties().forEach(entry -> plain.set(withoutPrefix(entry.getKey()), entry.getValue()));
        // The act first: a refusal then never reaches the engine, which would log it, and nothing sent is kept there.
        running.completing(task.getPath().getInstance().getId());
        acts.perform(deadline, plain);
        workflows.endTask(taskId, null);
    }

    /**
     * An open task of the current user.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-TASK-DONE} (404), {@code INS-TASK-OWNER} (403) as {@link #complete}
     */
    public TaskView one(String taskId) {
        WorkflowTask task = requireOpen(taskId);
        LiveDeadline deadline = requireDeadline(task);
        requireOwner(task, deadline);
        return view(task, deadline, authorities.getAuthorities());
    }

    private WorkflowTask requireOpen(String taskId) {
        return servicePerson.elevated(() -> openTask(taskId)).orElseThrow(() -> Refusal.of(
                        Refusal.Kind.NOT_FOUND, "TASK-DONE")
                .violation());
    }

    private LiveDeadline requireDeadline(WorkflowTask task) {
        return deadline(task).filter(each -> isReadable(each.intervention())).orElseThrow(() -> Refusal.of(
                        Refusal.Kind.NOT_FOUND, "TASK-DONE")
                .violation());
    }

    private void requireOwner(WorkflowTask task, LiveDeadline deadline) {
        Set<String> groups = authorities.getAuthorities();
        boolean owner =
                isMine(task, deadline, groups) || isEscalatedTo(task, groups) || authorities.hasAdminAuthority();
        if (!owner) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "TASK-OWNER").violation();
        }
    }

    private static boolean isMine(WorkflowTask task, LiveDeadline deadline, Set<String> groups) {
        String userName = AuthenticationUtil.getFullyAuthenticatedUser();
        return assignee(task).filter(userName::equals).isPresent()
                || deadline.owner().userName().filter(userName::equals).isPresent()
                || deadline.owner().groups().stream().anyMatch(groups::contains);
    }

    private boolean isEscalatedTo(WorkflowTask task, Set<String> groups) {
        return task.getProperties().get(DeadlineModel.TASK_ESCALATED_AT) != null
                && groups.stream().anyMatch(group -> workflows.getPooledTasks(group).stream()
                        .anyMatch(pooled -> pooled.getId().equals(task.getId())));
    }

    private Set<String> units() {
        return authorities.getAuthorities().stream()
                .flatMap(group -> ListedFor.unitOf(group).stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private Optional<WorkflowTask> task(String workflowId) {
        return servicePerson.elevated(() -> workflows.getWorkflowById(workflowId) == null
                ? Optional.empty()
                : workflows.getWorkflowPaths(workflowId).stream()
                        .flatMap(path -> workflows.getTasksForWorkflowPath(path.getId()).stream())
                        .filter(task -> !task.getId().startsWith(ENGINE + "start"))
                        .findFirst());
    }

    private Optional<WorkflowTask> openTask(String taskId) {
        if (!taskId.matches("activiti\\$\\d{1,18}")) {
            return Optional.empty();
        }
        return Optional.ofNullable(workflows.getTaskById(taskId))
                .filter(task -> task.getProperties().get(DeadlineModel.TASK_DEADLINE_ID) != null)
                .filter(task ->
                        task.getPath() != null && task.getPath().getInstance().isActive());
    }

    private Optional<LiveDeadline> deadline(WorkflowTask task) {
        NodeRef node = new NodeRef(
                StoreRef.STORE_REF_WORKSPACE_SPACESSTORE,
                task.getProperties().get(DeadlineModel.TASK_DEADLINE_ID).toString());
        return servicePerson.elevated(() -> store.exists(node) ? Optional.of(store.get(node)) : Optional.empty());
    }

    private TaskView view(WorkflowTask task, LiveDeadline deadline, Set<String> groups) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        task.getProperties().forEach((name, value) -> {
            if (value != null && name.getNamespaceURI().equals(DeadlineModel.TASK_OWNER.getNamespaceURI())) {
                String text =
                        value instanceof Date date ? LawDate.fromStored(date).toString() : value.toString();
                values.put("inswf:" + name.getLocalName(), text);
            }
        });
        return new TaskView(
                task.getId(),
                deadline,
                "inswf:" + deadline.act().taskType(),
                assignee(task),
                isMine(task, deadline, groups),
                values);
    }

    private static Optional<String> assignee(WorkflowTask task) {
        return Optional.ofNullable(task.getProperties().get(ContentModel.PROP_OWNER))
                .map(Object::toString)
                .filter(name -> !name.isBlank());
    }

    private boolean isReadable(NodeRef node) {
        return permissions.hasPermission(node, PermissionService.READ) == AccessStatus.ALLOWED;
    }

    private static List<LiveDeadline> sorted(List<LiveDeadline> deadlines) {
        return deadlines.stream()
                .sorted(Comparator.comparing(
                                (LiveDeadline each) -> each.dueDate().orElse(LocalDate.MAX))
                        .thenComparing(LiveDeadline::id))
                .toList();
    }

    private static String withoutPrefix(String name) {
        return name.replaceFirst("^inswf[:_]", "");
    }
}
