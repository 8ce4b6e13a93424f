package org.insats.deadline;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.Role;

/**
 * What the job does with one deadline: bring it up to date, then reminder, overdue mark and escalation, and a new workflow
 * for one that vanished (DLC-16). Each step looks first whether it is done, so that a second or a late run does nothing
 * twice.
 */
final class DeadlineSteps {

    private final DeadlineStore store;
    private final DeadlineBook book;
    private final DeadlineWorkflows workflows;
    private final Owners owners;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final NextAction nextAction;
    private final Notices notices;
    private final ServicePerson servicePerson;
    private final Clock clock;

    DeadlineSteps(
            DeadlineStore store,
            DeadlineBook book,
            DeadlineWorkflows workflows,
            Owners owners,
            CaseFileService caseFiles,
            Interventions interventions,
            NextAction nextAction,
            Notices notices,
            ServicePerson servicePerson,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.workflows = workflows;
        this.owners = owners;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.nextAction = nextAction;
        this.notices = notices;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** How many of each step were taken. */
    record Taken(int started, int overdue, int escalated) {

        static final Taken NOTHING = new Taken(0, 0, 0);

        Taken plus(Taken other) {
            return new Taken(started + other.started, overdue + other.overdue, escalated + other.escalated);
        }
    }

    /**
     * Takes the steps that are due; inside a transaction.
     *
     * @param together whether also those of the intervention's other deadlines that are due, so that the arithmetic is done
     *     once for all of them; their own turn then finds nothing left
     */
    Taken take(NodeRef node, boolean together) {
        return servicePerson.elevated(() -> {
            Optional<LiveDeadline> asked = store.find(node).filter(this::isDue);
            if (asked.isEmpty()) {
                return Taken.NOTHING;
            }
            Map<NodeRef, LiveDeadline> all = new LinkedHashMap<>();
            book.bringUpToDate(asked.get().intervention()).forEach(each -> all.put(each.node(), each));
            List<LiveDeadline> due = all.values().stream()
                    .filter(each -> each.node().equals(node) || together && isDue(each))
                    .filter(LiveDeadline::isOpen)
                    .toList();
            return due.stream().map(each -> steps(each, all)).reduce(Taken.NOTHING, Taken::plus);
        });
    }

    private boolean isDue(LiveDeadline deadline) {
        Instant now = clock.instant();
        return deadline.instant(DeadlineModel.NEXT_ACTION_AT)
                .filter(next -> !next.isAfter(now))
                .isPresent();
    }

    /** @param all the deadlines of its intervention, kept as they are written */
    private Taken steps(LiveDeadline deadline, Map<NodeRef, LiveDeadline> all) {
        Instant now = clock.instant();
        LocalDate today = LawDate.fromInstant(now);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        boolean wanted = NextAction.shouldHaveWorkflow(deadline, today);
        boolean started = wanted && start(deadline, all.values(), changes, now);
        Optional<String> workflow = Optional.ofNullable((String) changes.get(DeadlineModel.WORKFLOW_ID))
                .or(deadline::workflowId)
                .filter(id -> wanted);
        boolean overdue = NextAction.shouldMarkOverdue(deadline);
        if (overdue) {
            changes.put(DeadlineModel.OVERDUE_AT, Date.from(now));
        }
        boolean escalated = NextAction.shouldEscalate(deadline, today);
        if (escalated) {
            changes.put(DeadlineModel.ESCALATED_AT, Date.from(now));
            List<String> groups = escalationGroups(deadline);
            changes.put(DeadlineModel.ESCALATED_GROUPS, groups.isEmpty() ? null : String.join(",", groups));
        }
        workflow.ifPresent(id -> {
            if (overdue && !started) {
                workflows.markOverdue(id);
            }
            // A workflow that was started anew takes over what was said of the one that vanished.
            if (escalated
                    || started && deadline.instant(DeadlineModel.ESCALATED_AT).isPresent()) {
                workflows.escalate(id, escalationGroups(deadline), today);
            }
        });
        if (started && deadline.instant(DeadlineModel.REMINDED_AT).isEmpty()) {
            notices.tell(Notices.Kind.REMINDER, deadline, withCopies(deadline));
        }
        if (overdue && deadline.isGoverning()) {
            notices.tell(Notices.Kind.OVERDUE, deadline, List.of(deadline.owner()));
        }
        if (escalated) {
            notices.tell(
                    Notices.Kind.ESCALATED, deadline, List.of(new Owner(Optional.empty(), escalationGroups(deadline))));
        }
        changes.put(DeadlineModel.NEXT_ACTION_AT, Date.from(nextAction.of(deadline.with(changes), now)));
        all.put(deadline.node(), store.write(deadline, changes));
        return new Taken(started ? 1 : 0, overdue ? 1 : 0, escalated ? 1 : 0);
    }

    /** Starts a workflow unless the act has one that is alive. */
    boolean start(LiveDeadline deadline, Map<QName, Serializable> changes, Instant now) {
        return start(deadline, store.of(deadline.intervention()), changes, now);
    }

    private boolean start(
            LiveDeadline deadline, Collection<LiveDeadline> all, Map<QName, Serializable> changes, Instant now) {
        if (deadline.workflowId().filter(workflows::isActive).isPresent()) {
            return false;
        }
        Optional<String> shared = all.stream()
                .filter(other -> other.actKey().equals(deadline.actKey()))
                .flatMap(other -> other.workflowId().stream())
                .filter(workflows::isActive)
                .findFirst();
        changes.put(DeadlineModel.WORKFLOW_ID, shared.orElseGet(() -> workflows.start(deadline)));
        if (deadline.instant(DeadlineModel.REMINDED_AT).isEmpty()) {
            changes.put(DeadlineModel.REMINDED_AT, Date.from(now));
        }
        return shared.isEmpty();
    }

    /** The responsible, and those whom the rule gives a copy, as the performer of a grant that ends (DL-57). */
    private List<Owner> withCopies(LiveDeadline deadline) {
        CaseFile caseFile = caseFiles.ofNode(deadline.intervention());
        Intervention intervention = interventions.get(deadline.intervention());
        Stream<Owner> copies =
                roles(deadline, DeadlineModel.COPY_TO).map(role -> owners.existing(role, caseFile, intervention));
        return Stream.concat(Stream.of(deadline.owner()), copies).toList();
    }

    private static Stream<Role> roles(LiveDeadline deadline, QName property) {
        return deadline.text(property).stream()
                .flatMap(roles -> Stream.of(roles.split(",")))
                .map(Role::valueOf);
    }

    private List<String> escalationGroups(LiveDeadline deadline) {
        CaseFile caseFile = caseFiles.ofNode(deadline.intervention());
        Intervention intervention = interventions.get(deadline.intervention());
        return roles(deadline, DeadlineModel.ESCALATE_TO)
                .flatMap(role -> owners.groups(role, caseFile, intervention).stream())
                .distinct()
                .toList();
    }
}
