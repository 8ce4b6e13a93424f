package org.insats.deadline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.alfresco.model.ContentModel;
import org.alfresco.repo.security.authentication.AuthenticationUtil;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.cmr.repository.StoreRef;
import org.alfresco.service.cmr.search.QueryConsistency;
import org.alfresco.service.cmr.search.ResultSet;
import org.alfresco.service.cmr.search.SearchParameters;
import org.alfresco.service.cmr.search.SearchService;
import org.alfresco.service.cmr.security.AccessStatus;
import org.alfresco.service.cmr.security.AuthorityService;
import org.alfresco.service.cmr.security.PermissionService;
import org.alfresco.service.cmr.workflow.WorkflowService;
import org.alfresco.service.cmr.workflow.WorkflowTask;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.insats.platform.ServicePerson;
import org.insats.routine.Role;

/** What is on somebody's list: open deadlines and the tasks of their acts (bean {@code insats.worklist}). */
public final class Worklist {

    private static final Pattern UNIT_GROUP = Pattern.compile("GROUP_INSATS_("
            + Arrays.stream(Role.values()).map(Role::name).collect(Collectors.joining("|"))
            + ")_([A-Za-z0-9]+)");
    private static final String ENGINE = "activiti$";
    private static final int MAX_PERMISSION_CHECKS = 50_000;
    private static final long MAX_PERMISSION_CHECK_MILLIS = 20_000;
    /** Longest page. */
    public static final int MOST = 500;

