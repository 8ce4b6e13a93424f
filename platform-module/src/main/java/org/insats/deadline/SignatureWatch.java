package org.insats.deadline;

import java.io.Serializable;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.SignatureRequested;
import org.insats.casefile.event.SignedCopyReceived;
import org.insats.deadline.calc.DeadlineKind;
import org.insats.deadline.calc.DeadlineState;
import org.insats.platform.LawDate;
import org.insats.platform.ServicePerson;
import org.insats.routine.Role;
import org.insats.routine.RoutineService;

/**
 * Waits for the signed copy of a plan: a record without a due date (no routine states one in open care), with a task from
 * the day the plan goes out, until the copy comes back (DOC-IMP-15, PLN-27).
 */
final class SignatureWatch {

    private static final String RULE = "DOC-IMP-15";

    private final DeadlineStore store;
    private final DeadlineSteps steps;
    private final DeadlineWorkflows workflows;
    private final Owners owners;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final RoutineService routines;
    private final NextAction nextAction;
    private final ServicePerson servicePerson;
    private final Clock clock;

    SignatureWatch(
            DeadlineStore store,
            DeadlineSteps steps,
            DeadlineWorkflows workflows,
            Owners owners,
            CaseFileService caseFiles,
            Interventions interventions,
            RoutineService routines,
            NextAction nextAction,
            ServicePerson servicePerson,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.workflows = workflows;
        this.owners = owners;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.routines = routines;
        this.nextAction = nextAction;
        this.servicePerson = servicePerson;
        this.clock = clock;
    }

    /** Starts waiting, unless it waits already. */
    void begin(SignatureRequested event) {
        servicePerson.elevated(() -> {
            if (!hasDeadline(event)
                    && waiting(event.intervention(), event.document()).isEmpty()) {
                open(event);
            }
        });
    }

    /** Where the routine gives a signed plan a deadline (DL-38), that one has the task. */
    private boolean hasDeadline(SignatureRequested event) {
        String service = interventions.get(event.intervention()).service();
        CaseFile caseFile = caseFiles.ofNode(event.intervention());
        return routines.profile(caseFile.profile(), caseFile.profileVersion())
                .filter(profile -> profile.service(service)
                        .flatMap(known -> profile.deadline("DL-38", known.code(), event.date()))
                        .isPresent())
                .isPresent();
    }

    /** The copy is there. */
    void end(SignedCopyReceived event) {
        servicePerson.elevated(() ->
                waiting(event.intervention(), event.document()).forEach(deadline -> settle(deadline, event.date())));
    }

    private List<LiveDeadline> waiting(NodeRef intervention, NodeRef document) {
        return store.of(intervention).stream()
                .filter(deadline -> deadline.isOpen() && deadline.key().equals(key(document)))
                .toList();
    }

    private void open(SignatureRequested event) {
        Instant now = clock.instant();
        Intervention intervention = interventions.get(event.intervention());
        CaseFile caseFile = caseFiles.ofNode(event.intervention());
        Owner owner = owners.of(List.of(Role.TREATMENT_LEAD), caseFile, intervention);
        int occurrence = 1
                + (int) store.of(event.intervention()).stream()
                        .filter(deadline -> deadline.key().equals(key(event.document())))
                        .count();
        Map<QName, Serializable> values = new LinkedHashMap<>();
        values.put(DeadlineModel.DEADLINE_KEY, key(event.document()));
        values.put(DeadlineModel.OCCURRENCE, occurrence);
        values.put(DeadlineModel.DEADLINE_UNIT, Owners.unit(List.of(Role.TREATMENT_LEAD), caseFile, intervention));
        values.put(DeadlineModel.RULE_ID, RULE);
        values.put(DeadlineModel.DEADLINE_KIND, DeadlineKind.INFORMATION.name());
        values.put(DeadlineModel.ACT, TaskAct.AWAIT_SIGNED_COPY.name());
        values.put(DeadlineModel.ACT_KEY, key(event.document()));
        values.put(DeadlineModel.STRENGTH, "INFORMATION");
        values.put(DeadlineModel.SEVERITY, "INFORMATION");
        values.put(DeadlineModel.TRIGGER_DATE, LawDate.toStored(event.date()));
        values.put(DeadlineModel.TRIGGER_REF, event.document().getId());
        values.put(DeadlineModel.LEAD_DATE, LawDate.toStored(event.date()));
        values.put(DeadlineModel.GOVERNING, true);
        values.put(DeadlineModel.OWNER_ROLE, Role.TREATMENT_LEAD.name());
        owner.userName().ifPresent(userName -> values.put(DeadlineModel.DEADLINE_OWNER, userName));
        if (!owner.groups().isEmpty()) {
            values.put(DeadlineModel.OWNER_GROUPS, String.join(",", owner.groups()));
        }
        values.put(DeadlineModel.DEADLINE_STATE, DeadlineState.PENDING.name());
        String name = intervention.caseNumber() + "-SIGN-" + event.document().getId() + "-" + occurrence;
        LiveDeadline deadline = store.create(intervention, name, values);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        steps.start(deadline, changes, now);
        LiveDeadline started = store.write(deadline, changes);
        store.write(started, Map.of(DeadlineModel.NEXT_ACTION_AT, Date.from(nextAction.of(started, now))));
    }

    private void settle(LiveDeadline deadline, LocalDate date) {
        Instant now = clock.instant();
        deadline.workflowId().ifPresent(workflows::end);
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(DeadlineModel.DEADLINE_STATE, DeadlineState.MET.name());
        changes.put(DeadlineModel.MET_DATE, LawDate.toStored(date));
        changes.put(DeadlineModel.GOVERNING, false);
        changes.put(DeadlineModel.NEXT_ACTION_AT, null);
        changes.put(DeadlineModel.WORKFLOW_ID, null);
        changes.put(
                DeadlineModel.HISTORY,
                new DeadlineHistory(deadline.text(DeadlineModel.HISTORY))
                        .add(now, deadline.state().name(), DeadlineState.MET.name(), date.toString())
                        .text());
        store.write(deadline, changes);
    }

    private static String key(NodeRef document) {
        return RULE + "#" + document.getId();
    }
}
