package org.insats.closing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.Role;
import org.insats.followup.FollowUpService;

/** Gathers what the rules of ending look at. Runs in the service person's scope. */
public final class EndingReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final QName INFORMATION_AT_ENDING =
            QName.createQName("http://insats.org/model/assignment/1.0", "informationAtEnding");
    private static final QName FOLLOW_UP_DATE = QName.createQName("http://insats.org/model/followup/1.0", "date");

    private static final QName RISK_ASSESSMENT =
            QName.createQName("http://insats.org/model/followup/1.0", "riskAssessment");

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final CaseRoutines routines;
    private final FollowUpService followUps;
    private final Supervisors supervisors;

    /** Reads through the doors of the case file and of the follow-ups. */
    public EndingReader(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            CaseRoutines routines,
            FollowUpService followUps) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.routines = routines;
        this.followUps = followUps;
        this.supervisors = new Supervisors(caseFiles);
    }

    /** Whether the routine has feedback on the contractor after the end (PRF-40). */
    boolean asksForFeedback(Document ending) {
        return routines.of(ending).isOn("PRF-40");
    }

    /** What the case's routine says of endings. */
    ClosingRules rules(Document document) {
        return ClosingRules.of(routines.of(document));
    }

    /** Whether the supervisors named are of both sides (BR-97). */
    boolean supervisorsOfBothSides(Document ending, JsonNode userNames) {
        return supervisors.areOfBothSides(ending, userNames);
    }

    /** What the guard of the case worker's step looks at. */
    EndFacts facts(Document ending, LocalDate today) {
        Intervention intervention = interventions.get(ending.requireIntervention());
        return new EndFacts(
                ending.text(EndingModel.ENDING_KIND).orElse(""),
                ending.text(EndingModel.ENDING_REASON).orElse(""),
                ending.date(EndingModel.END_DATE).orElse(today),
                intervention.date(CaseModel.START_DATE),
                intervention.date(CaseModel.GRANT_TO),
                followUps.showingGoalsMet(intervention.node()).isPresent(),
                decidedFollowUp(intervention),
                concernAssessed(ending),
                ending.isFilled(EndingModel.CONSENT_ASSESSMENT)
                        && ending.isFilled(EndingModel.CONSENT_ASSESSMENT_DATE)
                        && ending.isFilled(EndingModel.CONSENT_CONCLUSION),
                hasReachedAge(ending, today),
                ending.isFilled(EndingModel.DISCUSSED_AT) && ending.isFilled(EndingModel.DISCUSSION),
                plannedTogether(ending, intervention),
                ending.isFilled(EndingModel.DISAGREEMENT),
                supervisors.areOfBothSides(ending, list(ending, EndingModel.DISAGREEMENT_SUPERVISORS)));
    }

    /** Goals met: the follow-up that shows it, and the risk as it was judged there (DOC-END-05, DOC-END-12). */
    Map<QName, Serializable> shownByFollowUp(Document ending) {
        Map<QName, Serializable> shown = new HashMap<>();
        if (ending.text(EndingModel.ENDING_REASON).filter("GOALS_MET"::equals).isPresent()) {
            followUps.showingGoalsMet(ending.requireIntervention()).ifPresent(followUp -> {
                shown.put(EndingModel.LAST_FOLLOW_UP, followUp.id());
                followUp.text(RISK_ASSESSMENT).ifPresent(risk -> shown.put(EndingModel.RISK_ASSESSMENT, risk));
            });
        }
        shown.keySet().removeIf(ending::isFilled);
        return shown;
    }

    /** Whether yes or no is recorded with its reasons (DOC-END-13). */
    static boolean concernAssessed(Document ending) {
        return ending.properties().get(EndingModel.CONCERN_ASSESSMENT) != null
                && ending.isFilled(EndingModel.CONCERN_ASSESSMENT_TEXT);
    }

    /** Whether the client has reached the age from which the child's own position counts (PRF-62). */
    boolean hasReachedAge(Document ending, LocalDate day) {
        int age = rules(ending).ageOfOwnPosition();
        return caseFiles
                .client(ending.caseFile())
                .birthDate()
                .filter(born -> !born.plusYears(age).isAfter(day))
                .isPresent();
    }

    /** Whether the assignment lists what is to be reported back, the routine asks for it, and nothing is written (END-30). */
    boolean lacksReportBack(Document ending) {
        return toReportBack(ending).isPresent() && !ending.isFilled(EndingModel.INFORMATION_RETURNED);
    }

    /** What the assignment in force lists, where the routine has it reported back (PRF-37, END-30). */
    Optional<String> toReportBack(Document ending) {
        return ending.intervention()
                .filter(node -> rules(ending).reportsBack())
                .flatMap(node -> interventions.get(node).text(CaseModel.CURRENT_ASSIGNMENT))
                .map(id -> documents.get(id))
                .flatMap(assignment -> assignment.text(INFORMATION_AT_ENDING));
    }

    private Optional<DecidedFollowUp> decidedFollowUp(Intervention intervention) {
        return followUps.of(intervention.node()).stream()
                .sorted(Comparator.comparing((Document followUp) ->
                                followUp.date(FOLLOW_UP_DATE).orElse(LocalDate.MAX))
                        .reversed())
                .filter(followUp -> !followUp.status().equals("CANCELLED"))
                .map(DecidedFollowUp::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Planned with the treatment lead and somebody of the family (END-13, TMP-23). */
    private boolean plannedTogether(Document ending, Intervention intervention) {
        boolean performer = false;
        boolean family = false;
        for (JsonNode participant : list(ending, CaseModel.PARTICIPANTS)) {
            String userName = participant.path("userName").asText("");
            performer |= !userName.isEmpty()
                    && (intervention
                                    .text(CaseModel.TREATMENT_LEAD)
                                    .filter(userName::equals)
                                    .isPresent()
                            || caseFiles.roles(userName, ending.caseFile(), ending.intervention()).stream()
                                    .anyMatch(Role::isPerformer));
            family |= participant.has("personId");
        }
        return ending.isFilled(EndingModel.ENDING_PLAN) && performer && family;
    }

    static JsonNode list(Document document, QName field) {
        try {
            return JSON.readTree(document.text(field).orElse("[]"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored list is not JSON", e);
        }
    }
}
