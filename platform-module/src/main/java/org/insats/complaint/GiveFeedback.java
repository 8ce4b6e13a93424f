package org.insats.complaint;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.ActionInput;
import org.insats.casefile.CaseEvents;
import org.insats.casefile.CaseFileService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.RecordEvent;
import org.insats.casefile.Role;
import org.insats.casefile.event.ContractorFeedbackGiven;
import org.insats.contractor.Contractor;
import org.insats.contractor.ContractorService;
import org.insats.platform.Refusal;

/** {@code establish}: the feedback is given; without views, why there are none is written (DL-39, DOC-CMP-09). */
public final class GiveFeedback implements DocumentAction {

    static final String NAME = "establish";

    /** Once the case worker has ended it. */
    private static final Set<InterventionState> AFTER_THE_END =
            Set.of(InterventionState.ENDING, InterventionState.DOCUMENTED, InterventionState.ENDED);

    private final Documents documents;
    private final Interventions interventions;
    private final CaseFileService caseFiles;
    private final ContractorService contractors;
    private final CaseEvents events;

    /** Writes through the doors of the case file and of the register. */
    public GiveFeedback(
            Documents documents,
            Interventions interventions,
            CaseFileService caseFiles,
            ContractorService contractors,
            CaseEvents events) {
        this.documents = documents;
        this.interventions = interventions;
        this.caseFiles = caseFiles;
        this.contractors = contractors;
        this.events = events;
    }

    /** Whether an intervention has come so far that feedback is given. */
    static boolean isTime(Intervention intervention) {
        return AFTER_THE_END.contains(intervention.state());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean allowed(Document document, Set<Role> roles) {
        return document.status().equals("DRAFT") && roles.stream().anyMatch(Role::isCaseWorker);
    }

    @Override
    public List<ActionInput> inputs(Document document) {
        return List.of(ActionInput.longText("reason"));
    }

    @Override
    public boolean weighty() {
        return true;
    }

    @Override
    public void perform(Document feedback, Act act) {
        Contractor contractor = contractors.ofNode(feedback.caseFile()).orElseThrow();
        Intervention intervention = contractors.interventions(contractor).stream()
                .filter(node -> feedback.text(ComplaintModel.FEEDBACK_INTERVENTION)
                        .filter(node.getId()::equals)
                        .isPresent())
                .map(interventions::get)
                .filter(found -> worksOn(found, act.userName()))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.rule("END-29").onField("feedbackIntervention").violation());
        if (!isTime(intervention)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "END-29").violation();
        }
        Document reasoned = act.text("reason")
                .map(reason -> documents.write(
                        feedback,
                        Map.of(
                                CaseModel.OVERRIDES,
                                new Overrides(feedback).with("feedbackAfterAssignment", reason, act))))
                .orElse(feedback);
        documents.record(reasoned, NAME, RecordEvent.ESTABLISHED, "ESTABLISHED", Map.of());
        LocalDate date = feedback.date(ComplaintModel.FEEDBACK_DATE).orElse(act.today());
        NodeRef node = intervention.node();
        events.publish(new ContractorFeedbackGiven(intervention.caseFile(), node, feedback.node(), date));
    }

    private boolean worksOn(Intervention intervention, String userName) {
        return caseFiles.roles(userName, intervention.caseFile(), Optional.of(intervention.node())).stream()
                .anyMatch(Role::isCaseWorker);
    }
}
