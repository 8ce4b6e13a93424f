package org.insats.closing;

import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;

/** Disagreement, early end and the steps of the closing order (DL-28, DL-29, DL-30, DL-52). */
public final class EndingFacts implements FactSource {

    private final Documents documents;
    private final NodeService nodes;

    /** Reads endings through {@code documents}. */
    public EndingFacts(Documents documents, NodeService nodes) {
        this.documents = documents;
        this.nodes = nodes;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        nodes.getChildAssocs(intervention.node(), Set.of(EndingModel.TYPE_ENDING)).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node))
                .forEach(ending -> tell(ending, intervention, facts));
    }

    private static void tell(Document ending, Intervention intervention, CaseFacts.Builder facts) {
        if (intervention.date(CaseModel.START_DATE).isEmpty()) {
            facts.on(Fact.GIVEN_UP, ending.date(EndingModel.CLOSED_BY_CASE_WORKER));
            return;
        }
        facts.on(Fact.DISAGREEMENT_REGISTERED, ending.date(EndingModel.DISAGREEMENT_AT));
        facts.on(Fact.SUPERVISORS_JOINED, ending.date(EndingModel.SUPERVISORS_JOINED_AT));
        facts.on(Fact.ENDED, ending.date(EndingModel.CLOSED_BY_CASE_WORKER));
        if (!ending.status().equals(EndingState.WITHDRAWN.name())) {
            facts.on(Fact.INTERRUPTED, ending.date(EndingModel.INTERRUPTED_AT));
            facts.on(Fact.INTERRUPTION_REPORTED, ending.date(EndingModel.PLACEMENT_WORKER_INFORMED_AT));
        }
        facts.on(Fact.DOCUMENTATION_FINISHED, ending.date(EndingModel.PERFORMER_DOCUMENTATION_DONE));
        facts.on(Fact.PERFORMER_CLOSED, ending.date(EndingModel.CLOSED_BY_PERFORMER));
        if (EndingReader.concernAssessed(ending)) {
            facts.on(Fact.EARLY_END_DECIDED, ending.date(EndingModel.CLOSED_BY_CASE_WORKER));
            facts.on(Fact.CONCERN_ASSESSED, ending.date(EndingModel.CLOSED_BY_CASE_WORKER));
        }
    }
}
