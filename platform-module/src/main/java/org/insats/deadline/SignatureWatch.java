package org.insats.deadline;

import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseFile;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.SignatureRequested;
import org.insats.casefile.event.SignedCopyReceived;
import org.insats.platform.ServicePerson;
import org.insats.routine.Role;
import org.insats.routine.RoutineService;

/**
 * Waits for the signed copy of a plan: a record without a due date (no routine states one in open care), with a task from
 * the day the plan goes out, until the copy comes back (DOC-IMP-15, PLN-27).
 */
final class SignatureWatch {

    private static final UndatedActs.Question SIGNED_COPY =
            new UndatedActs.Question("DOC-IMP-15", TaskAct.AWAIT_SIGNED_COPY, Role.TREATMENT_LEAD);

    private final UndatedActs acts;
    private final CaseFileService caseFiles;
    private final Interventions interventions;
    private final RoutineService routines;
    private final ServicePerson servicePerson;

    SignatureWatch(
            UndatedActs acts,
            CaseFileService caseFiles,
            Interventions interventions,
            RoutineService routines,
            ServicePerson servicePerson) {
        this.acts = acts;
        this.caseFiles = caseFiles;
        this.interventions = interventions;
        this.routines = routines;
        this.servicePerson = servicePerson;
    }

    /** Starts waiting, unless it waits already. */
    void begin(SignatureRequested event) {
        servicePerson.elevated(() -> {
            if (!hasDeadline(event)) {
                acts.ask(SIGNED_COPY, event.intervention(), event.document(), event.date());
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
        servicePerson.elevated(() -> acts.answer(SIGNED_COPY, event.intervention(), event.document(), event.date()));
    }

    /** Nobody waits for it any more, since the intervention has ended (END-31). */
    void giveUp(NodeRef intervention) {
        servicePerson.elevated(() -> acts.cancel(SIGNED_COPY, intervention));
    }
}
