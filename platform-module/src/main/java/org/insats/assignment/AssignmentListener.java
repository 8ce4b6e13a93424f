package org.insats.assignment;

import java.time.Clock;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.ConsentRecorded;
import org.insats.casefile.event.InterventionStarted;
import org.insats.platform.LawDate;
import org.insats.platform.Refusal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** An answer moves its assignment; where the assignment is the intake, it is allocated before the start (ORD-52). */
public final class AssignmentListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private static final String ALLOCATION = "PRF-06";

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;
    private final StandardAssignments assignments;
    private final AssignmentContent content;
    private final Clock clock;

    /** Moves assignments by {@code assignments}. */
    public AssignmentListener(
            Documents documents,
            Interventions interventions,
            CaseRoutines routines,
            StandardAssignments assignments,
            AssignmentContent content,
            Clock clock) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
        this.assignments = assignments;
        this.content = content;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof ConsentRecorded recorded
                && recorded.subject().equals(StandardAssignments.SUBJECT)) {
            Document concerned = documents.get(recorded.concerns());
            if (concerned.kind().type().equals(AssignmentModel.TYPE_ASSIGNMENT)) {
                assignments.answered(concerned, LawDate.today(clock));
            }
        } else if (event.getPayload() instanceof InterventionStarted started) {
            requireAllocated(started.intervention());
        }
    }

    private void requireAllocated(NodeRef intervention) {
        Optional<Document> assignment = interventions
                .get(intervention)
                .text(CaseModel.CURRENT_ASSIGNMENT)
                .map(id -> documents.get(id))
                .filter(content::isIntake);
        CaseRoutine routine = routines.of(interventions.get(intervention));
        if (routine.texts(ALLOCATION, "services").contains(routine.service())
                && assignment
                        .filter(document -> !document.isFilled(AssignmentModel.ALLOCATED_PERFORMER))
                        .isPresent()) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-52").violation();
        }
    }
}
