package org.insats.order;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import org.alfresco.service.cmr.repository.ChildAssociationRef;
import org.alfresco.service.cmr.repository.NodeRef;
import org.alfresco.service.cmr.repository.NodeService;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.DocumentAction.Act;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;
import org.insats.casefile.Overrides;
import org.insats.casefile.Role;
import org.insats.platform.Refusal;

/**
 * The order that prolongs an intervention already running: marked as such, linked to the intervention and to the decision on the
 * continued grant (EXT-01, EXT-08, BR-12). It goes to whoever has the intervention in hand and is not matched (ORD-76).
 */
public final class ExtensionOrders {

    private static final QName DECISION_TYPE =
            QName.createQName("http://insats.org/model/decision/1.0", "decisionType");

    private final Documents documents;
    private final Interventions interventions;
    private final NodeService nodes;
    private final Handling handling;
    private final PlacementRules rules;

    /** Reads and writes through the doors of the case file. */
    public ExtensionOrders(
            Documents documents,
            Interventions interventions,
            NodeService nodes,
            Handling handling,
            PlacementRules rules) {
        this.documents = documents;
        this.interventions = interventions;
        this.nodes = nodes;
        this.handling = handling;
        this.rules = rules;
    }

    static boolean isExtension(Document order) {
        return order.text(OrderModel.ORDER_KIND).filter("EXTENSION"::equals).isPresent();
    }

    /**
     * Refuses a marked order without its links, and an unmarked one where the same service runs already, unless it is written
     * why.
     *
     * @throws org.insats.platform.RuleViolation {@code INS-EXT-01} or {@code INS-BR-12}
     */
    void requireMarked(Document order) {
        if (isExtension(order)) {
            requireLinked(order);
        } else if (rules.marksExtensions(order)
                && !OrderKind.isTemporary(order)
                && sameServiceRuns(order)
                && !new Overrides(order).excuses(OrderModel.ORDER_KIND.getLocalName())) {
            throw Refusal.rule("BR-12").onField("orderKind").violation();
        }
    }

    private void requireLinked(Document order) {
        Intervention intervention = interventions.get(order.requireIntervention());
        boolean running = intervention.state() == InterventionState.RUNNING
                && order.text(OrderModel.EXTENDS_INTERVENTION)
                        .filter(intervention.node().getId()::equals)
                        .isPresent();
        if (!running) {
            throw Refusal.rule("EXT-01").onField("extendsIntervention").violation();
        }
        boolean continued = order.text(OrderModel.EXTENSION_DECISION)
                .filter(id -> documents.inCase(order.caseFile()).stream()
                        .filter(document -> document.id().equals(id))
                        .filter(document -> document.isFilled(CaseModel.RECORDED_AT))
                        .anyMatch(document -> document.text(DECISION_TYPE)
                                .filter("CONTINUED_GRANT"::equals)
                                .isPresent()))
                .isPresent();
        if (!continued) {
            throw Refusal.rule("EXT-01").onField("extensionDecision").violation();
        }
    }

    /** In this intervention or another of the case. */
    private boolean sameServiceRuns(Document order) {
        String service = order.text(OrderModel.CONTRACTOR_TYPE)
                .orElseGet(() -> interventions.get(order.requireIntervention()).service());
        return nodes.getChildAssocs(order.caseFile(), Set.of(CaseModel.TYPE_INTERVENTION)).stream()
                .map(ChildAssociationRef::getChildRef)
                .map((NodeRef node) -> interventions.get(node))
                .filter(other -> other.state() == InterventionState.RUNNING)
                .anyMatch(
                        other -> service.equals(other.service()) || other.node().equals(order.requireIntervention()));
    }

    /** Sent, allocated to whoever has the running intervention, and carried out at once (ORD-76). */
    void send(Document order, OrderState next, Act act, Map<QName, Serializable> more) {
        handling.sendBesides(order, next, act, more, false);
        Document received = documents.get(order.node());
        Intervention intervention = interventions.get(order.requireIntervention());
        LocalDate today = act.today();
        intervention.text(CaseModel.TREATMENT_LEAD).ifPresent(userName -> {
            handling.allocateTo(
                    received,
                    next(received, OrderAction.ALLOCATE),
                    userName,
                    today,
                    rules.orderServes(order) ? Role.PLACEMENT_WORKER : Role.TREATMENT_LEAD,
                    Map.of(OrderModel.ALLOCATION_FORUM, "DIRECT_CONTACT"));
            Document allocated = documents.get(order.node());
            documents.writeQuietly(
                    allocated,
                    Map.of(CaseModel.STATUS, next(allocated, OrderAction.START).name()));
        });
    }

    private static OrderState next(Document order, OrderAction action) {
        return OrderLifecycle.TABLE
                .next(OrderState.valueOf(order.status()), action)
                .orElseThrow(() -> Refusal.of(Refusal.Kind.CONFLICT, "STATE").violation());
    }
}
