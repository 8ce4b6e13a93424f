package org.insats.order;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.alfresco.service.namespace.QName;
import org.insats.casefile.CaseModel;
import org.insats.casefile.Document;
import org.insats.casefile.Documents;
import org.insats.casefile.Intervention;
import org.insats.casefile.InterventionState;
import org.insats.casefile.Interventions;

/** What a new order takes over from its intervention: decision, assignment, form of service, receiver. */
public final class OrderDefaults {

    private final Interventions interventions;
    private final Documents documents;
    private final PlacementRules placement;

    /** Reads interventions by {@code interventions}. */
    public OrderDefaults(Interventions interventions, Documents documents, PlacementRules placement) {
        this.interventions = interventions;
        this.documents = documents;
        this.placement = placement;
    }

    Map<QName, Serializable> of(Document order) {
        Intervention intervention = interventions.get(order.requireIntervention());
        Map<QName, Serializable> values = new LinkedHashMap<>();
        boolean temporary = "TEMPORARY_INTERVENTION".equals(intervention.service());
        values.put(OrderModel.ORDER_KIND, temporary ? "TEMPORARY" : "NEW");
        if (placement.orderServes(order)) {
            commission(intervention, values);
            documents.inCase(order.caseFile()).stream()
                    .filter(document -> document.kind().id().equals("carePlan"))
                    .filter(document -> document.isFilled(CaseModel.RECORDED_AT))
                    .filter(document -> !document.isFilled(CaseModel.ERRONEOUS_AT))
                    .reduce((earlier, later) -> later)
                    .ifPresent(carePlan -> values.put(OrderModel.CARE_PLAN_REF, carePlan.id()));
        }
        values.put(OrderModel.EMERGENCY, false);
        intervention.text(CaseModel.SERVICE).ifPresent(service -> {
            values.put(OrderModel.CONTRACTOR_TYPE, service);
            if ("OPEN_CARE".equals(service) || "TEMPORARY_INTERVENTION".equals(service)) {
                values.put(OrderModel.CHANNEL, "SOCIAL_RESOURCE_SERVICES");
            }
        });
        intervention.text(CaseModel.CURRENT_DECISION).ifPresent(id -> values.put(OrderModel.DECISION_REF, id));
        intervention.text(CaseModel.CURRENT_ASSIGNMENT).ifPresent(id -> values.put(OrderModel.ASSIGNMENT_REF, id));
        return values;
    }

    /** What an order to a placement group takes over: variant by the law that was applied, notice, running intervention. */
    private void commission(Intervention intervention, Map<QName, Serializable> values) {
        boolean lss = intervention
                .text(CaseModel.INTERVENTION_LEGAL_BASIS)
                .filter("LSS"::equals)
                .isPresent();
        if (intervention.text(CaseModel.INTERVENTION_LEGAL_BASIS).isPresent()) {
            values.put(OrderModel.CHANNEL, lss ? "ROP_LSS" : "ROP_IFO");
        }
        if (intervention.state() == InterventionState.RUNNING) {
            values.put(OrderModel.ORDER_KIND, "EXTENSION");
            values.put(OrderModel.EXTENDS_INTERVENTION, intervention.node().getId());
            intervention
                    .text(CaseModel.CURRENT_DECISION)
                    .ifPresent(id -> values.put(OrderModel.EXTENSION_DECISION, id));
        }
        intervention
                .text(CaseModel.CURRENT_ORDER)
                .map(id -> documents.get(id))
                .filter(current -> current.kind().type().equals(OrderModel.TYPE_NOTICE))
                .ifPresent(notice -> values.put(OrderModel.SUPERSEDES_NOTICE, notice.id()));
    }
}
