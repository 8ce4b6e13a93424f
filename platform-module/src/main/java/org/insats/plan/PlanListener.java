package org.insats.plan;

import java.util.Map;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.MeetingHeld;
import org.insats.casefile.event.SignedCopyReceived;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Closes the plans in force when their intervention is closed (DOC-ENUM-35), notes that a plan whose signed copy was filed is
 * signed (DOC-IMP-15), and that the care plan was gone through at the planning meeting (DOC-CPL-03).
 */
public final class PlanListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final PlanActs acts;
    private final CarePlanActs carePlans;

    /** Writes plans through the doors of the case file. */
    public PlanListener(Documents documents, PlanActs acts, CarePlanActs carePlans) {
        this.documents = documents;
        this.acts = acts;
        this.carePlans = carePlans;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionClosed closed) {
            acts.inForce(closed.intervention()).toList().forEach(this::close);
        }
        if (event.getPayload() instanceof MeetingHeld held && held.meetingType().equals("PLANNING")) {
            carePlans.reviewedAt(held.intervention(), held.document().getId());
        }
        if (event.getPayload() instanceof MeetingHeld held && held.meetingType().equals("START_UP")) {
            acts.bookedAtStartUp(held.intervention());
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
