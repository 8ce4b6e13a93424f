package org.insats.order;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.NodeRef;
import org.insats.casefile.CaseModel;
import org.insats.casefile.CaseRoutines;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.Interventions;
import org.insats.casefile.event.InterventionClosed;
import org.insats.casefile.event.InterventionStarted;
import org.insats.casefile.event.MatchAgreed;
import org.insats.casefile.event.MatchRejected;
import org.insats.platform.Refusal;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;

/**
 * Moves the order or referral along with its intervention and its match: matched (ORD-55), back to matching (ORD-56), started
 * at the start-up (ORD-57), ended with the close (ORD-63).
 */
public final class OrderListener implements ApplicationListener<PayloadApplicationEvent<?>> {

    private static final String MATCHING = "PRF-12";
    private static final String NO_MATCHING = "NONE";

    /** What an order stays when an intervention that never started is given up. */
    private static final Set<String> FALLEN = Set.of(OrderState.WITHDRAWN.name(), OrderState.DECLINED.name());

    private final Documents documents;
    private final Interventions interventions;
    private final CaseRoutines routines;

    /** Writes orders through the doors of the case file. */
    public OrderListener(Documents documents, Interventions interventions, CaseRoutines routines) {
        this.documents = documents;
        this.interventions = interventions;
        this.routines = routines;
    }

    @Override
    public void onApplicationEvent(PayloadApplicationEvent<?> event) {
        if (event.getPayload() instanceof InterventionStarted started) {
            start(started.intervention());
        } else if (event.getPayload() instanceof InterventionClosed closed) {
            current(closed.intervention())
                    .filter(order -> !FALLEN.contains(order.status()))
                    .ifPresent(order -> move(order, OrderAction.END, "ORD-63"));
            besides(closed).forEach(order -> move(order, OrderAction.END, "ORD-63"));
            extensionsOf(closed).forEach(order -> move(order, OrderAction.END, "ORD-63"));
        } else if (event.getPayload() instanceof MatchAgreed agreed) {
            current(agreed.intervention()).ifPresent(order -> move(order, OrderAction.MATCH, "ORD-55"));
        } else if (event.getPayload() instanceof MatchRejected rejected) {
            current(rejected.intervention())
                    .filter(order -> order.status().equals(OrderState.MATCHED.name()))
                    .ifPresent(order -> move(order, OrderAction.REOPEN_SEARCH, "ORD-56"));
        }
    }

    /** Nothing starts without a decision, nor before the match where the routine has one (ORD-57, ORD-77, BR-20). */
    private void start(NodeRef node) {
        Intervention intervention = interventions.get(node);
        if (intervention.date(CaseModel.GRANT_TO).isEmpty()) {
            throw Refusal.rule("BR-20").violation();
        }
        Optional<Document> order = current(node);
        if (order.filter(document -> document.kind().type().equals(OrderModel.TYPE_NOTICE))
                .isPresent()) {
            throw Refusal.rule("BR-20").violation();
        }
        List<String> matching = routines.of(intervention).texts(MATCHING);
        boolean unmatched = order.filter(document -> document.status().equals(OrderState.ALLOCATED.name()))
                .isPresent();
        if (unmatched && !matching.isEmpty() && !matching.contains(NO_MATCHING)) {
            throw Refusal.of(Refusal.Kind.CONFLICT, "ORD-55").violation();
        }
        order.ifPresent(document -> move(document, OrderAction.START, "ORD-57"));
    }

    /** Orders that prolonged the intervention end with it. */
    private List<Document> extensionsOf(InterventionClosed closed) {
        return documents.inCase(closed.caseFile()).stream()
                .filter(document -> document.kind().type().equals(OrderModel.TYPE_ORDER))
                .filter(document -> document.intervention()
                        .filter(closed.intervention()::equals)
                        .isPresent())
                .filter(document -> document.status().equals(OrderState.STARTED.name()))
                .toList();
    }

    /** Orders that extended the intervention and were carried out with it (ORD-76, ORD-63). */
    private List<Document> besides(InterventionClosed closed) {
        return documents.inCase(closed.caseFile()).stream()
                .filter(document -> document.kind().type().equals(OrderModel.TYPE_ORDER))
                .filter(document -> document.intervention()
                        .filter(closed.intervention()::equals)
                        .isPresent())
                .filter(document -> document.status().equals(OrderState.STARTED.name()))
                .toList();
    }

    private Optional<Document> current(NodeRef intervention) {
        return interventions.get(intervention).text(CaseModel.CURRENT_ORDER).map(id -> documents.get(id));
    }

    private void move(Document order, OrderAction action, String ruleId) {
        OrderState next = OrderLifecycle.TABLE
                .next(OrderState.valueOf(order.status()), action)
                .orElseThrow(() -> refusal(ruleId).violation());
        documents.writeQuietly(order, Map.of(CaseModel.STATUS, next.name()));
    }

    private static Refusal refusal(String ruleId) {
        return Refusal.of(Refusal.Kind.CONFLICT, ruleId);
    }
}
