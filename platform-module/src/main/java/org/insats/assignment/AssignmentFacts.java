package org.insats.assignment;

import java.time.LocalDate;
import java.util.Optional;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutine;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;

/** Where the assignment is the intake: when it went out, and when it was known who answers for it (ORD-12, ORD-13, DL-36). */
public final class AssignmentFacts implements FactSource {

    private static final String ALLOCATION = "PRF-06";

    private final Documents documents;
    private final CaseRoutines routines;
    private final AssignmentContent content;

    /** Reads assignments through {@code documents}. */
    public AssignmentFacts(Documents documents, CaseRoutines routines, AssignmentContent content) {
        this.documents = documents;
        this.routines = routines;
        this.content = content;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        intervention
                .text(CaseModel.CURRENT_ASSIGNMENT)
                .map(id -> documents.get(id))
                .filter(content::isIntake)
                .ifPresent(assignment -> tell(assignment, facts));
    }

    private void tell(Document assignment, CaseFacts.Builder facts) {
        Optional<LocalDate> allocated = assignment.date(AssignmentModel.ALLOCATED_AT);
        Optional<LocalDate> issued = assignment.date(AssignmentModel.ISSUED_DATE);
        CaseRoutine routine = routines.of(assignment);
        boolean isAllocated = routine.texts(ALLOCATION, "services").contains(routine.service());
        facts.on(Fact.ORDER_SENT, issued);
        facts.on(Fact.ALLOCATED, allocated);
        // Without a step of allocation it goes straight to the performer, who is known from that day.
        facts.on(Fact.RESPONSIBLE_KNOWN, isAllocated ? allocated : issued);
    }
}
