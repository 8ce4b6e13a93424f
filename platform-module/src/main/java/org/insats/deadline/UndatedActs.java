package org.insats.deadline;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.deadline.calc.CancelReason;
import org.insats.deadline.calc.DeadlineKind;
import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.LawDate;
import org.insats.routine.Role;

/**
 * Acts that somebody is asked for about a document without any routine stating by when: a record without a due date, with a task from
 * the day that the question arises until it is answered. Inside the service person's scope.
 */
final class UndatedActs {

    private final DeadlineStore store;
    private final DeadlineSteps steps;
    private final DeadlineWorkflows workflows;
    private final Owners owners;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final NextAction nextAction;
    private final Clock clock;

    UndatedActs(
            DeadlineStore store,
            DeadlineSteps steps,
            DeadlineWorkflows workflows,
            Owners owners,
            CaseFileService caseFiles,
            Interventions interventions,
            NextAction nextAction,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.workflows = workflows;
        this.owners = owners;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.nextAction = nextAction;
        this.clock = clock;
    }

    /**
     * What is asked for.
     *
     * @param rule requirement id that asks for it
     * @param act what is to be done
     * @param role who is to do it
     */
    record Question(String rule, TaskAct act, Role role) {

        private String key(NodeRef document) {
            return rule + "#" + document.getId();
        }

        private boolean isAskedBy(LiveDeadline deadline) {
            return deadline.isOpen() && deadline.key().startsWith(rule + "#");
        }
    }

    /** Asks about a document, unless that is asked already. */
    void ask(Question question, NodeRef intervention, NodeRef document, LocalDate since) {
        List<LiveDeadline> before = store.of(intervention).stream()
                .filter(deadline -> deadline.key().equals(question.key(document)))
                .toList();
        if (before.stream().noneMatch(LiveDeadline::isOpen)) {
            open(question, interventions.get(intervention), document, since, before.size() + 1);
        }
    }

    private void open(Question question, Intervention intervention, NodeRef document, LocalDate since, int occurrence) {
        Instant now = clock.instant();
        CaseFile caseFile = caseFiles.ofNode(intervention.node());
        List<Role> roles = List.of(question.role());
        Owner owner = owners.of(roles, caseFile, intervention);
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(DeadlineModel.DEADLINE_KEY, question.key(document));
        values.put(DeadlineModel.OCCURRENCE, occurrence);
        values.put(DeadlineModel.DEADLINE_UNIT, Owners.unit(roles, caseFile, intervention));
        values.put(DeadlineModel.RULE_ID, question.rule());
        values.put(DeadlineModel.DEADLINE_KIND, DeadlineKind.INFORMATION.name());
        values.put(DeadlineModel.ACT, question.act().name());
        values.put(DeadlineModel.ACT_KEY, question.key(document));
        values.put(DeadlineModel.STRENGTH, "INFORMATION");
        values.put(DeadlineModel.SEVERITY, "INFORMATION");
        values.put(DeadlineModel.TRIGGER_DATE, LawDate.toStored(since));
        values.put(DeadlineModel.TRIGGER_REF, document.getId());
        values.put(DeadlineModel.LEAD_DATE, LawDate.toStored(since));
        values.put(DeadlineModel.GOVERNING, true);
        values.put(DeadlineModel.OWNER_ROLE, question.role().name());
        owner.userName().ifPresent(userName -> values.put(DeadlineModel.DEADLINE_OWNER, userName));
        if (!owner.groups().isEmpty()) {
            values.put(DeadlineModel.OWNER_GROUPS, String.join(",", owner.groups()));
        }
        values.put(DeadlineModel.DEADLINE_STATE, DeadlineState.PENDING.name());
        String name = intervention.caseNumber() + "-" + question.act() + "-" + document.getId() + "-" + occurrence;
        LiveDeadline deadline = store.create(intervention, name, values);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        steps.start(deadline, changes, now);
        LiveDeadline started = store.write(deadline, changes);
        store.write(started, Map.of(DeadlineModel.NEXT_ACTION_AT, Date.from(nextAction.of(started, now))));
    }

    /** The question about a document is answered. */
    void answer(Question question, NodeRef intervention, NodeRef document, LocalDate date) {
        String key = question.key(document);
        close(intervention, deadline -> deadline.isOpen() && deadline.key().equals(key), date);
    }

    /** What was asked in this way of the intervention is answered, whichever document it was about. */
    void answerAll(Question question, NodeRef intervention, LocalDate date) {
        close(intervention, question::isAskedBy, date);
    }

    private void close(NodeRef intervention, Predicate<LiveDeadline> which, LocalDate date) {
        Map<QName, Serializable> met = Map.of(DeadlineModel.MET_DATE, LawDate.toStored(date));
        each(intervention, which, deadline -> shut(deadline, DeadlineState.MET, date.toString(), met));
    }

    /** It has lost its object, since the intervention has ended (END-31). */
    void cancel(Question question, NodeRef intervention) {
        String reason = CancelReason.ENDED.name();
        Map<QName, Serializable> ended = Map.of(DeadlineModel.CANCEL_REASON, reason);
        each(intervention, question::isAskedBy, deadline -> shut(deadline, DeadlineState.CANCELLED, reason, ended));
    }

    private void each(NodeRef intervention, Predicate<LiveDeadline> which, Consumer<LiveDeadline> work) {
        store.of(intervention).stream().filter(which).forEach(work);
    }

    private void shut(LiveDeadline deadline, DeadlineState state, String reason, Map<QName, Serializable> more) {
        deadline.workflowId().ifPresent(workflows::end);
        Map<QName, Serializable> changes = new LinkedHashMap<>(more);
        changes.put(DeadlineModel.DEADLINE_STATE, state.name());
        changes.put(DeadlineModel.GOVERNING, false);
        changes.put(DeadlineModel.NEXT_ACTION_AT, null);
        changes.put(DeadlineModel.WORKFLOW_ID, null);
        changes.put(
                DeadlineModel.HISTORY,
                new DeadlineHistory(deadline.text(DeadlineModel.HISTORY))
                        .add(clock.instant(), deadline.state().name(), state.name(), reason)
                        .text());
        store.write(deadline, changes);
    }
}
