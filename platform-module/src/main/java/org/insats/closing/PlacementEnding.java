package org.insats.closing;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.Role;
import org.insats.casefile.event.InterruptionNoted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/**
 * The end of an intervention that a placement group has in hand: planned with the placement worker, or interrupted and told of
 * promptly, so that the agreement can be terminated (END-01, END-02, BR-98). Runs in the service person's scope.
 */
public final class PlacementEnding {

    private static final String STEPS = "PRF-37";
    private static final String INTERRUPTION = "INTERRUPTION";

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final CaseEvents events;

    /** Acts through the doors of the case file. */
    public PlacementEnding(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            CaseEvents events) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.events = events;
    }

    /** Whether the agreement with a contractor is terminated when it ends (PRF-37, END-28). */
    boolean endsAgreement(Document ending) {
        return routines.of(ending).says(STEPS, "AGREEMENT_TERMINATED");
    }

    /** The intervention is broken off: its follow-ups fall, and the placement worker is to be told (END-02, DLF-10, DL-26). */
    void interrupt(Document ending, EndingState next, Act act) {
        String text = act.text("text")
                .orElseThrow(() -> Refusal.rule("REASON").onField("text").violation());
        LocalDate date = act.dateOrToday("date");
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(EndingModel.ENDING_KIND, INTERRUPTION);
        changes.put(EndingModel.ENDING_REASON, INTERRUPTION);
        changes.put(EndingModel.ENDING_REASON_TEXT, text);
        changes.put(EndingModel.INTERRUPTED_AT, LawDate.toStored(date));
        changes.put(EndingModel.END_DATE, LawDate.toStored(date));
        documents.write(ending, changes);
        noted(ending, date);
    }

    /** The placement worker is told, so that the agreement can be terminated (DOC-END-07, DL-26, DL-49). */
    void inform(Document ending, EndingState next, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> interrupted = ending.date(EndingModel.INTERRUPTED_AT);
        if (interrupted.filter(date::isBefore).isPresent()) {
            throw Refusal.rule("DL-26", interrupted.get().toString())
                    .onField("date")
                    .violation();
        }
        Map<QName, Serializable> changes = new LinkedHashMap<>();
        changes.put(EndingModel.PLACEMENT_WORKER_INFORMED_AT, LawDate.toStored(date));
        interventions
                .get(ending.requireIntervention())
                .text(CaseModel.TREATMENT_LEAD)
                .ifPresent(userName -> changes.put(EndingModel.PLACEMENT_WORKER_INFORMED, userName));
        documents.writeQuietly(ending, changes);
        noted(ending, date);
    }

    /**
     * Refuses an end of a kind the routine does not have, a planned one without the placement worker in the planning, and an
     * interruption of which they do not know.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-PRF-36}, {@code INS-BR-98} or {@code INS-END-02}
     */
    void requireInPlace(Document ending) {
        CaseRoutine routine = routines.of(ending);
        String kind = ending.text(EndingModel.ENDING_KIND).orElse("");
        List<String> kinds = routine.texts("PRF-36", "kinds");
        if (!kinds.isEmpty() && !kinds.contains(kind)) {
            throw Refusal.rule("PRF-36", String.join(", ", kinds))
                    .onField("endingKind")
                    .violation();
        }
        boolean planned = kind.equals("PLANNED") && routine.says(STEPS, "PLACEMENT_WORKER_IN_PLANNING");
        if (planned && !isPlannedTogether(ending)) {
            throw Refusal.rule("BR-98").onField("endingPlan").violation();
        }
        boolean interrupted = kind.equals(INTERRUPTION) && endsAgreement(ending);
        if (interrupted && !ending.isFilled(EndingModel.PLACEMENT_WORKER_INFORMED_AT)) {
            throw Refusal.rule("END-02").onField("placementWorkerInformedAt").violation();
        }
    }

    private boolean isPlannedTogether(Document ending) {
        boolean placementWorker = false;
        for (JsonNode participant : EndingReader.list(ending, CaseModel.PARTICIPANTS)) {
            String userName = participant.path("userName").asText("");
            placementWorker |= !userName.isEmpty()
                    && caseFiles
                            .roles(userName, ending.caseFile(), ending.intervention())
                            .contains(Role.PLACEMENT_WORKER);
        }
        return placementWorker && ending.isFilled(EndingModel.ENDING_PLAN);
    }

    private void noted(Document ending, LocalDate date) {
        events.publish(new InterruptionNoted(ending.caseFile(), ending.requireIntervention(), ending.node(), date));
    }
}
