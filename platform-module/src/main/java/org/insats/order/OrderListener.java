package org.insats.order;

import java.util.Map;
import java.util.Optional;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.InterventionStarted;
import org.insats.platform.Refusal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/** Moves the order along with its intervention: started at the start-up (ORD-57), ended with the close (ORD-63). */
public final class OrderListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private final Documents documents;
    private final Interventions interventions;

    /** Writes orders through the doors of the case file. */
    public OrderListener(Documents documents, Interventions interventions) {
        this.documents = documents;
        this.interventions = interventions;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionStarted started) {
            move(started.intervention(), OrderAction.START);
        } else if (event.getPayload() instanceof InterventionClosed closed) {
            move(closed.intervention(), OrderAction.END);
        }
    }

    private void move(NodeRef intervention, OrderAction action) {
        Optional<Document> order =
                interventions.get(intervention).text(CaseModel.CURRENT_ORDER).map(id -> documents.get(id));
        if (order.isEmpty()) {
            return;
        }
        OrderState next = OrderLifecycle.TABLE
                .next(OrderState.valueOf(order.get().status()), action)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, action == OrderAction.START ? "ORD-57" : "ORD-63")
                        .violation());
        documents.writeQuietly(order.get(), Map.of(CaseModel.STATUS, next.name()));
    }
}
