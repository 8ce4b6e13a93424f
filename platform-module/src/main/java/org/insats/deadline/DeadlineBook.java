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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.deadline.calc.CancelReason;
import org.insats.deadline.calc.ComputedDeadline;
import org.insats.deadline.calc.DeadlineCalculator;
import org.insats.deadline.calc.DeadlineKind;
import org.insats.deadline.calc.DeadlinePlan;
import org.insats.deadline.calc.DeadlineState;
import org.insats.deadline.calc.Flag;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.Role;
import org.insats.routine.RoutineProfile;
import org.insats.routine.RoutineService;
import org.insats.routine.Service;

/**
 * Keeps the deadline nodes of an intervention in line with the arithmetic. The arithmetic carries nothing from call to
 * call; what a node adds is what has happened to it: old dates, workflow, reminder, overdue mark, escalation.
 */
final class DeadlineBook implements DeadlineService {

    private final DeadlineStore store;
    private final InterventionFacts facts;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final RoutineService routines;
    private final DeadlineCalculator calculator;
    private final Owners owners;
    private final DeadlineWorkflows workflows;
    private final NextAction nextAction;
    private final Set<String> liveRules;
    private final ServicePerson servicePerson;
    private final Clock clock;

    /**
     * @param liveRules requirement ids, separated by commas, of the rules whose deadlines live here
     */
    DeadlineBook(
            DeadlineStore store,
            InterventionFacts facts,
            CaseFileService caseFiles,
            Interventions interventions,
            RoutineService routines,
            DeadlineCalculator calculator,
            Owners owners,
            DeadlineWorkflows workflows,
            NextAction nextAction,
            String liveRules,
            ServicePerson servicePerson,
            Clock clock) {
        this.store = store;
        this.facts = facts;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.routines = routines;
        this.calculator = calculator;
        this.owners = owners;
        this.workflows = workflows;
        this.nextAction = nextAction;
        this.liveRules = Set.of(liveRules.strip().split("\\s*,\\s*"));
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    @Override
    public List<LiveDeadline> of(NodeRef intervention) {
        return servicePerson.elevated(() -> store.of(intervention));
    }

    @Override
    public void register(NodeRef node, String actKey, LocalDate done, String userName) {
        servicePerson.elevated(() -> {
            store.of(node).stream()
                    .filter(deadline -> deadline.isOpen() && deadline.actKey().equals(actKey))
                    .forEach(deadline -> store.write(
                            deadline,
                            Map.of(DeadlineModel.DONE_DATE, LawDate.toStored(done), DeadlineModel.DONE_BY, userName)));
            recompute(node);
        });
    }

    @Override
    public void recompute(NodeRef node) {
        bringUpToDate(node);
    }

    /** As {@link #recompute}; answers the deadlines as they then are. */
    List<LiveDeadline> bringUpToDate(NodeRef node) {
        return servicePerson.elevated(() -> {
            Instant now = clock.instant();
            Intervention intervention = interventions.get(node);
            CaseFile caseFile = caseFiles.ofNode(node);
            Map<NodeRef, LiveDeadline> all = new LinkedHashMap<>();
            Optional<DeadlinePlan> computed = facts.readingOnce(() -> {
                store.of(node).forEach(deadline -> all.put(deadline.node(), deadline));
                return plan(caseFile, intervention, all.values(), LawDate.fromInstant(now));
            });
            computed.ifPresent(plan -> {
                settle(caseFile, intervention, plan, all, now);
                noteExpiry(intervention, plan);
            });
            return List.copyOf(all.values());
        });
    }

    private Optional<DeadlinePlan> plan(
            CaseFile caseFile, Intervention intervention, Collection<LiveDeadline> known, LocalDate today) {
        Optional<RoutineProfile> profile = routines.profile(caseFile.profile(), caseFile.profileVersion());
        Optional<Service> service = profile.flatMap(of -> of.service(intervention.service()));
        return service.map(
                of -> calculator.compute(profile.get(), of, facts.of(intervention, profile.get(), known), today));
    }

    /** @param all the deadlines of the intervention by node; kept as they are written */
    private void settle(
            CaseFile caseFile,
            Intervention intervention,
            DeadlinePlan plan,
            Map<NodeRef, LiveDeadline> all,
            Instant now) {
        Map<String, ComputedDeadline> computed = plan.deadlines().stream()
                .filter(each -> liveRules.contains(each.ruleId()))
                .filter(each -> TaskAct.of(each.act()).isPresent())
                .collect(Collectors.toMap(ComputedDeadline::key, Function.identity(), (a, b) -> a, LinkedHashMap::new));
        Set<String> governing = governing(computed);
        Map<String, LiveDeadline> stored = latestByKey(all.values());
        for (ComputedDeadline each : computed.values()) {
            Target target = new Target(
                    each, governing.contains(each.key()), owners.of(responsible(each), caseFile, intervention));
            update(caseFile, intervention, Optional.ofNullable(stored.get(each.key())), target, now)
                    .ifPresent(written -> all.put(written.node(), written));
        }
        stored.values().stream()
                .filter(deadline -> deadline.isOpen() && liveRules.contains(deadline.ruleId()))
                .filter(deadline -> !computed.containsKey(deadline.key()))
                .forEach(deadline -> all.put(deadline.node(), close(deadline, now)));
        endSettledWorkflows(all);
    }

    /** The earliest open one of each act (DLC-14), among those that live here. */
    private static Set<String> governing(Map<String, ComputedDeadline> computed) {
        return computed.values().stream()
                .filter(each -> each.state().isOpen() && each.kind() == DeadlineKind.DEADLINE)
                .collect(
                        Collectors.groupingBy(ComputedDeadline::actKey, Collectors.minBy(ComputedDeadline.byUrgency())))
                .values()
                .stream()
                .flatMap(Optional::stream)
                .map(ComputedDeadline::key)
                .collect(Collectors.toSet());
    }

    private static Map<String, LiveDeadline> latestByKey(Collection<LiveDeadline> all) {
        Map<String, LiveDeadline> latest = new LinkedHashMap<>();
        for (LiveDeadline deadline : all) {
            latest.merge(
                    deadline.key(), deadline, (one, other) -> one.occurrence() >= other.occurrence() ? one : other);
        }
        return latest;
    }

    /**
     * Writes the target over the latest node of the key. A closed node stays as it is: the same rule asked for anew, as by
     * a second order after a withdrawal, gets a node of its own.
     */
    private Optional<LiveDeadline> update(
            CaseFile caseFile, Intervention intervention, Optional<LiveDeadline> latest, Target target, Instant now) {
        if (latest.isPresent() && !latest.get().isOpen()) {
            return updateClosed(caseFile, intervention, latest.get(), target, now);
        }
        if (latest.isEmpty()) {
            return Optional.of(create(caseFile, intervention, 1, target, now));
        }
        Map<QName, Serializable> changes = target.properties();
        DeadlineHistory history = new DeadlineHistory(latest.get().text(DeadlineModel.HISTORY));
        noteDate(latest.get(), target.computed(), history, changes, now);
        noteState(latest.get(), target.computed(), history, now);
        if (history.isChanged()) {
            changes.put(DeadlineModel.HISTORY, history.text());
        }
        changes.put(DeadlineModel.NEXT_ACTION_AT, next(latest.get().with(changes), now));
        LiveDeadline written = store.write(latest.get(), changes);
        reassign(latest.get(), target.owner());
        return Optional.of(written);
    }

    /**
     * A closed node stays as it is, but for the day it was met on, which a correction may move; asked for anew, it gets a
     * successor and counts no more in reports.
     */
    private Optional<LiveDeadline> updateClosed(
            CaseFile caseFile, Intervention intervention, LiveDeadline closed, Target target, Instant now) {
        ComputedDeadline computed = target.computed();
        if (computed.state().isOpen()) {
            store.write(closed, Map.of(DeadlineModel.ASKED_ANEW, true));
            return Optional.of(create(caseFile, intervention, closed.occurrence() + 1, target, now));
        }
        boolean corrected = isMet(closed.state())
                && isMet(computed.state())
                && !(closed.state() == computed.state() && closed.metDate().equals(computed.metOn()));
        if (!corrected) {
            return Optional.empty();
        }
        DeadlineHistory history = new DeadlineHistory(closed.text(DeadlineModel.HISTORY))
                .add(now, closed.state().name(), computed.state().name(), text(computed.metOn()));
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(DeadlineModel.DEADLINE_STATE, computed.state().name());
        changes.put(
                DeadlineModel.MET_DATE, computed.metOn().map(LawDate::toStored).orElse(null));
        changes.put(DeadlineModel.HISTORY, history.text());
        return Optional.of(store.write(closed, changes));
    }

    private static boolean isMet(DeadlineState state) {
        return state == DeadlineState.MET || state == DeadlineState.MET_LATE;
    }

    /** Who is to see to it: whoever is told when it is overdue, where the responsible has no account (DL-43). */
    private static List<Role> responsible(ComputedDeadline computed) {
        List<Role> withAccount =
                computed.responsible().stream().filter(Owners::hasAccount).toList();
        return withAccount.isEmpty() ? computed.overdueTo() : withAccount;
    }

    private LiveDeadline create(
            CaseFile caseFile, Intervention intervention, int occurrence, Target target, Instant now) {
        Map<QName, Serializable> properties = target.properties();
        properties.values().removeIf(value -> value == null);
        properties.put(DeadlineModel.OCCURRENCE, occurrence);
        properties.put(
                DeadlineModel.DEADLINE_UNIT, Owners.unit(responsible(target.computed()), caseFile, intervention));
        String name = intervention.caseNumber() + "-"
                + target.computed().key().replace('/', '.').replace('#', '.') + "-" + occurrence;
        Date next = next(new LiveDeadline(null, intervention.node(), properties), now);
        if (next != null) {
            properties.put(DeadlineModel.NEXT_ACTION_AT, next);
        }
        return store.create(intervention, name, properties);
    }

    /** Another due date: the old one is kept, and what was done by the old one counts no more (DLC-13). */
    private static void noteDate(
            LiveDeadline stored,
            ComputedDeadline computed,
            DeadlineHistory history,
            Map<QName, Serializable> changes,
            Instant now) {
        if (stored.dueDate().equals(computed.dueDate())) {
            return;
        }
        history.add(now, text(stored.dueDate()), text(computed.dueDate()), "RECOMPUTED");
        changes.put(DeadlineModel.OVERDUE_AT, null);
        changes.put(DeadlineModel.ESCALATED_AT, null);
    }

    private static void noteState(
            LiveDeadline stored, ComputedDeadline computed, DeadlineHistory history, Instant now) {
        if (stored.state() != computed.state()) {
            String reason = computed.closeReason()
                    .map(CancelReason::name)
                    .or(() -> computed.metOn().map(LocalDate::toString))
                    .orElse("DATE");
            history.add(now, stored.state().name(), computed.state().name(), reason);
        }
    }

    /** What set it off is no more, for example a decision marked erroneous. */
    private LiveDeadline close(LiveDeadline deadline, Instant now) {
        DeadlineHistory history = new DeadlineHistory(deadline.text(DeadlineModel.HISTORY))
                .add(now, deadline.state().name(), DeadlineState.SUPERSEDED.name(), "NO_LONGER_TRIGGERED");
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(DeadlineModel.DEADLINE_STATE, DeadlineState.SUPERSEDED.name());
        changes.put(DeadlineModel.CANCEL_REASON, "NO_LONGER_TRIGGERED");
        changes.put(DeadlineModel.GOVERNING, false);
        changes.put(DeadlineModel.NEXT_ACTION_AT, null);
        changes.put(DeadlineModel.HISTORY, history.text());
        return store.write(deadline, changes);
    }

    /**
     * {@code ins:nextActionAt} exists only while there is something for the job to do; null otherwise. One that comes
     * soon enough stays as it is, which saves a write: the job looks again and goes on from there.
     */
    private Date next(LiveDeadline deadline, Instant now) {
        if (!deadline.isOpen() || !deadline.isChased()) {
            return null;
        }
        Instant next = nextAction.of(deadline, now);
        return deadline.instant(DeadlineModel.NEXT_ACTION_AT)
                .filter(known -> !known.isAfter(next))
                .map(Date::from)
                .orElseGet(() -> Date.from(next));
    }

    private void reassign(LiveDeadline before, Owner owner) {
        if (!before.owner().equals(owner)) {
            before.workflowId().filter(workflows::isActive).ifPresent(id -> workflows.assign(id, owner));
        }
    }

    /** A workflow without an open deadline of its act, or whose act has moved into the future, has nothing left to ask for. */
    private void endSettledWorkflows(Map<NodeRef, LiveDeadline> byNode) {
        List<LiveDeadline> all = List.copyOf(byNode.values());
        LocalDate today = LawDate.today(clock);
        Set<String> wanted = all.stream()
                .filter(deadline -> NextAction.shouldHaveWorkflow(deadline, today))
                .map(LiveDeadline::actKey)
                .collect(Collectors.toSet());
        all.stream()
                .filter(deadline -> deadline.workflowId().isPresent() && !wanted.contains(deadline.actKey()))
                .forEach(deadline -> byNode.put(deadline.node(), endWorkflow(deadline)));
    }

    private LiveDeadline endWorkflow(LiveDeadline deadline) {
        workflows.end(deadline.workflowId().orElseThrow());
        Map<QName, Serializable> change = new LinkedHashMap<>();
        change.put(DeadlineModel.WORKFLOW_ID, null);
        return store.write(deadline, change);
    }

    private void noteExpiry(Intervention intervention, DeadlinePlan plan) {
        boolean expired =
                plan.deadlines().stream().anyMatch(each -> each.flags().contains(Flag.EXPIRED_WITHOUT_DECISION));
        boolean granted = intervention
                .text(CaseModel.GRANT_STATE)
                .filter("GRANTED"::equals)
                .isPresent();
        if (expired && granted) {
            interventions.write(intervention.node(), Map.of(CaseModel.GRANT_STATE, "EXPIRED_WITHOUT_DECISION"));
        }
    }

    private static String text(Optional<LocalDate> date) {
        return date.map(LocalDate::toString).orElse("");
    }

    /** What a node is to say. */
    private record Target(ComputedDeadline computed, boolean governing, Owner owner) {

        Map<QName, Serializable> properties() {
            Map<QName, Serializable> values = new LinkedHashMap<>();
            values.put(DeadlineModel.DEADLINE_KEY, computed.key());
            values.put(DeadlineModel.RULE_ID, computed.ruleId());
            values.put(DeadlineModel.DEADLINE_KIND, computed.kind().name());
            values.put(DeadlineModel.ACT, computed.act().name());
            values.put(DeadlineModel.ACT_KEY, computed.actKey());
            values.put(DeadlineModel.STRENGTH, strength());
            values.put(DeadlineModel.SEVERITY, computed.severity().name());
            values.put(DeadlineModel.TRIGGER_DATE, stored(computed.triggeredOn()));
            values.put(DeadlineModel.DUE_DATE, stored(computed.dueDate()));
            values.put(DeadlineModel.WORK_BY, stored(computed.workBy()));
            values.put(DeadlineModel.LEAD_DATE, stored(computed.leadDate()));
            values.put(DeadlineModel.ESCALATE_ON, stored(computed.escalateOn()));
            values.put(DeadlineModel.ESCALATE_TO, roles(computed.escalateTo()));
            values.put(DeadlineModel.COPY_TO, roles(computed.copyTo()));
            values.put(DeadlineModel.GOVERNING, governing);
            values.put(DeadlineModel.OWNER_ROLE, roles(computed.responsible()));
            values.put(DeadlineModel.DEADLINE_OWNER, owner.userName().orElse(null));
            values.put(DeadlineModel.OWNER_GROUPS, owner.groups().isEmpty() ? null : String.join(",", owner.groups()));
            values.put(DeadlineModel.DEADLINE_STATE, computed.state().name());
            values.put(DeadlineModel.MET_DATE, stored(computed.metOn()));
            values.put(
                    DeadlineModel.CANCEL_REASON,
                    computed.closeReason().map(CancelReason::name).orElse(null));
            values.put(DeadlineModel.DATE_FLAGS, flags());
            return values;
        }

        private String strength() {
            return switch (computed.strength()) {
                case MUST -> "MUST";
                case SHOULD -> "SHOULD";
                default -> "INFORMATION";
            };
        }

        private static String roles(List<Role> roles) {
            return roles.isEmpty() ? null : roles.stream().map(Role::name).collect(Collectors.joining(","));
        }

        private String flags() {
            return computed.flags().stream()
                    .map(Flag::name)
                    .sorted()
                    .map(name -> '"' + name + '"')
                    .collect(Collectors.joining(",", "[", "]"));
        }

        private static Serializable stored(Optional<LocalDate> date) {
            return date.map(LawDate::toStored).orElse(null);
        }
    }
}
