package org.insats.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionAction;
import org.insats.casefile.Interventions;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.event.DocumentationFinished;
import org.insats.casefile.event.EndedByCaseWorker;
import org.insats.casefile.event.InterventionClosed;
import org.insats.followup.FollowUpService;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;

/** The three steps that close an intervention (END-20..22). Runs in the service person's scope. */
public final class EndingActs {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseEvents events;
    private final FollowUpService followUps;
    private final int ageOfOwnPosition;
    private final EndGuard guard = new EndGuard();

    /**
     * Acts through the doors of the case file and of the follow-ups.
     *
     * @param ageOfOwnPosition from which age END-10 asks for an assessment, in whole years (PRF-62)
     */
    public EndingActs(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseEvents events,
            FollowUpService followUps,
            int ageOfOwnPosition) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.events = events;
        this.followUps = followUps;
        this.ageOfOwnPosition = ageOfOwnPosition;
    }

    /** The follow-up that shows the goals met, where there is one (DOC-END-05). */
    Map<QName, Serializable> defaults(Document ending) {
        Map<QName, Serializable> values = new LinkedHashMap<>();
        followUps
                .showingGoalsMet(ending.requireIntervention())
                .ifPresent(followUp -> values.put(EndingModel.LAST_FOLLOW_UP, followUp.id()));
        return values;
    }

    /** Step 1: the case worker ends the intervention (END-20, BR-92, BR-94, BR-99). */
    void end(Document ending, EndingState next, Act act) {
        NodeRef node = ending.requireIntervention();
        Intervention intervention = interventions.get(node);
        documents.requireComplete(ending, "end");
        LocalDate date = act.dateOrToday("date");
        guard.refusal(facts(ending, intervention, act.today())).ifPresent(refusal -> {
            throw refusal.violation();
        });
        documents.record(
                ending,
                "end",
                RecordEvent.ESTABLISHED,
                next.name(),
                Map.of(EndingModel.CLOSED_BY_CASE_WORKER, LawDate.toStored(date)));
        interventions.move(
                node,
                InterventionAction.END,
                Map.of(CaseModel.END_DATE, ending.properties().get(EndingModel.END_DATE)));
        events.publish(new EndedByCaseWorker(ending.caseFile(), node, ending.node(), date));
    }

    /** Step 2: the treatment lead finishes the documentation (END-21, DL-28). */
    void finishDocumentation(Document ending, EndingState next, Act act) {
        LocalDate date = notBefore(ending, EndingModel.CLOSED_BY_CASE_WORKER, act);
        NodeRef node = ending.requireIntervention();
        documents.writeQuietly(
                ending,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        EndingModel.PERFORMER_DOCUMENTATION_DONE, LawDate.toStored(date)));
        interventions.move(node, InterventionAction.FINISH_DOCUMENTATION, Map.of());
        events.publish(new DocumentationFinished(ending.caseFile(), node, ending.node(), date));
    }

    /** Step 3: the unit manager or lead treatment secretary closes on the performer side (END-22, BR-90, BR-91). */
    void close(Document ending, EndingState next, Act act) {
        LocalDate date = notBefore(ending, EndingModel.PERFORMER_DOCUMENTATION_DONE, act);
        NodeRef node = ending.requireIntervention();
        if (hasOpenAllocation(interventions.get(node))) {
            throw Refusal.rule("BR-90").violation();
        }
        documents.writeQuietly(
                ending,
                Map.of(
                        CaseModel.STATUS, next.name(),
                        EndingModel.CLOSED_BY_PERFORMER, LawDate.toStored(date)));
        interventions.move(node, InterventionAction.CLOSE, Map.of());
        events.publish(new InterventionClosed(ending.caseFile(), node, ending.node(), date));
    }

    private static LocalDate notBefore(Document ending, QName step, Act act) {
        LocalDate date = act.dateOrToday("date");
        Optional<LocalDate> before = ending.date(step);
        if (before.isPresent() && date.isBefore(before.get())) {
            throw Refusal.rule("BR-91", before.get().toString()).onField("date").violation();
        }
        return date;
    }

    private EndFacts facts(Document ending, Intervention intervention, LocalDate today) {
        return new EndFacts(
                ending.text(EndingModel.ENDING_KIND).orElse(""),
                ending.text(EndingModel.ENDING_REASON).orElse(""),
                ending.date(EndingModel.END_DATE).orElse(today),
                intervention.date(CaseModel.START_DATE),
                intervention.date(CaseModel.GRANT_TO),
                followUps.showingGoalsMet(intervention.node()).isPresent(),
                ending.properties().get(EndingModel.CONCERN_ASSESSMENT) != null
                        && ending.isFilled(EndingModel.CONCERN_ASSESSMENT_TEXT),
                ending.isFilled(EndingModel.CONSENT_ASSESSMENT),
                hasReachedAge(ending, today),
                ending.isFilled(EndingModel.DISAGREEMENT),
                list(ending.text(EndingModel.DISAGREEMENT_SUPERVISORS)).size());
    }

    private boolean hasReachedAge(Document ending, LocalDate today) {
        return caseFiles
                .client(ending.caseFile())
                .birthDate()
                .filter(born -> !born.plusYears(ageOfOwnPosition).isAfter(today))
                .isPresent();
    }

    private static boolean hasOpenAllocation(Intervention intervention) {
        for (JsonNode allocation : list(intervention.text(CaseModel.RESOURCE_ALLOCATIONS))) {
            if (allocation.path("end").asText("").isEmpty()) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode list(Optional<String> text) {
        try {
            return JSON.readTree(text.orElse("[]"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored list is not JSON", e);
        }
    }
}
