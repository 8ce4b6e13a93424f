package org.insats.decision;

import java.time.LocalDate;
import java.util.Map;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseAccess;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.InterventionStarted;
import org.insats.platform.LawDate;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** The decision in force says when it was executed and by whom (DOC-DEC-12, DOC-DEC-13). */
public final class ExecutionListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final Interventions interventions;

    /** Writes through the doors of the case file. */
    public ExecutionListener(Documents documents, Interventions interventions) {
        this.documents = documents;
        this.interventions = interventions;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionStarted started) {
            executed(started.intervention(), started.date());
        }
    }

    private void executed(NodeRef intervention, LocalDate date) {
        interventions
                .get(intervention)
                .text(CaseModel.CURRENT_DECISION)
                .map(id -> documents.get(id))
                .ifPresent(decision -> documents.writeQuietly(
                        decision,
                        Map.of(
                                DecisionModel.EXECUTED_DATE, LawDate.toStored(date),
                                DecisionModel.EXECUTED_BY, CaseAccess.currentUser())));
    }
}
