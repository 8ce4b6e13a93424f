package org.insats.order;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.FactSource;
import org.insats.casefile.Intervention;
import org.insats.deadline.calc.CaseFacts;
import org.insats.deadline.calc.Fact;
import org.insats.platform.LawDate;

/** Dates of the current order: sent, received, allocated, checked, withdrawn, declined (DL-06, DLF-10). */
public final class OrderFacts implements FactSource {

    private final Documents documents;
    private final NodeService nodes;
    private final ReferralActs referrals;

    /** Reads orders through {@code documents}, and what was written about them among the intervention's documents. */
    public OrderFacts(Documents documents, NodeService nodes, ReferralActs referrals) {
        this.documents = documents;
        this.nodes = nodes;
        this.referrals = referrals;
    }

    @Override
    public void tell(Intervention intervention, CaseFacts.Builder facts) {
        intervention.text(CaseModel.CURRENT_ORDER).map(id -> documents.get(id)).ifPresent(order -> {
            facts.on(Fact.ORDER_SENT, order.instant(CaseModel.SENT_AT).map(LawDate::fromInstant));
            boolean isReferral = order.kind().type().equals(OrderModel.TYPE_REFERRAL);
            facts.on(
                    isReferral ? Fact.REFERRAL_RECEIVED : Fact.ORDER_RECEIVED,
                    order.instant(OrderModel.RECEIVED_AT).map(LawDate::fromInstant));
            if (isReferral) {
                facts.on(Fact.CLARIFICATION_ASKED, referrals.asked(order));
                facts.on(Fact.REFERRAL_CLARIFIED, referrals.clarified(order));
            }
            facts.on(Fact.ALLOCATED, order.date(OrderModel.ALLOCATED_AT));
            facts.on(Fact.EXECUTION_CHECKED, order.date(OrderModel.EXECUTION_CHECK_DATE));
            switch (OrderState.valueOf(order.status())) {
                case WITHDRAWN -> paper(intervention, OrderModel.TYPE_WITHDRAWAL, OrderModel.WITHDRAWN, order)
                        .ifPresent(paper -> facts.on(Fact.WITHDRAWN, paper.date(OrderModel.WITHDRAWN_AT)));
                case DECLINED -> paper(intervention, OrderModel.TYPE_DECLINE, OrderModel.ORDER_REF, order)
                        .ifPresent(paper -> decline(paper, facts));
                default -> {}
            }
        });
    }

    private static void decline(Document paper, CaseFacts.Builder facts) {
        for (Fact fact : List.of(Fact.DECLINE_DECIDED, Fact.DECLINE_REASON_GIVEN, Fact.DECLINED)) {
            facts.on(fact, paper.date(OrderModel.DECLINED_DATE));
        }
    }

    private Optional<Document> paper(Intervention intervention, QName type, QName reference, Document order) {
        return nodes.getChildAssocs(intervention.node(), Set.of(type)).stream()
                .map(ChildAssociationRef::getChildRef)
                .map(node -> documents.get(node))
                .filter(paper ->
                        paper.text(reference).filter(order.id()::equals).isPresent())
                .findFirst();
    }
}
