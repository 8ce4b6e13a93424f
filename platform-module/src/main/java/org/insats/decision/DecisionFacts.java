package org.insats.decision;

import org.insats.casefile.CaseModel;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;

/** When the decision in force was made (DL-36). */
public final class DecisionFacts implements FactSource {

    private final Documents documents;

    /** Reads decisions through {@code documents}. */
    public DecisionFacts(Documents documents) {
        this.documents = documents;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        intervention
                .text(CaseModel.CURRENT_DECISION)
                .map(id -> documents.get(id))
                .ifPresent(decision -> facts.on(Fact.DECISION_MADE, decision.date(DecisionModel.DECISION_DATE)));
    }
}