    private final SearchService search;
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
            SearchService search,
            NodeService nodes,
            PermissionService permissions,
            AuthorityService authorities,
            WorkflowService workflows,
            CaseFileService caseFiles,
            DeadlineStore store,
            DeadlineWorkflows running,
            TaskActs acts,
            ServicePerson servicePerson) {
        this.search = search;
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
     * @param values the act's form so far, by prefixed name
     */
    public record TaskView(
            String id, LiveDeadline deadline, String formKey, Optional<String> assignee, ObjectNode values) {}

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

    /** What a query finds, and which of it is wanted. */
    private record Source(String condition, Predicate<LiveDeadline> wanted) {}

    /** Open deadlines that the current user answers for, alone or with a group, or that were escalated to them. */
    public Page mine(Wanted wanted) {
        String userName = AuthenticationUtil.getFullyAuthenticatedUser();
        Set<String> groups = authorities.getAuthorities();
        Predicate<LiveDeadline> ours =
                each -> each.owner().groups().stream().anyMatch(groups::contains) || isEscalatedTo(each, groups);
        List<Source> sources = new ArrayList<>();
        sources.add(new Source("ins:listOwner = '" + quoted(userName) + "'", each -> true));
        units().forEach(unit -> sources.add(new Source(ofUnit(unit), ours)));
        return page(sources, wanted);
    }

    /** Open deadlines that a unit answers for; of all the user's units where none is named. */
    public Page ofUnit(Optional<String> unit, Wanted wanted) {
        Set<String> named = unit.map(Set::of).orElseGet(this::units);
        return page(
                named.stream()
                        .map(each -> new Source(ofUnit(each), deadline -> true))
                        .toList(),
                wanted);
    }

    private static String ofUnit(String unit) {
        return "ins:listUnit = '" + quoted(unit) + "'";
    }

    private Page page(List<Source> sources, Wanted wanted) {
        NavigableMap<String, LiveDeadline> found = new TreeMap<>();
        sources.forEach(source -> collect(source, wanted, found));
        List<LiveDeadline> items = found.values().stream().limit(wanted.size()).toList();
        Optional<String> next = found.size() > items.size() && !items.isEmpty()
                ? items.get(items.size() - 1).listKey()
                : Optional.empty();
        return new Page(items, next);
    }

    /** One more than the page holds, so that it is known whether another follows. */
    private void collect(Source source, Wanted wanted, NavigableMap<String, LiveDeadline> found) {
        String from = wanted.after().orElse("0");
        int missing = wanted.size() + 1;
        boolean more = true;
        while (missing > 0 && more) {
            List<LiveDeadline> batch = open(source.condition(), from, wanted, wanted.size() + 1);
            for (LiveDeadline each : batch) {
                if (source.wanted().test(each)) {
                    found.put(each.listKey().orElseThrow(), each);
                    missing--;
                }
                from = each.listKey().orElseThrow();
            }
            more = batch.size() > wanted.size();
        }
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
        List<TaskView> tasks = new ArrayList<>();
        for (LiveDeadline deadline : deadlines) {
            deadline.workflowId()
                    .filter(id -> deadline.isOpen() && seen.add(id))
                    .flatMap(this::task)
                    .ifPresent(task -> tasks.add(view(task, deadline)));
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
        WorkflowTask task = servicePerson.elevated(() -> openTask(taskId)).orElseThrow(() -> Refusal.of(
                        Refusal.Kind.NOT_FOUND, "TASK-DONE")
                .violation());
        LiveDeadline deadline = deadline(task)
                .filter(each -> isReadable(each.intervention()))
                .orElseThrow(
                        () -> Refusal.of(Refusal.Kind.NOT_FOUND, "TASK-DONE").violation());
        requireOwner(task, deadline);
        ObjectNode plain = JsonNodeFactory.instance.objectNode();
        form.properties().forEach(entry -> plain.set(withoutPrefix(entry.getKey()), entry.getValue()));
        // The act first: a refusal then never reaches the engine, which would log it, and nothing sent is kept there.
        running.completing(task.getPath().getInstance().getId());
        acts.perform(deadline, plain);
        workflows.endTask(taskId, null);
    }

    private void requireOwner(WorkflowTask task, LiveDeadline deadline) {
        String userName = AuthenticationUtil.getFullyAuthenticatedUser();
        Set<String> groups = authorities.getAuthorities();
        boolean owner = assignee(task).filter(userName::equals).isPresent()
                || deadline.owner().userName().filter(userName::equals).isPresent()
                || deadline.owner().groups().stream().anyMatch(groups::contains)
                || isEscalatedTo(task, groups)
                || authorities.hasAdminAuthority();
        if (!owner) {
            throw Refusal.of(Refusal.Kind.FORBIDDEN, "TASK-OWNER").violation();
        }
    }

    private boolean isEscalatedTo(WorkflowTask task, Set<String> groups) {
        return task.getProperties().get(DeadlineModel.TASK_ESCALATED_AT) != null
                && groups.stream().anyMatch(group -> workflows.getPooledTasks(group).stream()
                        .anyMatch(pooled -> pooled.getId().equals(task.getId())));
    }

    /** Escalated to a role that one of the groups holds (DLC-16). */
    private static boolean isEscalatedTo(LiveDeadline deadline, Set<String> groups) {
        return deadline.isEscalated()
                && deadline.text(DeadlineModel.ESCALATE_TO).stream()
                        .flatMap(roles -> Stream.of(roles.split(",")))
                        .map(role -> "GROUP_INSATS_" + role + '_')
                        .anyMatch(name -> groups.stream().anyMatch(group -> group.startsWith(name)));
    }

    private Set<String> units() {
        return authorities.getAuthorities().stream()
                .map(UNIT_GROUP::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(2))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Open ones only: a closed deadline has no {@code ins:listKey}. Answers what the user may read. */
    private List<LiveDeadline> open(String condition, String after, Wanted wanted, int most) {
        SearchParameters parameters = new SearchParameters();
        parameters.addStore(StoreRef.STORE_REF_WORKSPACE_SPACESSTORE);
        parameters.setLanguage(SearchService.LANGUAGE_CMIS_ALFRESCO);
        parameters.setQueryConsistency(QueryConsistency.TRANSACTIONAL);
        parameters.setMaxItems(most);
        parameters.setMaxPermissionChecks(MAX_PERMISSION_CHECKS);
        parameters.setMaxPermissionCheckTimeMillis(MAX_PERMISSION_CHECK_MILLIS);
        String before = wanted.overdueOn()
                .map(day -> " AND ins:listKey < '" + day + "'")
                .orElse("");
        parameters.setQuery("SELECT * FROM ins:deadline WHERE " + condition + " AND ins:listKey > '" + after + "'"
                + before + " ORDER BY ins:listKey ASC");
        ResultSet found = search.query(parameters);
        try {
            List<NodeRef> refs = List.copyOf(found.getNodeRefs());
            return servicePerson.elevated(() -> refs.stream().map(store::get).toList());
        } finally {
            found.close();
        }
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

    private TaskView view(WorkflowTask task, LiveDeadline deadline) {
        ObjectNode values = JsonNodeFactory.instance.objectNode();
        task.getProperties().forEach((name, value) -> {
            if (value != null && name.getNamespaceURI().equals(DeadlineModel.TASK_OWNER.getNamespaceURI())) {
                String text =
                        value instanceof Date date ? LawDate.fromStored(date).toString() : value.toString();
                values.put("inswf:" + name.getLocalName(), text);
            }
        });
        return new TaskView(task.getId(), deadline, "inswf:" + deadline.act().taskType(), assignee(task), values);
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

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("'", "\\'");
    }
}
