package org.insats.order;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
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

/** Dates of the current order: sent, received, allocated, checked, withdrawn, declined; urgency, contacts, form (DL-01, DL-03..06, DL-48, DLF-10). */
public final class OrderFacts implements FactSource {

    private static final Set<String> OVER = Set.of("WITHDRAWN", "DECLINED", "SUPERSEDED", "ENDED");

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
        subject(intervention).ifPresent(order -> tell(intervention, order, facts));
    }

    /** The order in hand; else one for an urgent placement that is being written; else the last there was. */
    private Optional<Document> subject(Intervention intervention) {
        Optional<Document> current = intervention.text(CaseModel.CURRENT_ORDER).map(id -> documents.get(id));
        return current.filter(order -> !OVER.contains(order.status()))
                .or(() -> urgent(intervention))
                .or(() -> current);
    }

    private Optional<Document> urgent(Intervention intervention) {
        return children(intervention, Set.of(OrderModel.TYPE_ORDER, OrderModel.TYPE_NOTICE))
                .filter(order -> !OVER.contains(order.status()))
                .filter(order -> order.isTrue(OrderModel.EMERGENCY) && order.isFilled(OrderModel.URGENT_KNOWN_ON))
                .reduce((earlier, later) -> later);
    }

    private void tell(Intervention intervention, Document order, CaseFacts.Builder facts) {
        facts.on(Fact.ORDER_SENT, sentOn(order));
        boolean isReferral = order.kind().type().equals(OrderModel.TYPE_REFERRAL);
        facts.on(
                isReferral ? Fact.REFERRAL_RECEIVED : Fact.ORDER_RECEIVED,
                order.instant(OrderModel.RECEIVED_AT).map(LawDate::fromInstant));
        if (isReferral) {
            facts.on(Fact.CLARIFICATION_ASKED, referrals.asked(order));
            facts.on(Fact.REFERRAL_CLARIFIED, referrals.clarified(order));
        }
        urgency(order, facts);
        facts.on(Fact.ALLOCATED, order.date(OrderModel.ALLOCATED_AT));
        facts.on(Fact.FIRST_CONTACT, order.date(OrderModel.FIRST_FEEDBACK_AT));
        facts.on(Fact.NEED_CHANGED, order.date(OrderModel.NEED_CHANGED_ON));
        facts.on(Fact.EXECUTION_CHECKED, order.date(OrderModel.EXECUTION_CHECK_DATE));
        facts.on(
                Fact.SIS_FORM_SENT,
                children(intervention, Set.of(OrderModel.TYPE_SIS_FORM))
                        .flatMap(form -> form.date(OrderModel.SIS_SENT_AT).stream())
                        .findFirst());
        switch (OrderState.valueOf(order.status())) {
            case WITHDRAWN -> paper(intervention, OrderModel.TYPE_WITHDRAWAL, OrderModel.WITHDRAWN, order)
                    .ifPresent(paper -> {
                        facts.on(Fact.WITHDRAWN, paper.date(OrderModel.WITHDRAWN_AT));
                        facts.on(Fact.WITHDRAWAL_TOLD, paper.date(OrderModel.ORALLY_INFORMED_AT));
                    });
            case DECLINED -> paper(intervention, OrderModel.TYPE_DECLINE, OrderModel.ORDER_REF, order)
                    .ifPresent(paper -> decline(paper, facts));
            default -> {}
        }
    }

    /** An order that took the place of a notice was asked for when the notice was (ORD-62, DL-01). */
    private Optional<LocalDate> sentOn(Document order) {
        return order.text(OrderModel.SUPERSEDES_NOTICE)
                .map(id -> documents.get(id))
                .filter(notice -> notice.status().equals(OrderState.SUPERSEDED.name()))
                .orElse(order)
                .instant(CaseModel.SENT_AT)
                .map(LawDate::fromInstant);
    }

    /** When the urgency became known, at the latest when the placement worker was contacted or the order sent (DL-03). */
    private static void urgency(Document order, CaseFacts.Builder facts) {
        if (!order.isTrue(OrderModel.EMERGENCY)) {
            return;
        }
        Optional<LocalDate> contact =
                order.instant(OrderModel.DIRECT_CONTACT_AT).map(LawDate::fromInstant);
        facts.on(
                Fact.URGENT_PLACEMENT,
                order.date(OrderModel.URGENT_KNOWN_ON).or(() -> contact).or(() -> order.instant(CaseModel.SENT_AT)
                        .map(LawDate::fromInstant)));
        facts.on(Fact.DIRECT_CONTACT, contact);
    }

    private Stream<Document> children(Intervention intervention, Set<QName> types) {
        return nodes.getChildAssocs(intervention.node(), types).stream()
                .map(ChildAssociationRef::getChildRef)
                .filter(node -> !nodes.hasAspect(node, CaseModel.ASPECT_ERRONEOUS))
                .map(node -> documents.get(node));
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
