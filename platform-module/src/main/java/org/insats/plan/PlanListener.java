package org.insats.plan;

import java.util.Map;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.SignedCopyReceived;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Closes the plan in force when its intervention is closed (DOC-ENUM-35), and notes that a plan whose signed copy was filed
 * is signed (DOC-IMP-15).
 */
public final class PlanListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final Interventions interventions;
    private final PlanActs acts;

    /** Writes plans through the doors of the case file. */
    public PlanListener(Documents documents, Interventions interventions, PlanActs acts) {
        this.documents = documents;
        this.interventions = interventions;
        this.acts = acts;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionClosed closed) {
            interventions
                    .get(closed.intervention())
                    .text(CaseModel.CURRENT_PLAN)
                    .map(id -> documents.get(id))
                    .ifPresent(this::close);
        }
        if (event.getPayload() instanceof SignedCopyReceived received) {
            Document document = documents.get(received.document());
            if (document.kind().id().equals(PlanKind.ID)) {
                acts.sign(document, received.date());
            }
        }
    }

    private void close(Document plan) {
        PlanLifecycle.TABLE
                .next(PlanState.valueOf(plan.status()), PlanAction.CLOSE)
                .ifPresent(closed -> documents.writeQuietly(plan, Map.of(CaseModel.STATUS, closed.name())));
    }
}
